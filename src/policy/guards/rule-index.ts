import { dimensionNames, dimensionOf, type Dimension, type DimensionName } from './dimensions.js';
import type { Guard } from './guard.js';

/** Anything with a box can be indexed. */
interface Boxed {
  readonly guard: Guard;
}

type Node<Item> =
  | { readonly kind: 'leaf'; readonly items: readonly Item[] }
  | {
      readonly kind: 'fork';
      readonly name: DimensionName;
      readonly dimension: Dimension;
      readonly byWord: ReadonlyMap<string, Node<Item>>;
      /** Items the dimension does not separate. */
      readonly rest: Node<Item>;
    };

/** The words of a dimension to look under; `null` = all of them. */
export type WordsOf = (name: DimensionName, dimension: Dimension) => readonly string[] | null;

const smallestFork = 8;
/** An item under more words than this is not worth repeating under each. */
const mostWords = 16;

const keyOf = (name: DimensionName, word: string): string => (dimensionOf(name).shape === 'place' ? word.slice(0, 2) : word);

const keysOf = (name: DimensionName, { guard }: Boxed): readonly string[] | null => {
  const constraint = guard.get(name);
  if (constraint?.kind !== 'words' || constraint.words.size > mostWords) return null;
  return [...new Set([...constraint.words].map((word) => keyOf(name, word)))];
};

/** How well a dimension separates the items: what an average lookup leaves out. */
const gainOf = (name: DimensionName, items: readonly Boxed[]): number => {
  const words = new Set<string>();
  let separated = 0;
  for (const item of items) {
    const keys = keysOf(name, item);
    if (keys === null) continue;
    separated += 1;
    for (const key of keys) words.add(key);
  }
  return words.size < 2 ? 0 : separated * (1 - 1 / words.size);
};

const bestDimension = (items: readonly Boxed[], used: ReadonlySet<DimensionName>): DimensionName | null => {
  let best: DimensionName | null = null;
  let bestGain = smallestFork / 2;
  for (const name of dimensionNames) {
    const gain = used.has(name) ? 0 : gainOf(name, items);
    if (gain > bestGain) [best, bestGain] = [name, gain];
  }
  return best;
};

const grow = <Item extends Boxed>(items: readonly Item[], used: ReadonlySet<DimensionName>): Node<Item> => {
  const name = items.length < smallestFork ? null : bestDimension(items, used);
  if (name === null) return { kind: 'leaf', items };
  const groups = new Map<string, Item[]>();
  const rest: Item[] = [];
  for (const item of items) {
    const keys = keysOf(name, item);
    if (keys === null) rest.push(item);
    for (const key of keys ?? []) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  const below = new Set([...used, name]);
  const byWord = new Map([...groups].map(([key, group]): [string, Node<Item>] => [key, grow(group, below)]));
  return { kind: 'fork', name, dimension: dimensionOf(name), byWord, rest: grow(rest, below) };
};

type Leaf<Item> = Extract<Node<Item>, { kind: 'leaf' }>;

/** The leaves met so far, as a path: the same ones are met again and again, and what they hold is kept where the path ends. */
interface Trail<Item> {
  readonly before: Trail<Item> | null;
  readonly items: readonly Item[];
  readonly next: Map<Leaf<Item>, Trail<Item>>;
  found: readonly Item[] | null;
}

const createTrail = <Item>(before: Trail<Item> | null, items: readonly Item[]): Trail<Item> => ({
  before,
  items,
  next: new Map(),
  found: null,
});

/** Where several branches of a fork were taken, an item can have been met twice. */
const gather = <Item>(end: Trail<Item>): readonly Item[] => {
  const met = new Set<Item>();
  for (let trail: Trail<Item> | null = end; trail !== null; trail = trail.before) for (const item of trail.items) met.add(item);
  return [...met];
};

const mostTrails = 20_000;

/**
 * Finds the items whose box a case can lie in without asking each: a tree that forks on the dimension that separates best.
 * The answer may hold a few items too many, never one too few.
 */
export interface RuleIndex<Item> {
  /** Each item once, in no order; the same list where the same branches were taken, until the memory was full and emptied. */
  readonly find: (wordsOf: WordsOf) => readonly Item[];
}

export const createRuleIndex = <Item extends Boxed>(items: readonly Item[]): RuleIndex<Item> => {
  const root = grow(items, new Set());
  let start = createTrail<Item>(null, []);
  let trails = 0;
  const follow = (trail: Trail<Item>, leaf: Leaf<Item>): Trail<Item> => {
    const known = trail.next.get(leaf);
    if (known !== undefined) return known;
    const made = createTrail(trail, leaf.items);
    trails += 1;
    trail.next.set(leaf, made);
    return made;
  };
  const walk = (node: Node<Item>, wordsOf: WordsOf, trail: Trail<Item>): Trail<Item> => {
    if (node.kind === 'leaf') return node.items.length === 0 ? trail : follow(trail, node);
    const words = wordsOf(node.name, node.dimension);
    let end = trail;
    if (words === null) for (const branch of node.byWord.values()) end = walk(branch, wordsOf, end);
    for (const word of words ?? []) {
      const branch = node.byWord.get(node.dimension.shape === 'place' ? word.slice(0, 2) : word);
      if (branch !== undefined) end = walk(branch, wordsOf, end);
    }
    return walk(node.rest, wordsOf, end);
  };
  return {
    find: (wordsOf) => {
      if (trails > mostTrails) [start, trails] = [createTrail<Item>(null, []), 0];
      const end = walk(root, wordsOf, start);
      end.found ??= gather(end);
      return end.found;
    },
  };
};
