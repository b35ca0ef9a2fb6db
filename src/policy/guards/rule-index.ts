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

/** What was met so far. Where several branches of a fork were taken an item can have been met twice. */
interface Met<Item> {
  readonly items: Item[];
  isRepeated: boolean;
}

const collect = <Item>(node: Node<Item>, wordsOf: WordsOf, met: Met<Item>): void => {
  if (node.kind === 'leaf') {
    for (const item of node.items) met.items.push(item);
    return;
  }
  const words = wordsOf(node.name, node.dimension);
  if (words?.length !== 1) met.isRepeated = true;
  if (words === null) for (const branch of node.byWord.values()) collect(branch, wordsOf, met);
  for (const word of words ?? []) {
    const branch = node.byWord.get(node.dimension.shape === 'place' ? word.slice(0, 2) : word);
    if (branch !== undefined) collect(branch, wordsOf, met);
  }
  collect(node.rest, wordsOf, met);
};

/**
 * Finds the items whose box a case can lie in without asking each: a tree that forks on the dimension that separates best.
 * The answer may hold a few items too many, never one too few.
 */
export interface RuleIndex<Item> {
  /** Each item once, in no order. */
  readonly find: (wordsOf: WordsOf) => readonly Item[];
}

export const createRuleIndex = <Item extends Boxed>(items: readonly Item[]): RuleIndex<Item> => {
  const root = grow(items, new Set());
  return {
    find: (wordsOf) => {
      const met: Met<Item> = { items: [], isRepeated: false };
      collect(root, wordsOf, met);
      return met.isRepeated ? [...new Set(met.items)] : met.items;
    },
  };
};
