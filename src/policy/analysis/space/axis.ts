import type { Constraint, Shape } from '../../guards/constraint.js';
import { dimensionOf, type DimensionName } from '../../guards/dimensions.js';
import { openRange, type Guard } from '../../guards/guard.js';
import type { DaySpan } from '../horizon.js';
import { universeOf } from './universe.js';

/** Values of a dimension that no rule tells apart: either all of them are in a rule's list or interval, or none is. */
export type AxisClass =
  | {
      readonly kind: 'words';
      /** The most ordinary first. Of what a case can have several of: having any of them. Empty: having none. */
      readonly words: readonly string[];
      /** No rule mentions them. */
      readonly isOther: boolean;
    }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/**
 * One direction in which cases differ. A dimension is one axis, except one that holds several words at once (traits, tags): each group
 * of words that rules always name together is an axis of its own, with the classes `has none of them` and `has one of them`.
 */
export interface Axis {
  readonly index: number;
  readonly dimension: DimensionName;
  readonly classes: readonly AxisClass[];
  /** One bit for each class. */
  readonly whole: bigint;
}

type Draft = Omit<Axis, 'index'>;

const toDraft = (dimension: DimensionName, classes: readonly AxisClass[]): Draft => ({
  dimension,
  classes,
  whole: (1n << BigInt(classes.length)) - 1n,
});

const isIn = (word: string, list: ReadonlySet<string>, shape: Shape): boolean =>
  list.has(word) || (shape === 'place' && list.has(word.slice(0, 2)));

const wordLists = (constraints: readonly Constraint[]): readonly ReadonlySet<string>[] => {
  const lists = constraints.flatMap((constraint) => (constraint.kind === 'words' ? [constraint.words] : []));
  return [...new Map(lists.map((list) => [[...list].sort().join('\n'), list])).values()];
};

/** Which lists a word is in, as text. */
const signatureOf = (word: string, lists: readonly ReadonlySet<string>[], shape: Shape): string =>
  lists.map((list) => (isIn(word, list, shape) ? '1' : '0')).join('');

const groupBySignature = (
  words: readonly string[],
  lists: readonly ReadonlySet<string>[],
  shape: Shape,
): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const signature = signatureOf(word, lists, shape);
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, [word]);
    else group.push(word);
  }
  return groups;
};

/** Each word some rule mentions in a class of its own: for dimensions whose words differ in more than rules, as countries do in holidays. */
const apart = (classes: readonly AxisClass[]): readonly AxisClass[] =>
  classes.flatMap((each): readonly AxisClass[] =>
    each.kind === 'words' && !each.isOther ? each.words.map((word) => ({ ...each, words: [word] })) : [each],
  );

const wordAxes = (name: DimensionName, constraints: readonly Constraint[], { isApart }: Cutting): readonly Draft[] => {
  const { shape } = dimensionOf(name);
  const lists = wordLists(constraints);
  const mentioned = [...new Set(lists.flatMap((list) => [...list]))].sort();
  const universe = shape === 'many' ? mentioned : universeOf(name, mentioned);
  const groups = groupBySignature(universe, lists, shape);
  const classes = [...groups].map(([signature, words]): AxisClass => ({
    kind: 'words',
    words,
    isOther: !signature.includes('1'),
  }));
  if (shape !== 'many') return [toDraft(name, isApart(name) ? apart(classes) : classes)];
  return classes.map((group) => toDraft(name, [{ kind: 'words', words: [], isOther: true }, group]));
};

/** The values of a range that can be: days of the horizon, prices from nothing on. */
const domainOf = (name: DimensionName, days: DaySpan): DaySpan => {
  if (name.startsWith('price:')) return openRange.minor;
  if (name === 'daysSinceDelivery' || name === 'daysInHand') return { from: 0, to: days.to - days.from };
  return days;
};

const rangeAxis = (name: DimensionName, constraints: readonly Constraint[], days: DaySpan): Draft => {
  const domain = domainOf(name, days);
  const cuts = constraints.flatMap((constraint) => (constraint.kind === 'range' ? [constraint.from, constraint.to + 1] : []));
  const inside = cuts.filter((cut) => cut > domain.from && cut <= domain.to);
  const starts = [...new Set([domain.from, ...inside])].sort((left, right) => left - right);
  const classes = starts.map((from, index): AxisClass => ({ kind: 'range', from, to: (starts[index + 1] ?? domain.to + 1) - 1 }));
  return toDraft(name, classes);
};

export interface Cutting {
  /** The days that are looked at. */
  readonly days: DaySpan;
  readonly isApart: (name: DimensionName) => boolean;
}

/** Cuts every dimension the guards mention into classes. Dimensions nobody mentions have no axis: every value is alike. */
export const cutAxes = (guards: Iterable<Guard>, cutting: Cutting): readonly Axis[] => {
  const asked = new Map<DimensionName, Constraint[]>();
  for (const guard of guards) {
    for (const [name, constraint] of guard) asked.set(name, [...(asked.get(name) ?? []), constraint]);
  }
  const names = [...asked.keys()].sort();
  const drafts = names.flatMap((name) => {
    const constraints = asked.get(name) ?? [];
    return dimensionOf(name).shape === 'range'
      ? [rangeAxis(name, constraints, cutting.days)]
      : wordAxes(name, constraints, cutting);
  });
  return drafts.map((draft, index) => ({ index, ...draft }));
};

/** The classes of an axis that a constraint allows, as bits. */
export const maskOf = ({ classes, dimension }: Axis, constraint: Constraint): bigint => {
  const { shape } = dimensionOf(dimension);
  return classes.reduce((mask, each, index) => {
    const [first] = each.kind === 'words' ? each.words : [];
    const isAllowed =
      each.kind === 'range'
        ? constraint.kind === 'range' && each.from >= constraint.from && each.to <= constraint.to
        : constraint.kind === 'words' && first !== undefined && isIn(first, constraint.words, shape);
    return isAllowed ? mask | (1n << BigInt(index)) : mask;
  }, 0n);
};
