import type { Box } from '../space/box.js';
import { toFactors, type Factor } from '../space/factors.js';
import { narrowBoxes } from './narrow-boxes.js';
import { isTakenForGranted, showAxes, type NamedSpace } from './show-region.js';

/** How many alternatives are told before the rest is only counted. */
const mostAlternatives = 6;

/** Among alternatives a comma would be taken for the next one: `DE or FR`. */
const withoutCommas = (words: string): string => words.replaceAll(', ', ' or ');

/** The alternatives, those with the fewest conditions first. */
const showFactor = (space: NamedSpace, { axes, boxes }: Factor): string => {
  const along = space.axes.filter(({ index }) => axes.includes(index));
  const show = (box: Box): readonly string[] => showAxes(space, box, along).map(withoutCommas);
  const lengthOf = (box: Box): number => show(box).join(' and ').length;
  const alternatives = narrowBoxes(boxes, { axes: along, lengthOf })
    .map(show)
    .sort((left, right) => left.length - right.length)
    .map((words) => words.join(' and '));
  const rest = alternatives.length - mostAlternatives;
  const told = rest > 1 ? [...alternatives.slice(0, mostAlternatives), `${String(rest)} more kinds of cases`] : alternatives;
  return told.join(', or ');
};

/** A union of boxes in words: those of all its cases, then one choice after the other. */
interface Union {
  readonly shared: readonly string[];
  readonly choices: readonly string[];
}

const toUnion = (space: NamedSpace, boxes: readonly Box[]): Union => {
  const [first = []] = boxes;
  const factors = toFactors(boxes);
  const differing = new Set(factors.flatMap(({ axes }) => axes));
  const common = space.axes.filter((axis) => !differing.has(axis.index) && !isTakenForGranted(axis, first[axis.index] ?? 0n));
  return { shared: showAxes(space, first, common), choices: factors.map((factor) => showFactor(space, factor)) };
};

const write = ({ shared, choices }: Union): string => {
  const parts = [shared.join(', '), ...choices].filter((part) => part !== '');
  return parts.length === 0 ? 'every case' : parts.join('; ');
};

/** Boxes in which the same days are wrong, with those days in words. */
export interface DatedBoxes {
  readonly when: string | null;
  readonly boxes: readonly Box[];
}

interface DatedUnion extends Union {
  readonly when: string | null;
}

const withDays = ({ shared, choices, when }: DatedUnion): Union => ({
  shared: [...shared, ...(when === null ? [] : [when])],
  choices,
});

/** What differs between the kinds of days is one more choice, where all else is the same. */
const joinKinds = (kinds: readonly DatedUnion[]): Union | null => {
  const [first] = kinds;
  if (first === undefined || kinds.some(({ choices }) => choices.join('; ') !== first.choices.join('; '))) return null;
  const shared = first.shared.filter((word) => kinds.every((kind) => kind.shared.includes(word)));
  const rest = kinds.map((kind) =>
    [...kind.shared.filter((word) => !shared.includes(word)), ...(kind.when === null ? [] : [kind.when])].join(' and '),
  );
  return rest.includes('') ? null : { shared, choices: [rest.join(', or '), ...first.choices] };
};

/**
 * Boxes in the words a merchant would use: what they have in common, then what they differ in, as in
 * `DE, change of mind, day 8–14; used goods, or incomplete goods`.
 */
export const showUnion = (space: NamedSpace, dated: readonly DatedBoxes[]): string => {
  const kinds = dated.map(({ when, boxes }): DatedUnion => ({ ...toUnion(space, boxes), when }));
  const joined = kinds.length > 1 ? joinKinds(kinds) : null;
  return joined === null ? kinds.map((kind) => write(withDays(kind))).join('; also ') : write(joined);
};
