import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Scene } from '../../facts/scene.js';
import { resolveGoodsRefund } from '../../merge/goods-refund.js';
import type { Settled } from '../../merge/settled.js';
import { roundExact } from '../../rules/amounts.js';
import { wholeInBasisPoints, type Fee } from '../../rules/terms.js';
import { sceneOf } from '../days/case-builder.js';
import { createRefundNumbers, type NumberSettled } from '../reading/number-settled.js';
import type { Interval } from '../space/timeline.js';
import { showMoney } from '../words/show-value.js';
import type { Less } from './less.js';

const shareIn = ({ share }: Settled): number => (typeof share?.value === 'number' ? share.value : wholeInBasisPoints);

const feesOf = ({ fees }: Settled): readonly Fee[] => fees?.value ?? [];

/** The currency the amounts of the fees are in, if any. */
export const feeCurrency = (settled: readonly Settled[]): string | null =>
  settled.flatMap(feesOf).flatMap(({ amount, cap }) => amount?.currency ?? cap?.currency ?? [])[0] ?? null;

/** Where a refund as a function of the price changes its slope: caps and fixed amounts reached, shares used up. */
const kinksOf = (settled: Settled): readonly number[] => {
  const shares = [shareIn(settled), ...feesOf(settled).flatMap(({ percent }) => percent ?? [])];
  const amounts = feesOf(settled)
    .flatMap(({ amount, cap }) => [amount?.minor, cap?.minor])
    .filter((minor) => minor !== undefined);
  const sum = amounts.reduce((total, minor) => total + minor, 0);
  return [...amounts, sum].flatMap((minor) => [
    minor,
    ...shares.filter((share) => share > 0).map((share) => Math.round((minor * wholeInBasisPoints) / share)),
  ]);
};

/** How far a price must rise for the smallest of the shares to take one minor unit more. */
const unitsPerPoint = (settled: readonly Settled[]): number => {
  const shares = settled.flatMap(feesOf).flatMap(({ percent = 0 }) => (percent > 0 ? [percent] : []));
  return shares.length === 0 ? 1 : Math.ceil(wholeInBasisPoints / Math.min(...shares));
};

const usualInMinor = 8000;
const largestInMinor = 1_000_000_000;

/** The prices at which one refund can begin to be less than another: ends, kinks and where the lines can cross, one unit around each. */
export const pricesToTry = (settled: readonly Settled[], intervals: readonly Interval[]): readonly number[] => {
  const kinks = settled.flatMap(kinksOf);
  return intervals.flatMap(({ from, to }) => {
    const top = Math.min(to, largestInMinor);
    const near = [...kinks, from, top, usualInMinor].flatMap((price) => [
      price - 1,
      price,
      price + 1,
      price + unitsPerPoint(settled),
    ]);
    return [...new Set(near.filter((price) => price >= Math.max(from, 1) && price <= top))];
  });
};

/** The case with another price; goods that lost their value lose all of it. */
export const withPrice = (facts: CaseFacts, minor: number): CaseFacts => {
  const price = { ...facts.item.price, minor };
  const { condition } = facts.item;
  return {
    ...facts,
    item: {
      ...facts.item,
      price,
      ...(condition?.valueLoss === undefined ? {} : { condition: { ...condition, valueLoss: price } }),
    },
  };
};

interface Refunds {
  readonly seller: Settled;
  readonly floor: Settled;
}

interface Amounts {
  readonly seller: number;
  readonly floor: number;
}

/** Whole minor units that come back for the goods; `null` while a line is unknown or nothing is said. */
const netIn = (settled: Settled, scene: Scene): number | null => {
  const net = resolveGoodsRefund(settled, scene)?.value.net ?? null;
  return net === null ? null : roundExact(net);
};

const amountsIn = ({ seller, floor }: Refunds, scene: Scene): Amounts | null => {
  const [own, other] = [netIn(seller, scene), netIn(floor, scene)];
  return own === null || other === null ? null : { seller: own, floor: other };
};

/** Whether money is demanded and something else comes back: so it is for goods of any state and price. */
export const isFormLess = ({ seller, floor }: Refunds): boolean =>
  floor.form?.value === 'original-means' && seller.form !== null && seller.form.value !== 'original-means';

/** Whether the two could differ at all: cheap, and enough for most rules. */
export const mayRefundLess = (seller: Settled, floor: Settled): boolean => {
  if (floor.share === null && floor.form === null && floor.fees === null) return false;
  const isDeducting = feesOf(seller).length > 0 || seller.otherwise?.value.kind === 'deduct';
  return isFormLess({ seller, floor }) || isDeducting || (seller.share !== null && shareIn(seller) < shareIn(floor));
};

export interface LessRefund extends Less {
  readonly facts: CaseFacts;
}

const ruleOf = ({ fees, otherwise, share, form }: Settled): string =>
  (citedFees(fees) ?? (otherwise?.value.kind === 'deduct' ? otherwise.because : null) ?? share?.because ?? form?.because)?.[0]
    ?.rule ?? '';

const citedFees = (fees: Settled['fees']): Settled['because'] | null =>
  fees !== null && fees.value.length > 0 ? fees.because : null;

/** A price at which less comes back, and what. */
interface LessAt {
  readonly minor: number;
  readonly amounts: Amounts;
}

/** The usual price where it shows there, else the first at which it does. */
const firstLess = (refunds: Refunds, scene: Scene, intervals: readonly Interval[]): LessAt | null => {
  const prices = pricesToTry([refunds.seller, refunds.floor], intervals);
  for (const minor of prices.includes(usualInMinor) ? [usualInMinor, ...prices] : prices) {
    const amounts = amountsIn(refunds, { ...scene, facts: withPrice(scene.facts, minor) });
    if (amounts !== null && amounts.seller < amounts.floor) return { minor, amounts };
  }
  return null;
};

/** Where less comes back: the same terms meet for the same goods in cell after cell. */
export interface RefundMemo {
  readonly numberRefund: NumberSettled;
  readonly found: Map<string, LessAt | null>;
}

export const createRefundMemo = (): RefundMemo => ({ numberRefund: createRefundNumbers(), found: new Map() });

interface Goods {
  readonly policy: Policy;
  readonly facts: CaseFacts;
  /** The prices they can have. */
  readonly intervals: readonly Interval[];
}

const lessAt = (refunds: Refunds, { policy, facts, intervals }: Goods): LessAt | null => {
  const scene = sceneOf(policy, facts);
  return scene === null ? null : firstLess(refunds, scene, intervals);
};

/** What is paid for being late hangs on the days too, which nobody remembers. */
const isAboutDays = ({ seller, floor }: Refunds): boolean => seller.late !== null || floor.late !== null;

const recallLess = (refunds: Refunds, goods: Goods, { numberRefund, found }: RefundMemo): LessAt | null => {
  if (isAboutDays(refunds)) return lessAt(refunds, goods);
  const { item, rates, agreed, remedy } = goods.facts;
  const state = JSON.stringify([item.price.currency, item.condition, rates, agreed, remedy, goods.intervals]);
  const key = `${String(numberRefund(refunds.seller))} ${String(numberRefund(refunds.floor))} ${state}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const made = lessAt(refunds, goods);
  found.set(key, made);
  return made;
};

/** The smallest price at which the seller pays back less; `null` when there is none. */
export const findLessRefund = (refunds: Refunds, goods: Goods, memo: RefundMemo): LessRefund | null => {
  const { seller, floor } = refunds;
  const { facts } = goods;
  const because = floor.share?.because ?? floor.form?.because ?? floor.fees?.because ?? [];
  if (isFormLess(refunds)) {
    const says = seller.form?.value === 'store-credit' ? 'store credit comes back' : 'goods come back in exchange';
    return { rule: seller.form?.because[0]?.rule ?? '', says, demands: 'money comes back', because, facts };
  }
  const found = recallLess(refunds, goods, memo);
  if (found === null) return null;
  const { currency } = facts.item.price;
  const show = (minor: number): string => showMoney({ minor, currency });
  const of = `of ${show(found.minor)}`;
  return {
    rule: ruleOf(seller),
    says: `${show(found.amounts.seller)} ${of} comes back`,
    demands: `${show(found.amounts.floor)} ${of} comes back`,
    because,
    facts: withPrice(facts, found.minor),
  };
};
