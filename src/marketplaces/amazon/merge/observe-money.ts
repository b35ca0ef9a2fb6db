import { addMoney, money, type Money } from '../../../core/money.js';
import type { Observation } from '../../../core/observation.js';
import { present } from '../../../core/present.js';
import { toCivilDate, type Instant } from '../../../core/time.js';
import { toAmount, toCount, toText, toTime } from '../mappers/values.js';
import type { WireFinancialEvent, WireFinancialEvents, WireFinancialItem, WireSafeTEvent } from '../wire/finances-v0.js';
import type { MoneyFact } from './facts.js';
import { moneyIdOf, orderGroupOf, safeTGroupOf } from './identity.js';

/** Amounts of one currency together; of an answer that mixes currencies nothing can be said. */
export const sumOf = (amounts: readonly (Money | undefined)[]): Money | undefined => {
  const known = amounts.filter((amount) => amount !== undefined);
  const [first, ...rest] = known;
  if (first === undefined || rest.some(({ currency }) => currency !== first.currency)) return undefined;
  return rest.reduce(addMoney, first);
};

export const negated = ({ minor, currency }: Money): Money => money(-minor, currency);

type Charges = WireFinancialEvent['OrderChargeAdjustmentList'];

const chargesOf = (charges: Charges): readonly (Money | undefined)[] =>
  (charges ?? []).map(({ ChargeAmount: amount }) => toAmount(amount?.CurrencyAmount, amount?.CurrencyCode));

const promotionsOf = (item: WireFinancialItem): readonly (Money | undefined)[] =>
  (item.PromotionAdjustmentList ?? []).map(({ PromotionAmount: amount }) =>
    toAmount(amount?.CurrencyAmount, amount?.CurrencyCode),
  );

/** What the buyer gets: the charges and discounts taken back. Amazon's fees are between it and the seller. */
const toBuyer = (amounts: readonly (Money | undefined)[]): Money | undefined => {
  const sum = sumOf(amounts);
  return sum === undefined ? undefined : negated(sum);
};

/** Names a money fact; two of the same order, goods, moment and amount without a number of their own are one. */
export const observeMoney = (body: MoneyFact, readAt: Instant): Observation | undefined => {
  const { type, source, orderId, postedAt, adjustmentId, amount } = body;
  if (orderId === undefined) return undefined;
  const nativeId = moneyIdOf({ ...body, orderId, postedOn: toCivilDate(postedAt.slice(0, 10)) });
  const name = adjustmentId ?? `${nativeId} ${postedAt} ${amount?.minor ?? ''}`;
  return { key: `${source} ${type} ${orderId} ${name}`, group: orderGroupOf(orderId), nativeId, readAt, body };
};

interface Listed {
  readonly type: MoneyFact['type'];
  readonly event: WireFinancialEvent;
}

const factsOf = ({ type, event }: Listed): readonly MoneyFact[] => {
  const postedAt = toTime(event.PostedDate);
  if (postedAt === undefined) return [];
  const base = {
    kind: 'money',
    type,
    source: 'finances-v0',
    orderId: toText(event.AmazonOrderId),
    postedAt,
    state: 'paid',
    store: toText(event.MarketplaceName),
  } as const;
  const items = (event.ShipmentItemAdjustmentList ?? []).map((item) =>
    present({
      ...base,
      sku: toText(item.SellerSKU),
      orderItemId: toText(item.OrderItemId),
      quantity: toCount(item.QuantityShipped),
      adjustmentId: toText(item.OrderAdjustmentItemId),
      amount: toBuyer([...chargesOf(item.ItemChargeAdjustmentList), ...promotionsOf(item)]),
    }),
  );
  const ofOrder = toBuyer(chargesOf(event.OrderChargeAdjustmentList));
  return ofOrder === undefined ? items : [...items, present({ ...base, amount: ofOrder })];
};

const observeSafeT = (event: WireSafeTEvent, readAt: Instant): readonly Observation[] => {
  const [claimId, postedAt] = [toText(event.SAFETClaimId), toTime(event.PostedDate)];
  if (claimId === undefined || postedAt === undefined) return [];
  const reimbursed = toAmount(event.ReimbursedAmount?.CurrencyAmount, event.ReimbursedAmount?.CurrencyCode);
  const body: MoneyFact = present({
    kind: 'money' as const,
    type: 'safe-t' as const,
    source: 'finances-v0' as const,
    safeTClaimId: claimId,
    postedAt,
    amount: reimbursed === undefined ? undefined : negated(reimbursed),
    state: 'paid' as const,
    word: toText(event.ReasonCode),
  });
  const group = safeTGroupOf(claimId);
  return [{ key: `finances-v0 safe-t ${claimId} ${postedAt}`, group, nativeId: group, readAt, body }];
};

/** The refunds, guarantee claims, chargebacks and SAFE-T reimbursements of Finances v0; whatever else it tells is no after-sales case. */
export const observeFinancialEvents = (wire: WireFinancialEvents, readAt: Instant): readonly Observation[] => {
  const listed: readonly Listed[] = [
    ...(wire.RefundEventList ?? []).map((event) => ({ type: 'refund', event }) as const),
    ...(wire.GuaranteeClaimEventList ?? []).map((event) => ({ type: 'guarantee-claim', event }) as const),
    ...(wire.ChargebackEventList ?? []).map((event) => ({ type: 'chargeback', event }) as const),
  ];
  return [
    ...listed.flatMap(factsOf).flatMap((fact) => observeMoney(fact, readAt) ?? []),
    ...(wire.SAFETReimbursementEventList ?? []).flatMap((event) => observeSafeT(event, readAt)),
  ];
};
