import { answerTo } from '../guards/checks.js';
import { isPresumed } from '../guards/dimensions.js';
import type { Scene } from '../facts/scene.js';
import type { IndexedRule } from '../rules/indexed-rule.js';
import type { RuleTerms } from '../rules/terms.js';
import { answerAt, type Answers, type Candidate, type Candidates } from './candidates.js';
import { fallbacksAsked, type Fallback } from './fallbacks.js';
import { conditionsAsked, presumptionsAsked, type AskedCondition, type AskedPresumption } from './presumed-facts.js';
import { answersToAll } from './question.js';

/** What follows from the answers to the questions of the rules alone, whatever the days and amounts of the case. */
export interface Situation {
  /** The rules that apply. */
  readonly applicable: readonly IndexedRule[];
  /** Whether a fact that nobody told decides about one of them. */
  readonly isOpen: boolean;
  /** What the rules say that apply or may apply. */
  readonly possible: readonly RuleTerms[];
  /** Facts that were presumed and whose opposite would bring a rule in or take it out. */
  readonly presumptions: readonly AskedPresumption[];
  /** Conditions of the goods that the rules make. */
  readonly conditions: readonly AskedCondition[];
  /** Clocks that the rules fall back from while nobody told when they began. */
  readonly fallbacks: readonly Fallback[];
}

const isDisplaced = ({ unless }: Candidate, answers: Answers): boolean =>
  unless.some((places) => answerAt(places, answers) !== 'no');

const hasUnknown = ({ asks, unless }: Candidate, answers: Answers): boolean => {
  const answer = answerAt(asks, answers);
  if (answer !== 'yes') return answer === 'maybe';
  return unless.some((places) => places.some((place) => answers[place] === 'maybe'));
};

const toSituation = (candidates: Candidates, answers: Answers, presumed: readonly boolean[]): Situation => {
  const possible = candidates.list.filter(({ asks }) => answerAt(asks, answers) !== 'no');
  const applicable = possible.filter((each) => answerAt(each.asks, answers) === 'yes' && !isDisplaced(each, answers));
  const terms = possible.map(({ rule }) => rule.rule.terms);
  return {
    applicable: applicable.map(({ rule }) => rule),
    isOpen: possible.some((candidate) => hasUnknown(candidate, answers)),
    possible: terms,
    presumptions: presumptionsAsked(candidates, answers, presumed),
    conditions: conditionsAsked(terms),
    fallbacks: fallbacksAsked(terms),
  };
};

/** Answers so far, as a path with a branch for every group of questions; the situation they make is kept where the path ends. */
interface Path {
  readonly next: Map<number, Path>;
  situation: Situation | null;
}

const createPath = (): Path => ({ next: new Map(), situation: null });

const mostPaths = 100_000;

/** All paths together are bounded: when there are too many, all are forgotten. */
let paths = new WeakMap<Candidates, Path>();
let count = 0;

const startOf = (candidates: Candidates): Path => {
  if (count > mostPaths) [paths, count] = [new WeakMap(), 0];
  const known = paths.get(candidates);
  if (known !== undefined) return known;
  const made = createPath();
  paths.set(candidates, made);
  return made;
};

const follow = (path: Path, answers: number): Path => {
  const known = path.next.get(answers);
  if (known !== undefined) return known;
  const made = createPath();
  path.next.set(answers, made);
  count += 1;
  return made;
};

const learn = (candidates: Candidates, scene: Scene): Situation => {
  const answers = candidates.checks.map((check) => answerTo(check, scene));
  const presumed = candidates.checks.map(({ dimension }) => isPresumed(dimension, scene));
  return toSituation(candidates, answers, presumed);
};

/** Answers every question once and finds what follows from the answers. */
export const situationOf = (candidates: Candidates, scene: Scene): Situation => {
  let path = startOf(candidates);
  for (const group of candidates.questions) path = follow(path, answersToAll(group, scene));
  path.situation ??= learn(candidates, scene);
  return path.situation;
};
