import { isSameMoney } from '../../../core/money.js';
import { epochMsOf } from '../../../core/time.js';
import type { MoneyFact, ReturnFact } from './facts.js';

/** A day without its zone may have begun this much later than read. */
const toleranceInMs = 2 * 86_400_000;

const isSameItem = (money: MoneyFact, fact: ReturnFact): boolean => {
  if (money.orderItemId !== undefined && fact.orderItemId !== undefined) return money.orderItemId === fact.orderItemId;
  if (money.sku !== undefined && fact.sku !== undefined) return money.sku === fact.sku;
  if (money.asin !== undefined && fact.asin !== undefined) return money.asin === fact.asin;
  // What names no goods is of the whole order.
  return true;
};

const openedInMs = (fact: ReturnFact): number => {
  switch (fact.kind) {
    case 'seller-return':
      return Date.parse(fact.requested.at ?? fact.requested.date);
    case 'external-return':
      return fact.createdAt === undefined ? 0 : epochMsOf(fact.createdAt);
    case 'fba-return':
      // A warehouse's row comes weeks after the money.
      return 0;
  }
};

const isNamed = ({ safeTClaimId }: MoneyFact, fact: ReturnFact): boolean =>
  fact.kind === 'seller-return' && safeTClaimId !== undefined && fact.safeT?.claimId === safeTClaimId;

/** Whether the money can be of this return: the same goods, and not before it was asked for. */
const mayBeOf = (money: MoneyFact, facts: readonly ReturnFact[]): boolean =>
  money.safeTClaimId !== undefined
    ? facts.some((fact) => isNamed(money, fact))
    : facts.some((fact) => isSameItem(money, fact) && openedInMs(fact) <= epochMsOf(money.postedAt) + toleranceInMs);

/** The one return that the money can be of. Where several can, nobody knows, and a guess would count it to the wrong one. */
export const onlyReturnOf = (money: MoneyFact, returns: readonly (readonly ReturnFact[])[]): number | undefined => {
  const candidates = returns.flatMap((facts, index) => (mayBeOf(money, facts) ? [index] : []));
  return candidates.length === 1 ? candidates[0] : undefined;
};

/** One of the two may not name its goods. */
const mayBeSameGoods = (left: MoneyFact, right: MoneyFact): boolean =>
  left.sku === undefined || right.sku === undefined || left.sku === right.sku;

const isSameAdjustment = (left: MoneyFact, right: MoneyFact): boolean => {
  if (left.adjustmentId !== undefined && right.adjustmentId !== undefined) return left.adjustmentId === right.adjustmentId;
  if (!mayBeSameGoods(left, right)) return false;
  const isSameAmount = left.amount !== undefined && right.amount !== undefined && isSameMoney(left.amount, right.amount);
  return left.type === right.type && (left.postedAt === right.postedAt || isSameAmount);
};

/**
 * Both Finances APIs tell of the same money. The older one names the type and the parts and is believed; the newer one counts for what
 * the older does not tell yet.
 */
export const eachAdjustmentOnce = (facts: readonly MoneyFact[]): readonly MoneyFact[] => {
  const older = facts.filter(({ source }) => source === 'finances-v0');
  const newer = facts.filter(({ source }) => source === 'finances');
  const taken = new Set<MoneyFact>();
  for (const fact of newer) {
    const same = older.find((other) => !taken.has(other) && isSameAdjustment(other, fact));
    if (same !== undefined) taken.add(same).add(fact);
  }
  const told = [...older, ...newer.filter((fact) => !taken.has(fact))];
  return told.sort((left, right) => Number(left.postedAt > right.postedAt) - Number(left.postedAt < right.postedAt));
};
