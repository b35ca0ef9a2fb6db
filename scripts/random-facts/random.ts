/** Numbers that look random and are the same again for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

/** Mulberry32: small, quick, and good enough to spread facts. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    happens: (probability) => next() < probability,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  };
};

/** What may be left out: each key is kept with that probability. */
export const some = <Shape extends object>(random: Random, probability: number, shape: Shape): Partial<Shape> => {
  const kept: Partial<Shape> = {};
  for (const key in shape) if (random.happens(probability)) kept[key] = shape[key];
  return kept;
};

const isFilled = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] => items.length > 0;

/** A list to pick from. */
export const filled = <Item>(items: readonly Item[]): readonly [Item, ...Item[]] => {
  if (!isFilled(items)) throw new RangeError('a list to pick from is empty');
  return items;
};
