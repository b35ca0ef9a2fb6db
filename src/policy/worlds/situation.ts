import { answerTo } from '../guards/checks.js';
import type { Answer } from '../guards/constraint.js';
import { isPresumed } from '../guards/dimensions.js';
import type { Scene } from '../facts/scene.js';
import type { IndexedRule } from '../rules/indexed-rule.js';
import type { RuleTerms } from '../rules/terms.js';
import { answerAt, type Answers, type Candidate, type Candidates } from './candidates.js';
import { conditionsAsked, presumptionsAsked, type AskedCondition, type AskedPresumption } from './presumed-facts.js';

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
  };
};

/** The answers so far, as a path with a branch for each answer; the situation they make is kept where the path ends. */
interface Path {
  readonly next: Map<string, Path>;
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

const follow = (path: Path, answer: string): Path => {
  const known = path.next.get(answer);
  if (known !== undefined) return known;
  const made = createPath();
  path.next.set(answer, made);
  count += 1;
  return made;
};

const presumedAnswers: Readonly<Record<Answer, string>> = { yes: 'presumed yes', no: 'presumed no', maybe: 'presumed maybe' };

/** Answers every question once and finds what follows from the answers. */
export const situationOf = (candidates: Candidates, scene: Scene): Situation => {
  let path = startOf(candidates);
  const answers: Answer[] = [];
  const presumed: boolean[] = [];
  for (const check of candidates.checks) {
    const answer = answerTo(check, scene);
    const isOne = isPresumed(check.dimension, scene);
    answers.push(answer);
    presumed.push(isOne);
    path = follow(path, isOne ? presumedAnswers[answer] : answer);
  }
  path.situation ??= toSituation(candidates, answers, presumed);
  return path.situation;
};
