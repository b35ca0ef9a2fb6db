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

type IsSame = (newer: MoneyFact, older: MoneyFact) => boolean;

const isSameAmount: IsSame = (newer, older) =>
  newer.amount !== undefined && older.amount !== undefined && isSameMoney(newer.amount, older.amount);

/** Without a number of its own. The newer API may call any money that goes back a refund. */
const isLike: IsSame = (newer, older) =>
  (newer.adjustmentId === undefined || older.adjustmentId === undefined) &&
  mayBeSameGoods(newer, older) &&
  (newer.type === older.type || (newer.type === 'refund' && newer.postedAt === older.postedAt && isSameAmount(newer, older)));

/** The surest sign first. */
const signs: readonly IsSame[] = [
  (newer, older) => newer.adjustmentId !== undefined && newer.adjustmentId === older.adjustmentId,
  (newer, older) => isLike(newer, older) && newer.postedAt === older.postedAt,
  (newer, older) => isLike(newer, older) && isSameAmount(newer, older),
];

/** Both Finances APIs tell of the same money: what the newer one tells of, by what the older one does. Each is one other's twin at most. */
export const twinsOf = (facts: readonly MoneyFact[]): ReadonlyMap<MoneyFact, MoneyFact> => {
  const older = facts.filter(({ source }) => source === 'finances-v0');
  const newer = facts.filter(({ source }) => source === 'finances');
  const twins = new Map<MoneyFact, MoneyFact>();
  const taken = new Set<MoneyFact>();
  for (const isSame of signs) {
    for (const fact of newer) {
      const twin = twins.has(fact) ? undefined : older.find((other) => !taken.has(other) && isSame(fact, other));
      if (twin === undefined) continue;
      twins.set(fact, twin);
      taken.add(twin);
    }
  }
  return twins;
};

/** The older API names the type and the parts and is believed; the newer one counts for what the older does not tell yet. */
export const eachAdjustmentOnce = (facts: readonly MoneyFact[]): readonly MoneyFact[] => {
  const twins = twinsOf(facts);
  const older = facts.filter(({ source }) => source === 'finances-v0');
  const told = [...older, ...facts.filter((fact) => fact.source === 'finances' && !twins.has(fact))];
  return told.sort((left, right) => Number(left.postedAt > right.postedAt) - Number(left.postedAt < right.postedAt));
};
