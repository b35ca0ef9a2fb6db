import { addMoney, money, type Money } from '../../core/money.js';
import { expectedOf, sure, textOf, toChance, type Chance } from './chance.js';
import type { Assumption, Chances, CostKind, CostLine, Solution } from './types.js';

/** Either what was given, or the name of the setting that is missing. */
export type Told<Value> = { readonly value: Value } | { readonly missing: string };

export const told = <Value>(value: Value | undefined, name: string): Told<Value> =>
  value === undefined ? { missing: name } : { value };

/** One part of a cost before it is known whether all of it was given. */
export interface Entry {
  readonly kind: CostKind;
  readonly amount: Told<Money>;
  readonly chance?: Told<Chance>;
  /** Money that comes in. */
  readonly isGain?: boolean;
}

export const chanceOf = (chances: Chances | undefined, name: keyof Chances): Told<Chance> => {
  const text = chances?.[name];
  return told(text === undefined ? undefined : toChance(text), `chances.${name}`);
};

export const mapTold = <Value, Next>(from: Told<Value>, map: (value: Value) => Next): Told<Next> =>
  'missing' in from ? from : { value: map(from.value) };

const negative = ({ minor, currency }: Money): Money => money(-minor, currency);

const toLine = ({ kind, amount, chance = { value: sure }, isGain = false }: Entry): CostLine | readonly string[] => {
  const missing = [amount, chance].flatMap((one) => ('missing' in one ? [one.missing] : []));
  if ('missing' in amount || 'missing' in chance) return missing;
  const signed = isGain ? negative(amount.value) : amount.value;
  return { kind, amount: signed, chance: textOf(chance.value), expected: expectedOf(signed, chance.value) };
};

const isLine = (line: CostLine | readonly string[]): line is CostLine => 'kind' in line;

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** Adds the entries up, those of nothing left out. One that is not known makes the whole unknown, never smaller. */
export const addUp = (entries: readonly Entry[], currency: string): Pick<Solution, 'cost' | 'lines' | 'missing'> => {
  const results = entries.map(toLine);
  const lines = results.filter(isLine);
  const missing = distinct(results.flatMap((result) => (isLine(result) ? [] : result)));
  const cost = missing.length > 0 ? null : lines.reduce((sum, { expected }) => addMoney(sum, expected), money(0, currency));
  return { cost, lines: lines.filter(({ amount }) => amount.minor !== 0), missing };
};

const chanceNames = ['arrives', 'replacementFails', 'partialAccepted', 'goodsSaved', 'carrierPays'] as const;

/** The chances of the caller that a solution's lines were counted with. */
export const chancesUsed = (names: readonly (keyof Chances)[], chances: Chances | undefined): readonly Assumption[] =>
  chanceNames
    .filter((name) => names.includes(name) && chances?.[name] !== undefined)
    .map((name) => ({ code: 'chance-given', about: `chances.${name}`, value: chances?.[name] ?? null }));
