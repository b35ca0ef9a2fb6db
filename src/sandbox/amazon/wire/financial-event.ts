import type { JsonObject } from '../../json.js';
import { toMajor } from '../money.js';
import { sumOf, type Charge, type MoneyEvent, type MoneyEventKind, type MoneyLine } from '../money-book.js';

/** The lists of Finances v0, by what happened. */
const lists = {
  shipment: 'ShipmentEventList',
  refund: 'RefundEventList',
  'guarantee-claim': 'GuaranteeClaimEventList',
  chargeback: 'ChargebackEventList',
  'safe-t': 'SAFETReimbursementEventList',
} as const satisfies Readonly<Record<MoneyEventKind, string>>;

/** Where Finances calls a component otherwise than the feed does. */
const chargeTypes: Readonly<Record<string, string>> = {
  Shipping: 'ShippingCharge',
  GiftWrap: 'Giftwrap',
  GiftWrapTax: 'GiftwrapTax',
  Other: 'GenericDeduction',
};

export const chargeTypeOf = (component: string): string => chargeTypes[component] ?? component;

/** From the seller's side: what goes to the buyer is negative, except on the sale itself and on a reimbursement. */
export const signOf = (kind: MoneyEventKind): 1 | -1 => (kind === 'shipment' || kind === 'safe-t' ? 1 : -1);

const amount = (minor: number, { order }: MoneyEvent): JsonObject => ({
  CurrencyCode: order.marketplace.currency,
  CurrencyAmount: toMajor(minor, order.marketplace.currency),
});

const toCharges = (charges: readonly Charge[], event: MoneyEvent): readonly JsonObject[] =>
  charges.map(({ type, minor }) => ({ ChargeType: chargeTypeOf(type), ChargeAmount: amount(signOf(event.kind) * minor, event) }));

/** Amazon keeps its referral fee of a sale and gives it back on a refund, less a fee for the work. */
const toFees = ({ charges }: MoneyLine, event: MoneyEvent): readonly JsonObject[] => {
  const commission = Math.round((charges.find(({ type }) => type === 'Principal')?.minor ?? 0) * 0.15);
  if (event.kind === 'shipment') return [{ FeeType: 'Commission', FeeAmount: amount(-commission, event) }];
  return [
    { FeeType: 'Commission', FeeAmount: amount(commission, event) },
    { FeeType: 'RefundCommission', FeeAmount: amount(-Math.round(commission * 0.2), event) },
  ];
};

const toItem = (line: MoneyLine, event: MoneyEvent): JsonObject => {
  const { item, adjustmentId, quantity, charges } = line;
  const isShipment = event.kind === 'shipment';
  return {
    SellerSKU: item.sku,
    OrderItemId: item.orderItemId,
    OrderAdjustmentItemId: isShipment ? undefined : adjustmentId,
    QuantityShipped: quantity,
    [isShipment ? 'ItemChargeList' : 'ItemChargeAdjustmentList']: toCharges(charges, event),
    [isShipment ? 'ItemFeeList' : 'ItemFeeAdjustmentList']: toFees(line, event),
  };
};

const toSafeT = (event: MoneyEvent): JsonObject => ({
  PostedDate: new Date(event.at).toISOString(),
  SAFETClaimId: event.safeTClaimId,
  ReimbursedAmount: amount(
    event.lines.reduce((sum, { charges }) => sum + sumOf(charges), 0),
    event,
  ),
  ReasonCode: 'SAFET_REFUND',
  SAFETReimbursementItemList: event.lines.map(({ item, quantity, charges }) => ({
    itemChargeList: toCharges(charges, event),
    productDescription: item.title,
    quantity: String(quantity),
  })),
});

const toShipmentEvent = (event: MoneyEvent): JsonObject => {
  const { order, lines, at, kind } = event;
  return {
    AmazonOrderId: order.orderId,
    SellerOrderId: order.orderId,
    MarketplaceName: order.marketplace.name,
    PostedDate: new Date(at).toISOString(),
    [kind === 'shipment' ? 'ShipmentItemList' : 'ShipmentItemAdjustmentList']: lines.map((line) => toItem(line, event)),
  };
};

/** Every list of the answer is there, also when it is empty. */
export const toFinancialEvents = (events: readonly MoneyEvent[]): JsonObject => {
  const grouped: Record<string, JsonObject[]> = Object.fromEntries(Object.values(lists).map((name) => [name, []]));
  for (const event of events) grouped[lists[event.kind]]?.push(event.kind === 'safe-t' ? toSafeT(event) : toShipmentEvent(event));
  return { ...grouped, AdjustmentEventList: [], ServiceFeeEventList: [] };
};
