import { rightKinds, type Citation, type RightKind } from '../decision.js';
import { validityGuard } from '../guards/build-guard.js';
import { intersectGuards, type Guard } from '../guards/guard.js';
import { allReasonPairs } from '../guards/reason-words.js';
import { buildRule, narrow } from '../rules/build-rule.js';
import { sellerKindOf } from '../rules/reason-class.js';
import type { Rule } from '../rules/rule.js';
import type { DeadlineTerm } from '../rules/terms.js';
import type { Duty, Party, ReasonClass } from '../vocabulary.js';
import type { PolicyDocument, PolicyDuty, PolicyRule } from './schema.js';
import type { ProblemDraft } from './source-map.js';
import { suggest } from './suggest.js';
import { checkWhen, isBackwards, toGuard } from './to-guard.js';
import { checkPeriod, toPeriod } from './to-period.js';
import { checkTerms, toTerms } from './to-terms.js';
import { duties, reasonClasses } from './words.js';

type Path = readonly PropertyKey[];

/** The rules of one document and everything wrong with them. */
export interface DocumentRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly ProblemDraft[];
}

interface Writing {
  readonly document: PolicyDocument;
  /** The object the user passed: the key to its positions. */
  readonly origin: object;
  readonly sourceId: string;
  readonly rules: Rule[];
  readonly problems: ProblemDraft[];
}

const isReasonClass = (word: string): word is ReasonClass => reasonClasses.some((name) => name === word);

/** A seller's rule speaks about the rights its reasons open. */
const kindsOf = (guard: Guard): readonly RightKind[] => {
  const constraint = guard.get('reason');
  const pairs = constraint?.kind === 'words' ? [...constraint.words] : allReasonPairs;
  const classes = pairs.map((pair) => pair.slice(pair.lastIndexOf('/') + 1)).filter(isReasonClass);
  const kinds = new Set(classes.map(sellerKindOf));
  return rightKinds.filter((kind) => kinds.has(kind));
};

/** The days on which a document holds. */
export const validityOf = ({ valid }: PolicyDocument): Guard =>
  valid === undefined
    ? new Map()
    : validityGuard({
        ...(valid.from === undefined ? {} : { from: valid.from }),
        ...(valid.to === undefined ? {} : { to: valid.to }),
        selectedBy: valid.selectedBy === undefined || valid.selectedBy === 'order' ? 'placed' : valid.selectedBy,
      });

const citationOf = (writing: Writing, rule: string): Citation => ({
  rule,
  source: writing.sourceId,
  validFrom: writing.document.valid?.from ?? null,
  confidence: 'seller',
});

const addException = (writing: Writing, exception: PolicyRule, { path, outer }: { path: Path; outer: Guard }): void => {
  const narrowed = narrow(outer, toGuard(exception.when));
  if (typeof narrowed === 'object') {
    addRule(writing, exception, { path, guard: narrowed.guard });
    return;
  }
  writing.problems.push({
    code: narrowed === 'same' ? 'contradiction' : 'unreachable-rule',
    path: [...path, 'when'],
    part: 'key',
    found:
      narrowed === 'same'
        ? `exception '${exception.id}' is as wide as the rule around it`
        : `the rule around exception '${exception.id}' cannot be narrowed to it`,
    expected: 'a narrower when (a list of traits or tags: part of the list around it)',
  });
};

const addRule = (writing: Writing, rule: PolicyRule, { path, guard }: { path: Path; guard: Guard }): void => {
  const exceptions = rule.except ?? [];
  writing.problems.push(...checkWhen(rule.when ?? {}, [...path, 'when']), ...checkTerms(rule, path));
  writing.rules.push(
    buildRule({
      id: rule.id,
      citation: citationOf(writing, rule.id),
      kinds: kindsOf(guard),
      guard,
      terms: toTerms(rule, writing.document.seller?.calendar),
      yieldsTo: exceptions.filter((exception) => typeof exception === 'string'),
      path,
      document: writing.origin,
    }),
  );
  exceptions.forEach((exception, index) => {
    if (typeof exception === 'object') addException(writing, exception, { path: [...path, 'except', index], outer: guard });
  });
};

/** A rule that never meets the days of its document is refused: without its `when` it would apply to everybody. */
const addTopRule = (writing: Writing, rule: PolicyRule, path: Path): void => {
  const guard = intersectGuards(validityOf(writing.document), toGuard(rule.when));
  if (guard !== null) {
    addRule(writing, rule, { path, guard });
    return;
  }
  const wrong = checkWhen(rule.when ?? {}, [...path, 'when']);
  const unreachable: ProblemDraft = {
    code: 'unreachable-rule',
    path: [...path, 'when'],
    part: 'key',
    found: `rule '${rule.id}' lies outside of the days the document is valid`,
    expected: "days within the document's valid",
  };
  writing.problems.push(...(wrong.length > 0 ? wrong : [unreachable]));
};

const toDeadline = (
  duty: Duty,
  party: Party,
  { written, calendar }: { written: PolicyDuty; calendar: string | undefined },
): DeadlineTerm => ({
  duty,
  party,
  period: toPeriod(written, { defaultFrom: 'requested', calendar }),
  ...(written.onMiss === undefined ? {} : { onMiss: written.onMiss }),
  ...(written.strength === undefined ? {} : { strength: written.strength }),
  ...(written.satisfiedBy === undefined ? {} : { satisfiedBy: written.satisfiedBy }),
});

const addDuties = (writing: Writing, key: 'promises' | 'buyer-duties', party: Party): void => {
  const table = writing.document[key] ?? {};
  for (const duty of duties) {
    const written = table[duty];
    if (written === undefined) continue;
    const path = [key, duty];
    writing.problems.push(...checkPeriod(written, path));
    const id = `${key}.${duty}`;
    const deadline = toDeadline(duty, party, { written, calendar: writing.document.seller?.calendar });
    const guard = validityOf(writing.document);
    const draft = { id, citation: citationOf(writing, id), kinds: rightKinds, guard, terms: { deadlines: [deadline] } };
    writing.rules.push(buildRule({ ...draft, path, document: writing.origin }));
  }
};

const checkIds = ({ rules, problems }: Writing): void => {
  const ids = new Set(rules.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id, path, yieldsTo } of rules) {
    if (seen.has(id)) {
      problems.push({
        code: 'duplicate-id',
        path: [...path, 'id'],
        found: `a second rule '${id}'`,
        expected: 'an id of its own',
      });
    }
    seen.add(id);
    for (const name of yieldsTo.filter((wanted) => !ids.has(wanted))) {
      const found = `no rule '${name}' in this document`;
      const expected = 'the id of another rule';
      problems.push({ code: 'unknown-word', path: [...path, 'except'], found, expected, suggestion: suggest(name, [...ids]) });
    }
  }
};

/** Turns one checked document into rules of the seller's source. */
export const toRules = (document: PolicyDocument, { origin, sourceId }: { origin: object; sourceId: string }): DocumentRules => {
  const writing: Writing = { document, origin, sourceId, rules: [], problems: [] };
  if (isBackwards(document.valid?.from, document.valid?.to)) {
    writing.problems.push({ code: 'contradiction', path: ['valid'], found: 'from after to', expected: 'from at or before to' });
    return writing;
  }
  document.rules.forEach((rule, index) => addTopRule(writing, rule, ['rules', index]));
  addDuties(writing, 'promises', 'seller');
  addDuties(writing, 'buyer-duties', 'buyer');
  checkIds(writing);
  return { rules: writing.rules, problems: writing.problems };
};
