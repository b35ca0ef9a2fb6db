import type { RightKind } from '../decision.js';
import type { Check } from '../guards/checks.js';
import type { Answer, Constraint } from '../guards/constraint.js';
import type { IndexedRule } from '../rules/indexed-rule.js';
import { kindsAsked } from '../rules/reason-class.js';
import type { ReasonClass } from '../vocabulary.js';
import { toQuestionGroups, type Question } from './question.js';

/** A rule with its guards as places in the list of questions. */
export interface Candidate {
  readonly rule: IndexedRule;
  readonly asks: readonly number[];
  readonly unless: readonly (readonly number[])[];
}

/** The rules a case may meet. Rules of one source ask much the same, so every different question stands here once. */
export interface Candidates {
  /** In the order of all rules. */
  readonly list: readonly Candidate[];
  readonly checks: readonly Check[];
  /** The same checks by dimension, in groups whose answers fit a number. */
  readonly questions: readonly (readonly Question[])[];
}

/** The answer to each question, in its place. */
export type Answers = readonly Answer[];

const writeText = (constraint: Constraint): string =>
  constraint.kind === 'range'
    ? `${String(constraint.from)}..${String(constraint.to)}`
    : JSON.stringify([...constraint.words].sort());

const texts = new WeakMap<Constraint, string>();

/** A constraint is written once, however many lists of candidates its rule comes to stand on. */
const textOf = (constraint: Constraint): string => {
  const known = texts.get(constraint);
  if (known !== undefined) return known;
  const written = writeText(constraint);
  texts.set(constraint, written);
  return written;
};

const createPlaces = (): { readonly checks: Check[]; readonly placeOf: (check: Check) => number } => {
  const checks: Check[] = [];
  const places = new Map<string, number>();
  const placeOf = (check: Check): number => {
    const key = `${check.name} ${textOf(check.constraint)}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, checks.length);
    return checks.push(check) - 1;
  };
  return { checks, placeOf };
};

/** Rules about rights that the reason does not put in question decide nothing, and what they ask for need not be known. */
const isAsked = ({ rule }: IndexedRule, kinds: readonly RightKind[]): boolean => rule.kinds.some((kind) => kinds.includes(kind));

const toCandidates = (found: readonly IndexedRule[], reasonClass: ReasonClass): Candidates => {
  const kinds = kindsAsked(reasonClass);
  const { checks, placeOf } = createPlaces();
  const asked = found.filter((rule) => isAsked(rule, kinds)).sort((left, right) => left.position - right.position);
  const list = asked.map((rule) => ({
    rule,
    asks: rule.checks.map(placeOf),
    unless: rule.unless.map((guard) => guard.map(placeOf)),
  }));
  return { list, checks, questions: toQuestionGroups(checks) };
};

type ByClass = Map<ReasonClass, Candidates>;

const known = new WeakMap<readonly IndexedRule[], ByClass>();

/** What the rules found for a case ask, kept as long as the index keeps what it found. */
export const candidatesAmong = (found: readonly IndexedRule[], reasonClass: ReasonClass): Candidates => {
  let byClass = known.get(found);
  if (byClass === undefined) {
    byClass = new Map();
    known.set(found, byClass);
  }
  const kept = byClass.get(reasonClass);
  if (kept !== undefined) return kept;
  const made = toCandidates(found, reasonClass);
  byClass.set(reasonClass, made);
  return made;
};

/** Whether the case lies in the box; `maybe` when an unknown fact decides. */
export const answerAt = (places: readonly number[], answers: Answers): Answer => {
  let answer: Answer = 'yes';
  for (const place of places) {
    const found = answers[place];
    if (found === 'no') return found;
    if (found === 'maybe') answer = found;
  }
  return answer;
};
