import { settle, type Settled } from '../../merge/settled.js';
import type { Rule, Source } from '../../rules/rule.js';
import { showParameter } from '../../rules/show-parameter.js';
import { brokenIn, standingIn, type RulesStanding } from '../reading/standing.js';
import { heldIn, wantedFor, wantedForVerdict, type Wanted } from '../reading/held.js';
import type { Cell } from '../space/explore.js';
import type { Fee } from '../../rules/terms.js';
import { showMoney } from '../words/show-value.js';
import type { DifferencePart } from './policy-diff.js';

/** What one side says of one part in a cell. Two sides with equal keys say the same. */
export interface PartReading {
  readonly key: string;
  readonly says: string;
  readonly rules: readonly string[];
}

/** What one side says of the verdict. */
export interface WindowReading extends PartReading {
  /** Its days lie alike after every delivery: nothing but civil days from an event. */
  readonly isAlikeEveryDay: boolean;
}

const idsOf = (rules: readonly Rule[]): readonly string[] => [...new Set(rules.map(({ id }) => id))];

const settleHeld = (held: readonly Rule[], source: Source): Settled => settle(held, { kind: 'voluntary', source });

const showBounds = (held: readonly Rule[]): string => {
  const window = held.find(({ terms }) => terms.window !== undefined);
  const extending = held.flatMap(({ terms: { extend } }) =>
    extend === undefined ? [] : [extend.kind === 'until' ? `until ${extend.day}` : 'longer'],
  );
  return [window === undefined ? 'no window' : showParameter(window, 'window'), ...extending].join(', at least ');
};

const isAlikeEveryDay = ({ period, extensions }: Settled): boolean => {
  if (period === null) return true;
  const { closes, roll = 'none' } = period.value;
  const isPlain =
    closes.kind === 'unlimited' || (closes.kind === 'span' && closes.unit === 'days' && typeof closes.from === 'string');
  return isPlain && roll === 'none' && extensions.length === 0;
};

/** The verdict but for the day: how the rules stand, and the window that the day is held against. */
export const readVerdict = (cell: Cell<Rule>, { rules: all, ...source }: Source, standing: RulesStanding): WindowReading => {
  if (standing.kind === 'silent') return { key: 'silent', says: 'nothing', rules: [], isAlikeEveryDay: true };
  if (standing.kind === 'excluded')
    return { key: 'excluded', says: `no (${standing.code})`, rules: [standing.rule.id], isAlikeEveryDay: true };
  const held = heldIn(cell, all, wantedForVerdict);
  const settled = settleHeld(held, { ...source, rules: all });
  const window = JSON.stringify([settled.period?.value, settled.extensions]);
  const deciding = held.filter(({ terms }) => terms.window !== undefined || terms.extend !== undefined);
  const reading = { rules: idsOf(deciding), isAlikeEveryDay: isAlikeEveryDay(settled) };
  return standing.kind === 'review'
    ? { key: `review ${window}`, says: `a person decides, ${showBounds(held)}`, ...reading }
    : { key: `granted ${window}`, says: showBounds(held), ...reading };
};

export const standingOf = (cell: Cell<Rule>, { rules }: Source): RulesStanding => standingIn(cell, rules);

type TermsPart = Exclude<DifferencePart, 'verdict'>;

const deadlineNames = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap(({ parameters }) => [...parameters.keys()].filter((name) => name.startsWith('deadline.')));

/** What makes up a part of the terms; of deadlines, whatever duties either side knows. */
export const wantedOf = (part: TermsPart, rules: readonly Rule[]): Wanted => {
  if (part === 'deadlines') return { parameters: new Set(deadlineNames(rules)), withExtensions: false };
  // Where no remedy sends anything, nobody pays the way of it.
  if (part === 'replacement') return { parameters: new Set(['pays.replacement', 'remedies']), withExtensions: false };
  // What the buyer paid for the way to him is in the refund as well.
  if (part === 'refund')
    return { parameters: new Set([...wantedFor.refund.parameters, ...wantedFor.outbound.parameters]), withExtensions: false };
  return wantedFor[part];
};

const valuesOf = (part: TermsPart, settled: Settled, broken: string | null): unknown => {
  switch (part) {
    case 'refund': {
      const { share, form, fees, otherwise, outbound } = settled;
      return [share?.value, form?.value, fees?.value, outbound?.value.scope, broken === null ? null : otherwise?.value];
    }
    case 'deadlines':
      return settled.deadlines.map(({ value }) => JSON.stringify(value)).sort();
    case 'replacement':
      return [settled.replacement?.value, settled.remedies?.value];
    default:
      return settled[part]?.value ?? null;
  }
};

const isPayer = (part: TermsPart): boolean => part === 'return' || part === 'outbound' || part === 'replacement';

/** A parameter in words; the part is said already where it is one leg of shipping. */
const showOne = (part: TermsPart, rule: Rule, name: string): string => {
  if (name === 'remedies') return showRemedies(rule);
  if (name === 'refund.fees') return showFees(rule);
  const text = showParameter(rule, name);
  if (isPayer(part)) return text.replace('payer: ', 'paid by ');
  const label = part === 'deadlines' ? name.split('.').slice(1, 2).join() : name.slice(name.indexOf('.') + 1);
  return `${label} ${text}`;
};

const showFee = ({ kind, percent, amount, cap }: Fee): string =>
  [
    ...(percent === undefined ? [] : [`${String(percent / 100)}%`]),
    ...(amount === undefined ? [] : [showMoney(amount)]),
    kind === 'fixed-fee' ? 'fee' : `${kind} fee`,
    ...(cap === undefined ? [] : [`of at most ${showMoney(cap)}`]),
  ].join(' ');

const showFees = ({ terms: { refund } }: Rule): string => (refund?.fees ?? []).map(showFee).join(', ') || 'no fee';

const showRemedies = ({ terms: { remedies = [] } }: Rule): string => remedies.map(({ remedy }) => remedy).join(', ');

/** What each parameter is set to, by the rule that decides it. */
const textsOf = (part: TermsPart, held: readonly Rule[], { parameters }: Wanted): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const rule of held)
    for (const name of parameters) if (rule.parameters.has(name) && !texts.has(name)) texts.set(name, showOne(part, rule, name));
  return texts;
};

/** What one side says of a part of the terms, parameter by parameter. */
export interface TermsReading {
  readonly key: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly held: readonly Rule[];
}

export const readTerms = (cell: Cell<Rule>, source: Source, { part, want }: { part: TermsPart; want: Wanted }): TermsReading => {
  const held = heldIn(cell, source.rules, want);
  const settled = settleHeld(held, source);
  const isDeducting = part === 'refund' && settled.otherwise?.value.kind === 'deduct';
  const broken = isDeducting ? brokenIn(cell, held) : null;
  return { key: JSON.stringify(valuesOf(part, settled, broken)), texts: textsOf(part, held, want), held };
};

/** A reading in words that names only what the other side says otherwise. */
export const tellApart = ({ key, texts, held }: TermsReading, other: TermsReading): PartReading => {
  const differing = [...texts].filter(([name, text]) => other.texts.get(name) !== text);
  const deciding = held.filter(({ parameters }) => differing.some(([name]) => parameters.has(name)));
  return { key, says: differing.map(([, text]) => text).join('; ') || 'nothing of its own', rules: idsOf(deciding) };
};
