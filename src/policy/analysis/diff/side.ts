import { compilePolicy, type Policy } from '../../compile.js';
import type { Guard } from '../../guards/guard.js';
import type { Pack } from '../../packs/types.js';
import type { Rule, Source } from '../../rules/rule.js';

/** One of the two policies. */
export interface Side {
  /** The seller's documents alone, with the calendars they count by. */
  readonly own: Policy;
  /** With law and marketplaces; compiled when first asked for. */
  readonly full: () => Policy;
  /** Of the documents; narrower rules first. */
  readonly source: Source;
}

const silentSource: Source = { id: 'seller:', layer: 'seller', rules: [] };

const withoutRules = (pack: Pack): Pack => ({ ...pack, rules: [] });

export const openSide = (documents: readonly unknown[], packs: readonly Pack[]): Side => {
  // Most of the work of a comparison without differences would be to compile the law.
  let full: Policy | undefined;
  const own = compilePolicy(documents, { packs: packs.map(withoutRules) });
  return {
    own,
    full: () => (full ??= compilePolicy(documents, { packs })),
    source: own.sources.find(({ layer }) => layer === 'seller') ?? silentSource,
  };
};

const showGuard = (guard: Guard): string =>
  [...guard]
    .map(
      ([name, constraint]) =>
        `${name} ${JSON.stringify(constraint.kind === 'words' ? [...constraint.words].sort() : constraint)}`,
    )
    .sort()
    .join();

const textOf = ({ guard, unless, terms, yieldsTo }: Rule): string =>
  JSON.stringify([[guard, ...unless].map(showGuard), terms, yieldsTo]);

/** Rules that only one of the sides has. Where none of them holds, both say the same. */
export const changedRules = (before: readonly Rule[], after: readonly Rule[]): readonly Rule[] => {
  const [old, recent] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  return [...before.filter((rule) => !recent.has(textOf(rule))), ...after.filter((rule) => !old.has(textOf(rule)))];
};
