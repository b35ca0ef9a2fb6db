/**
 * The parts a grammar is made of, as plain data: the check of documents reads them, and so does what writes their JSON Schema. Each
 * carries, for the compiler alone, the type of what is written in its place, so that a grammar cannot say anything else than the types.
 */
declare const written: unique symbol;

type Kind =
  | { readonly kind: 'text'; readonly isRight: (found: string) => boolean; readonly expected: string }
  | { readonly kind: 'word'; readonly words: readonly (string | true)[] }
  | { readonly kind: 'count'; readonly most: number; readonly expected: string }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'list'; readonly item: AnyPart; readonly least: number }
  | { readonly kind: 'group'; readonly fields: Readonly<Record<string, AnyPart>> }
  | { readonly kind: 'table'; readonly keys: readonly string[]; readonly entry: AnyPart }
  | { readonly kind: 'either'; readonly parts: readonly AnyPart[] }
  | { readonly kind: 'again'; readonly part: () => AnyPart };

export type AnyPart = Kind & { readonly isOptional?: true };

/** Of exactly this type: neither a narrower nor a wider one will do. */
export type Part<Value> = Kind & { readonly [written]?: (value: Value) => Value };

export interface Optional {
  readonly isOptional: true;
}

/** A part for each key, `optional` where the key may be left out. */
export type Fields<Value> = {
  readonly [Key in keyof Value]-?: undefined extends Value[Key]
    ? Part<Exclude<Value[Key], undefined>> & Optional
    : Part<Value[Key]> & { readonly isOptional?: never };
};

/** A text the test accepts; `expected` tells people what would be right. */
export const text = (isRight: (found: string) => boolean, expected: string): Part<string> => ({
  kind: 'text',
  isRight,
  expected,
});

export const oneOf = <const Word extends string | true>(...words: readonly Word[]): Part<Word> => ({ kind: 'word', words });

export const countUpTo = (most: number): Part<number> => ({
  kind: 'count',
  most,
  expected: `a whole number from 0 to ${String(most)}`,
});

export const yesNo: Part<boolean> = { kind: 'yes-no' };

export const listOf = <Item>(item: Part<Item>, least = 0): Part<Item[]> => ({ kind: 'list', item, least });

export const either = <First, Second>(first: Part<First>, second: Part<Second>): Part<First | Second> => ({
  kind: 'either',
  parts: [first, second],
});

/** One or a list of them: a list means any. */
export const oneOrMany = <Item>(item: Part<Item>): Part<Item | Item[]> => either(item, listOf(item, 1));

/** A group of keys: a key it does not name is a mistake. */
export const group = <Value>(fields: Fields<Value>): Part<Value> => ({ kind: 'group', fields });

/** A group of keys whose values are all of one part, and of which none has to be there. */
export const tableOf = <Key extends string, Entry>(
  keys: readonly Key[],
  entry: Part<Entry>,
): Part<Partial<Record<Key, Entry>>> => ({
  kind: 'table',
  keys,
  entry,
});

/** A part that stands within itself. */
export const again = <Value>(part: () => Part<Value>): Part<Value> => ({ kind: 'again', part });

/** A field that may be left out. */
export const optional = <Value>(part: Part<Value>): Part<Value> & Optional => ({ ...part, isOptional: true });
