import type { Scene } from '../facts/scene.js';
import type { Check } from '../guards/checks.js';
import { satisfies, type Answer, type Constraint } from '../guards/constraint.js';
import { readingOf, type Dimension } from '../guards/dimensions.js';

/** What the rules ask of one dimension, all at once: the same word is always answered the same. */
export interface Question {
  readonly dimension: Dimension;
  readonly constraints: readonly Constraint[];
  /** One more than the largest number that its answers can make. */
  readonly size: number;
  /** The answers as a number, where nobody told the fact. */
  readonly unknown: number;
  /** Where the fact is presumed, as nobody told it. */
  readonly presumed: number;
  /** For words met before. */
  readonly byWord: Map<string, number>;
}

/** One digit for each answer and whether it rests on a presumption. */
const digits: Readonly<Record<Answer, number>> = { yes: 0, no: 1, maybe: 2 };
const presumedDigits = 3;
const base = 6;

/** A number of so many digits stays a small integer. */
const mostDigits = 11;

const numberOf = (answers: readonly Answer[], added: number): number =>
  answers.reduce((number, answer) => number * base + digits[answer] + added, 0);

const toQuestion = (dimension: Dimension, constraints: readonly Constraint[]): Question => {
  const { untold = null, shape } = dimension;
  const answer = (constraint: Constraint): Answer => satisfies(constraint, untold, shape);
  return {
    dimension,
    constraints,
    size: base ** constraints.length,
    unknown: numberOf(
      constraints.map(() => 'maybe'),
      0,
    ),
    presumed: numberOf(constraints.map(answer), presumedDigits),
    byWord: new Map(),
  };
};

const inPieces = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length <= mostDigits ? [items] : [items.slice(0, mostDigits), ...inPieces(items.slice(mostDigits))];

const toQuestions = (checks: readonly Check[]): readonly Question[] => {
  const byDimension = new Map<Dimension, Constraint[]>();
  for (const { dimension, constraint } of checks) byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), constraint]);
  return [...byDimension].flatMap(([dimension, constraints]) =>
    inPieces(constraints).map((piece) => toQuestion(dimension, piece)),
  );
};

/** Checks of one dimension together as a question, and of the questions as many together as fit a number. */
export const toQuestionGroups = (checks: readonly Check[]): readonly (readonly Question[])[] => {
  const groups: Question[][] = [];
  let room = 0;
  for (const question of toQuestions(checks)) {
    const length = question.constraints.length;
    if (length > room) groups.push([]);
    room = (length > room ? mostDigits : room) - length;
    groups.at(-1)?.push(question);
  }
  return groups;
};

const answer = ({ constraints, dimension: { shape } }: Question, reading: readonly string[] | number): number => {
  let number = 0;
  for (const constraint of constraints) number = number * base + digits[satisfies(constraint, reading, shape)];
  return number;
};

/** Words may come from sellers, so their number is bounded. */
const mostWords = 1000;

const answerToWord = (question: Question, word: string, reading: readonly string[]): number => {
  const { byWord } = question;
  const known = byWord.get(word);
  if (known !== undefined) return known;
  if (byWord.size >= mostWords) byWord.clear();
  const number = answer(question, reading);
  byWord.set(word, number);
  return number;
};

/** The answers of a scene to all checks of the question, as a number. */
const answersTo = (question: Question, scene: Scene): number => {
  const reading = readingOf(question.dimension, scene);
  if (reading === null) return question.unknown;
  if (reading === question.dimension.untold) return question.presumed;
  if (typeof reading === 'number') return answer(question, reading);
  const word = reading.length === 1 ? reading[0] : undefined;
  return word === undefined ? answer(question, reading) : answerToWord(question, word, reading);
};

/** The answers to questions that fit a number together. */
export const answersToAll = (questions: readonly Question[], scene: Scene): number => {
  let answers = 0;
  for (const question of questions) answers = answers * question.size + answersTo(question, scene);
  return answers;
};
