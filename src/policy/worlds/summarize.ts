import type {
  DecisionDeadline,
  Pays,
  Refund,
  RemedyOption,
  Requirement,
  RightDecision,
  Terms,
  Verdict,
  Window,
} from '../decision.js';
import { distinct, isSameData } from '../distinct.js';
import type { Outcome } from '../outcome.js';
import type { Payer } from '../vocabulary.js';
import { sortDeadlines } from '../merge/join-deadlines.js';
import { deadlineWarnings, isAboutDeadline } from '../merge/warnings.js';

const isSame = (values: readonly unknown[]): boolean => {
  const [first] = values;
  return values.every((value) => isSameData(first, value));
};

const agree = <Value>(values: readonly Value[], otherwise: Value): Value =>
  isSame(values) ? (values[0] ?? otherwise) : otherwise;

const latestText = (texts: readonly (string | null)[]): string | null =>
  texts
    .filter((found) => found !== null)
    .sort()
    .at(-1) ?? null;

const earliestText = (texts: readonly (string | null)[]): string | null =>
  texts.filter((found) => found !== null).sort()[0] ?? null;

/** The earliest end is promised, the latest named. A window that some worlds do not end is unknown. */
const mergeWindows = (windows: readonly (Window | null)[]): Window | null => {
  const present = windows.filter((window) => window !== null);
  const [first] = present;
  if (first === undefined || isSame(windows)) return first ?? null;
  const ending = present.filter(({ closesAt }) => closesAt !== null);
  const soonest = [...ending].sort((left, right) => ((left.closesAt ?? '') < (right.closesAt ?? '') ? -1 : 1))[0] ?? first;
  const furthest = latestText(ending.map(({ mayExtendTo, lastDay }) => mayExtendTo ?? lastDay));
  return {
    ...soonest,
    opensAt: latestText(present.map(({ opensAt }) => opensAt)),
    mayExtendTo: furthest === soonest.lastDay ? null : furthest,
    state:
      present.length === windows.length
        ? agree(
            present.map(({ state }) => state),
            'unknown',
          )
        : 'unknown',
    because: distinct(present.map(({ because }) => because)),
  };
};

const mergePayers = (payers: readonly Payer[]): Payer => agree(payers, 'unknown');

const mergePays = (pays: readonly Pays[]): Pays => ({
  outbound: mergePayers(pays.map(({ outbound }) => outbound)),
  return: mergePayers(pays.map((each) => each.return)),
  replacement: mergePayers(pays.map(({ replacement }) => replacement)),
});

/** Lines all worlds agree on stay; a line they differ on is unknown, and so is the total. */
const mergeRefunds = (refunds: readonly Refund[]): Refund => {
  const [first] = refunds;
  if (first !== undefined && isSame(refunds)) return first;
  const everywhere = (line: Refund['lines'][number]): boolean =>
    refunds.every(({ lines }) =>
      lines.some(({ kind, amount, cap }) => kind === line.kind && isSameData(amount, line.amount) && isSameData(cap, line.cap)),
    );
  const lines = (first?.lines ?? []).filter((line) => line.kind !== 'rounding' && everywhere(line));
  const settled = new Set(lines.map(({ kind }) => kind));
  const kinds = distinct(refunds.map((refund) => [...refund.lines.map(({ kind }) => kind), ...refund.unknownLines]));
  const totals = refunds.map(({ total }) => total);
  return {
    total: agree(totals, null),
    form: agree(
      refunds.map(({ form }) => form),
      'unknown',
    ),
    lines,
    unknownLines: kinds.filter((kind) => kind !== 'rounding' && !settled.has(kind)),
  };
};

const mergeRemedies = (lists: readonly (readonly RemedyOption[])[]): readonly RemedyOption[] =>
  (lists[0] ?? []).flatMap((option) => {
    const everywhere = lists.map((list) => list.find(({ remedy }) => remedy === option.remedy));
    if (everywhere.includes(undefined)) return [];
    return [
      {
        ...option,
        isOpen: everywhere.every((found) => found?.isOpen === true),
        because: distinct(everywhere.map((found) => found?.because ?? [])),
      },
    ];
  });

const keyOf = ({ duty, party, source, startsWhen, right }: DecisionDeadline): string =>
  startsWhen === null ? `${duty} ${party} ${source}` : `${duty} ${party} ${source} ${startsWhen} ${String(right)}`;

/** One row per duty, whichever right it comes from: the earliest day of all worlds is the one to keep. What waits stays apart. */
const mergeDeadlines = (lists: readonly (readonly DecisionDeadline[])[]): readonly DecisionDeadline[] => {
  if (isSame(lists)) return lists[0] ?? [];
  const byKey = new Map<string, DecisionDeadline[]>();
  for (const row of lists.flat()) {
    const key = keyOf(row);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [row]);
    else known.push(row);
  }
  const merged = [...byKey.values()].flatMap((rows): readonly DecisionDeadline[] => {
    const [earliest] = sortDeadlines(rows);
    if (earliest === undefined) return [];
    const isCertain = isSame(rows.map(({ by }) => by)) && rows.length === lists.length;
    const right = agree(
      rows.map((row) => row.right),
      null,
    );
    const certainty = isCertain || earliest.certainty === 'stated' ? earliest.certainty : 'estimated';
    return [{ ...earliest, right, certainty, differsFrom: earliestText(rows.map(({ differsFrom }) => differsFrom)) }];
  });
  return sortDeadlines(merged);
};

/** What is paid and refunded is told for the worlds in which something is owed: terms of a refusal would only blur them. */
const mergeTerms = (all: readonly (Terms & { readonly verdict: Verdict })[]): Terms => {
  const owed = all.filter(({ verdict }) => verdict !== 'ineligible');
  const terms = owed.length === 0 ? all : owed;
  return {
    window: mergeWindows(all.map(({ window }) => window)),
    pays: mergePays(terms.map(({ pays }) => pays)),
    refund: mergeRefunds(terms.map(({ refund }) => refund)),
    remedies: mergeRemedies(terms.map(({ remedies }) => remedies)),
    deadlines: mergeDeadlines(terms.map(({ deadlines }) => deadlines)),
  };
};

const mergeVerdicts = (verdicts: readonly Verdict[]): Verdict => agree(verdicts, 'needs-review');

const mergeRight = (id: string, outcomes: readonly Outcome[]): readonly RightDecision[] => {
  const seen = outcomes.flatMap(({ rights }) => rights.filter((right) => right.id === id));
  const [first] = seen;
  if (first === undefined) return [];
  const isEverywhere = seen.length === outcomes.length;
  if (isEverywhere && seen.every((right) => right === first)) return [first];
  const verdict = isEverywhere ? mergeVerdicts(seen.map((right) => right.verdict)) : 'needs-review';
  const reasons = distinct(seen.map((right) => right.reasons)).filter(
    (code) => verdict !== 'needs-review' || code !== 'within-window',
  );
  const undecided = verdict === 'needs-review' && !seen.some((right) => right.verdict === 'needs-review');
  return [
    {
      ...first,
      ...mergeTerms(seen),
      verdict,
      lostTo:
        verdict === 'ineligible'
          ? agree(
              seen.map(({ lostTo }) => lostTo),
              first.lostTo,
            )
          : null,
      reasons: undecided ? [...reasons, 'depends-on-missing-facts'] : reasons,
      because: distinct(seen.map(({ because }) => because)),
    },
  ];
};

const demanding: readonly Requirement['state'][] = ['missing', 'required', 'met', 'not-required'];

const mergeRequirements = (lists: readonly (readonly Requirement[])[]): readonly Requirement[] => {
  const codes = distinct(lists.map((list) => list.map(({ code }) => code)));
  return [...codes].sort().flatMap((code) => {
    const found = lists.flatMap((list) => list.filter((requirement) => requirement.code === code));
    return [...found].sort((left, right) => demanding.indexOf(left.state) - demanding.indexOf(right.state))[0] ?? [];
  });
};

/** Warnings about deadlines speak of the merged rows: a row that several rights set is warned of once. */
const mergeWarnings = (outcomes: readonly Outcome[], deadlines: readonly DecisionDeadline[]): Outcome['warnings'] =>
  distinct([
    ...outcomes.map(({ warnings }) => warnings.filter(({ code }) => !isAboutDeadline(code))),
    deadlineWarnings(deadlines),
  ]);

/** One answer for all worlds: what they agree on is certain, what they differ on is unknown or the earliest. `null` without a world. */
export const summarize = (outcomes: readonly Outcome[]): Outcome | null => {
  const [first] = outcomes;
  if (first === undefined || outcomes.length === 1) return first ?? null;
  const ids = distinct(outcomes.map(({ rights }) => rights.map(({ id }) => id)));
  const rights = ids.flatMap((id) => mergeRight(id, outcomes));
  const verdict = mergeVerdicts(outcomes.map((outcome) => outcome.verdict));
  const terms = mergeTerms(outcomes);
  return {
    ...first,
    ...terms,
    verdict,
    rights,
    recommended: agree(
      outcomes.map(({ recommended }) => recommended),
      bestOf(rights, outcomes),
    ),
    liable: agree(
      outcomes.map(({ liable }) => liable),
      'unknown',
    ),
    alternatives: isSame(outcomes.map(({ alternatives }) => alternatives)) ? first.alternatives : [],
    requirements: mergeRequirements(outcomes.map(({ requirements }) => requirements)),
    reasons: reasonsOf(rights, outcomes),
    overrode: distinct(outcomes.map(({ overrode }) => overrode)),
    warnings: mergeWarnings(outcomes, terms.deadlines),
  };
};

/** Where the worlds recommend different rights: the first of them that is still the best verdict of all. */
const bestOf = (rights: readonly RightDecision[], outcomes: readonly Outcome[]): string | null => {
  const named = outcomes.map(({ recommended }) => recommended);
  const verdicts: readonly Verdict[] = ['eligible', 'needs-review', 'ineligible'];
  const candidates = rights.filter(({ id }) => named.includes(id));
  return [...candidates].sort((left, right) => verdicts.indexOf(left.verdict) - verdicts.indexOf(right.verdict))[0]?.id ?? null;
};

const reasonsOf = (rights: readonly RightDecision[], outcomes: readonly Outcome[]): Outcome['reasons'] => {
  const paths = new Map<string, string | null>();
  for (const { reasons } of outcomes) for (const { code, right, path } of reasons) paths.set(`${code} ${String(right)}`, path);
  const stated = rights.flatMap(({ id, reasons }) =>
    reasons.map((code) => ({ code, path: paths.get(`${code} ${id}`) ?? null, right: id })),
  );
  const general = distinct(outcomes.map(({ reasons }) => reasons.filter(({ right }) => right === null)));
  return [...stated, ...general];
};
