import type { Because } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { exactly, floorExact, inCurrency, negate, shareOf, smaller, type ExactAmount } from './amounts.js';
import type { ExactLine } from './refund-lines.js';
import type { Fee, Otherwise } from './terms.js';

/** What a deduction is taken from: the goods as refunded. */
export interface Base {
  /** Price of the returned units in minor units of `currency`. */
  readonly minor: number;
  readonly currency: string;
}

const sizeOf = (fee: Fee, base: Base, { facts }: Scene): ExactAmount | null => {
  if (fee.percent !== undefined) return shareOf(base.minor, fee.percent);
  const amount = fee.kind === 'return-shipping' ? facts.returnShipping?.cost : fee.amount;
  const minor = amount === undefined ? null : inCurrency(amount, base.currency, facts.rates);
  return minor === null ? null : exactly(minor);
};

/** A fee as a line below zero, never more than its cap nor than the goods. */
export const feeLine = (fee: Fee, base: Base, { scene, because }: { scene: Scene; because: Because }): ExactLine => {
  const size = sizeOf(fee, base, scene);
  const cap = fee.cap === undefined ? undefined : inCurrency(fee.cap, base.currency, scene.facts.rates);
  const line = { kind: fee.kind, cap: fee.cap ?? null, because };
  if (size === null || cap === null) return { amount: null, ...line };
  const capped = cap === undefined ? size : smaller(size, exactly(cap));
  return { amount: negate(smaller(capped, exactly(base.minor))), ...line };
};

/** The deduction for goods that come back in worse condition: the stated loss of value, up to a share of the price. */
export const lossLine = (
  otherwise: Extract<Otherwise, { kind: 'deduct' }>,
  base: Base,
  { scene, because }: { scene: Scene; because: Because },
): ExactLine => {
  const most = shareOf(base.minor, otherwise.upTo);
  const cap = { minor: floorExact(most), currency: base.currency };
  const loss = scene.facts.item.condition?.valueLoss;
  const minor = loss === undefined ? null : inCurrency(loss, base.currency, scene.facts.rates);
  return { kind: otherwise.line, amount: minor === null ? null : negate(smaller(exactly(minor), most)), cap, because };
};
