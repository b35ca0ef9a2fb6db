/** Numbers that look random and repeat for the same keys, so that a seed names a whole world. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** Both ends included. */
  integer(from: number, to: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  chance(probability: number): boolean;
  text(length: number, alphabet: string): string;
  /** Lower-case hexadecimal digits. */
  hex(length: number): string;
}

/** FNV-1a, so that neighboring keys start far apart. */
const hash = (text: string): number => {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state >>> 0;
};

/** Mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c) seeded by all keys together. */
export const createRandom = (...keys: readonly (string | number)[]): Random => {
  let state = hash(keys.join('\u0000'));
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    chance: (probability) => next() < probability,
    text: (length, alphabet) => {
      let text = '';
      while (text.length < length) text += alphabet.charAt(integer(0, alphabet.length - 1));
      return text;
    },
    hex: (length) => {
      let text = '';
      while (text.length < length)
        text += Math.floor(next() * 0x100000000)
          .toString(16)
          .padStart(8, '0');
      return text.slice(0, length);
    },
  };
};
