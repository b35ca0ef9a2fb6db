import type { Because } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Settled } from '../merge/settled.js';
import { roundExact } from '../rules/amounts.js';
import { wholeInBasisPoints, type Fee } from '../rules/terms.js';
import { pricesToTry, withPrice } from './parts/less-refund.js';
import type { Interval } from './space/timeline.js';
import { showMoney } from './words/show-value.js';

/** What comes back for the goods, as a function of their price. */
export interface Paying {
  readonly refund: Settled;
  /** Whether the goods come back in a state that something is deducted for. */
  readonly isDeducting: boolean;
}

export interface MoneyFault {
  readonly facts: CaseFacts;
  readonly topic: 'above' | 'below';
  readonly rule: string;
  readonly says: string;
  readonly because: Because;
}

export const shareOf = ({ share }: Settled): number => (typeof share?.value === 'number' ? share.value : wholeInBasisPoints);

const feesOf = ({ fees }: Settled): readonly Fee[] => fees?.value ?? [];

const isForWayBack = ({ kind, percent }: Fee): boolean => kind === 'return-shipping' && percent === undefined;

/** What a fee takes of a price, in minor units times ten thousand, before anything stops it. */
const takes = (fee: Fee, minor: number, wayBack: number): number => {
  const fixed = isForWayBack(fee) ? wayBack : (fee.amount?.minor ?? 0);
  const size = fixed * wholeInBasisPoints + (fee.percent ?? 0) * minor;
  return fee.cap === undefined ? size : Math.min(size, fee.cap.minor * wholeInBasisPoints);
};

/** Goods can lose all they were worth and no more. */
const lossOf = ({ refund: { otherwise }, isDeducting }: Paying): number =>
  isDeducting && otherwise?.value.kind === 'deduct' ? Math.min(otherwise.value.upTo, wholeInBasisPoints) : 0;

interface Sums {
  readonly paying: Paying;
  /** What the way back costs in this case. */
  readonly wayBack: number;
}

/** What is left of a price when nothing stops at zero. A straight line between caps, bent upwards at each: convex. */
const leftOf = ({ paying, wayBack }: Sums, minor: number): number =>
  (shareOf(paying.refund) - lossOf(paying)) * minor -
  feesOf(paying.refund).reduce((sum, fee) => sum + takes(fee, minor, wayBack), 0);

/** The highest price with the same fault: what is below zero is so on one interval. */
const highestBelow = (sums: Sums, known: number, top: number): number => {
  let [below, above] = [known, top + 1];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (leftOf(sums, middle) < 0) below = middle;
    else above = middle;
  }
  return below;
};

const usualInMinor = 8000;

const priceBelow = (sums: Sums, prices: readonly number[], intervals: readonly Interval[]): number | null => {
  const low = prices.filter((minor) => leftOf(sums, minor) < 0);
  const known = low.includes(usualInMinor) ? usualInMinor : Math.max(...low);
  if (low.length === 0 || known === usualInMinor) return low.length === 0 ? null : known;
  const top = intervals.find(({ from, to }) => from <= known && known <= to)?.to ?? known;
  return highestBelow(sums, known, Math.min(top, Math.max(...prices)));
};

/** More units make up for what rounding hides of one. */
const quantitiesToTry = [1, 2, 100] as const;

const withQuantity = (facts: CaseFacts, quantity: number): CaseFacts =>
  quantity === 1 ? facts : { ...facts, item: { ...facts.item, quantity, quantityOrdered: quantity } };

const aboveIn = (facts: CaseFacts, sums: Sums, prices: readonly number[]): readonly MoneyFault[] => {
  const { refund } = sums.paying;
  if (shareOf(refund) <= wholeInBasisPoints) return [];
  const ordinaryFirst = [...prices].sort((left, right) => Number(right === usualInMinor) - Number(left === usualInMinor));
  for (const quantity of quantitiesToTry) {
    const minor = ordinaryFirst.find((price) => roundExact(leftOf(sums, price * quantity)) > price * quantity);
    if (minor === undefined) continue;
    const paid = showMoney({ minor: minor * quantity, currency: facts.item.price.currency });
    const because = refund.share?.because ?? [];
    const says = `more than ${paid} comes back for ${paid}`;
    return [
      { facts: withQuantity(withPrice(facts, minor), quantity), topic: 'above', rule: because[0]?.rule ?? '', says, because },
    ];
  }
  return [];
};

const showTakings = ({ refund }: Paying, currency: string, { wayBack, loss }: { wayBack: number; loss: number }): string => {
  const fees = feesOf(refund);
  const names = [
    ...(fees.some((fee) => !isForWayBack(fee)) ? ['the fees'] : []),
    ...(fees.some(isForWayBack) ? [`${showMoney({ minor: wayBack, currency })} for the way back`] : []),
    ...(loss > 0 ? ['what is deducted for worse goods'] : []),
  ];
  const verb = names.length === 1 && names[0] !== 'the fees' ? 'is' : 'are';
  return `${names.join(' and ')} ${verb} more than what comes back`;
};

const belowIn = (
  facts: CaseFacts,
  sums: Sums,
  { prices, intervals }: { prices: readonly number[]; intervals: readonly Interval[] },
): readonly MoneyFault[] => {
  const { paying, wayBack } = sums;
  const { fees, otherwise } = paying.refund;
  const minor = priceBelow(sums, prices, intervals);
  if (minor === null) return [];
  const loss = lossOf(paying);
  const because = [
    ...((fees?.value.length ?? 0) > 0 ? (fees?.because ?? []) : []),
    ...(loss > 0 ? (otherwise?.because ?? []) : []),
  ];
  const { currency } = facts.item.price;
  const says = `${showTakings(paying, currency, { wayBack, loss })} for ${showMoney({ minor, currency })}`;
  return [{ facts: withPrice(facts, minor), topic: 'below', rule: because[0]?.rule ?? '', says, because }];
};

/** What is wrong with the sums of one refund over the prices it can be about. */
export const moneyFaultsIn = (facts: CaseFacts, paying: Paying, intervals: readonly Interval[]): readonly MoneyFault[] => {
  const sums: Sums = { paying, wayBack: facts.returnShipping?.cost?.minor ?? 0 };
  const kinks = feesOf(paying.refund).some(isForWayBack) ? [sums.wayBack - 1, sums.wayBack, sums.wayBack + 1] : [];
  const inside = (minor: number): boolean => minor > 0 && intervals.some(({ from, to }) => from <= minor && minor <= to);
  const prices = [...new Set([...pricesToTry([paying.refund], intervals), ...kinks.filter(inside)])];
  return [...aboveIn(facts, sums, prices), ...belowIn(facts, sums, { prices, intervals })];
};
