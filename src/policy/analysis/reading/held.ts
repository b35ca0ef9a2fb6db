import type { Rule } from '../../rules/rule.js';
import type { Cell } from '../space/explore.js';

/** What one question about a policy needs to know of its rules. */
export interface Wanted {
  /** Names of parameters of which the narrowest rule decides: `pays.return`. */
  readonly parameters: ReadonlySet<string>;
  /** Whether extensions count, which add up. */
  readonly withExtensions: boolean;
}

const wanted = (...names: readonly string[]): Wanted => ({ parameters: new Set(names), withExtensions: false });

export const wantedForVerdict: Wanted = { ...wanted('window', 'conditions', 'otherwise'), withExtensions: true };

/** What refuses goods for their condition. */
export const wantedForGoods = wanted('conditions', 'otherwise');

/** What makes up each part of the terms. */
export const wantedFor = {
  return: wanted('pays.return'),
  outbound: wanted('pays.outbound', 'refund.outbound'),
  replacement: wanted('pays.replacement'),
  refund: wanted('refund.item', 'refund.form', 'refund.fees', 'refund.late', 'conditions', 'otherwise'),
  remedies: wanted('remedies'),
} as const satisfies Readonly<Record<string, Wanted>>;

export type TermsPart = keyof typeof wantedFor;

export const termsParts: readonly TermsPart[] = ['return', 'outbound', 'replacement', 'refund', 'remedies'];

const setsAny = ({ parameters }: Rule, names: ReadonlySet<string>): boolean => {
  for (const name of names) if (parameters.has(name)) return true;
  return false;
};

/** Whether the rule says something of what is wanted. */
export const speaksOf = (rule: Rule, { parameters, withExtensions }: Wanted): boolean =>
  (withExtensions && rule.terms.extend !== undefined) || setsAny(rule, parameters);

/**
 * The rules that hold in the cell and decide what is wanted, narrower first. A wider rule is not even asked about once narrower ones have
 * said everything it says: that keeps the number of cells small.
 */
export const heldIn = (cell: Cell<Rule>, rules: readonly Rule[], want: Wanted): readonly Rule[] => {
  const held: Rule[] = [];
  const undecided = new Set(want.parameters);
  for (const rule of rules) {
    const isExtending = want.withExtensions && rule.terms.extend !== undefined;
    if ((!isExtending && !setsAny(rule, undecided)) || !cell.holds(rule)) continue;
    held.push(rule);
    // Who gives way to another rule by name has not decided yet.
    if (rule.yieldsTo.length === 0) for (const name of undecided) if (rule.parameters.has(name)) undecided.delete(name);
  }
  return held;
};
