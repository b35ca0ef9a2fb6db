import type { Reading, Scene } from '../facts/scene.js';
import { satisfies, type Constraint } from '../guards/constraint.js';
import { dimensionOf, readDimension, type DimensionName } from '../guards/dimensions.js';
import { openRange, type Guard } from '../guards/guard.js';
import { earliestStart } from '../rules/earliest-start.js';
import type { Candidates } from './candidates.js';

/** A dimension whose value nobody told, with the values worth trying: one for each way the rules could take it. */
export interface UnknownDimension {
  readonly name: DimensionName;
  readonly fact: string;
  readonly readings: readonly Reading[];
}

const isUnknown = (name: DimensionName, constraint: Constraint, scene: Scene): boolean =>
  satisfies(constraint, readDimension(name, scene), dimensionOf(name).shape) === 'maybe';

/** Whether the rule could still apply: no known fact is against it. */
const isPossible = (guard: Guard, scene: Scene): boolean =>
  [...guard].every(([name, constraint]) => satisfies(constraint, readDimension(name, scene), dimensionOf(name).shape) !== 'no');

/** A word no rule mentions. */
const anyOther = ' other';

const mostSubsets = 4;

/** Every subset of a few words; of many, only none, each alone and all. */
const subsetsOf = (words: readonly string[]): readonly (readonly string[])[] => {
  if (words.length > mostSubsets) return [[], ...words.map((word) => [word]), words];
  return words.reduce<readonly (readonly string[])[]>((sets, word) => [...sets, ...sets.map((set) => [...set, word])], [[]]);
};

const yesOrNo = new Set(['true', 'false']);

const wordReadings = (name: DimensionName, constraints: readonly Constraint[], scene: Scene): readonly Reading[] => {
  const mentioned = [
    ...new Set(constraints.flatMap((constraint) => (constraint.kind === 'words' ? [...constraint.words] : []))),
  ].sort();
  const { shape } = dimensionOf(name);
  if (shape === 'many') return subsetsOf(mentioned);
  if (shape === 'place' && readDimension(name, scene) !== null) {
    const { country } = scene.facts.buyer;
    const within = mentioned.filter((word) => word.startsWith(`${country}-`));
    return [[country, anyOther], ...within.map((word) => [country, word])];
  }
  if (mentioned.every((word) => yesOrNo.has(word))) return [['true'], ['false']];
  return [[anyOther], ...mentioned.map((word) => [word])];
};

/** One number inside each cell the intervals cut the line into; beyond an open end there is none. */
const rangeReadings = (name: DimensionName, constraints: readonly Constraint[]): readonly Reading[] => {
  const possible = name.startsWith('price:') ? openRange.minor : openRange.days;
  const cuts = constraints.flatMap((constraint) => (constraint.kind === 'range' ? [constraint.from, constraint.to + 1] : []));
  const sorted = [...new Set(cuts)].sort((left, right) => left - right);
  const [first = 0] = sorted;
  return [first - 1, ...sorted].filter((reading) => reading >= possible.from && reading <= possible.to);
};

/** Nobody waits longer for goods: what an order nobody dated is presumed to lie before its delivery or the request. */
const longestOrderInDays = 3 * 366;

interface Days {
  readonly first: number;
  readonly last: number;
}

/** Of an order nobody dated only the days on which it can have been placed are tried, so that law of long ago never decides. */
const possibleOrders = (scene: Scene): Days => {
  const delivered = readDimension('delivered', scene);
  const last = (typeof delivered === 'number' ? delivered : scene.requested.day) + 1;
  return { first: last - longestOrderInDays, last };
};

/** A delivery is not before the shipment or the order, so that the days since it are not more than those since them. */
const possibleDays = (name: DimensionName, scene: Scene): Days => {
  if (name === 'placed' || name === 'contract') return possibleOrders(scene);
  const isAboutDelivery = name === 'delivered' || name === 'daysSinceDelivery' || name === 'daysInHand';
  const earliest = isAboutDelivery ? earliestStart('delivered', scene) : null;
  if (earliest === null) return { first: -Infinity, last: Infinity };
  return name === 'delivered'
    ? { first: earliest.day, last: Infinity }
    : { first: -Infinity, last: scene.requested.day - earliest.day };
};

const numberReadings = (name: DimensionName, constraints: readonly Constraint[], scene: Scene): readonly Reading[] => {
  const { first, last } = possibleDays(name, scene);
  const days = rangeReadings(name, constraints).filter((reading) => typeof reading === 'number');
  const cells = days.filter((day, index) => (index === 0 || day <= last) && (days[index + 1] ?? Infinity) > first);
  return cells.map((day) => Math.min(Math.max(day, first), last));
};

/** The dimensions that decide whether some possible rule applies and that nobody told us. */
export const findUnknownDimensions = ({ list }: Candidates, scene: Scene): readonly UnknownDimension[] => {
  const asked = new Map<DimensionName, Constraint[]>();
  for (const {
    rule: { rule },
  } of list) {
    if (!isPossible(rule.guard, scene)) continue;
    for (const guard of [rule.guard, ...rule.unless]) {
      for (const [name, constraint] of guard) {
        if (isUnknown(name, constraint, scene)) asked.set(name, [...(asked.get(name) ?? []), constraint]);
      }
    }
  }
  return [...asked].map(([name, constraints]) => {
    const { fact, shape } = dimensionOf(name);
    return {
      name,
      fact,
      readings: shape === 'range' ? numberReadings(name, constraints, scene) : wordReadings(name, constraints, scene),
    };
  });
};
