import { parseMinor } from '../money.js';
import type { Charge, MoneyLine } from '../money-book.js';
import type { OrderItem, OrderRecord } from '../record.js';
import type { Seller } from '../sellers.js';
import type { AdjustedLine, Adjustment, FeedProblem, WrittenComponent } from './adjustment.js';

/** Where an adjustment is looked up: orders of all sellers, and who asks when. */
export interface Surroundings {
  readonly orders: ReadonlyMap<string, OrderRecord>;
  readonly seller: Seller;
  readonly at: number;
}

/** A refund that may be booked. */
export interface JudgedRefund {
  readonly order: OrderRecord;
  readonly lines: readonly Omit<MoneyLine, 'adjustmentId'>[];
}

const problem = (code: string, description: string): FeedProblem => ({ code, description });

const taxTypes: ReadonlySet<string> = new Set(['Tax', 'ShippingTax']);
/** What the buyer is charged: negative, where everything else is positive. */
const feeTypes: ReadonlySet<string> = new Set(['RestockingFee', 'RestockingFeeTax']);

const isPaid = (type: string, item: OrderItem): type is keyof OrderItem['paid'] => Object.hasOwn(item.paid, type);

const componentProblem = (
  component: WrittenComponent,
  minor: number | undefined,
  order: OrderRecord,
): FeedProblem | undefined => {
  const { type, amount, currency } = component;
  const { marketplace } = order;
  if (currency !== undefined && currency !== marketplace.currency)
    return problem('18012', `The currency ${currency} is not the order's (${marketplace.currency}).`);
  if (minor === undefined) return problem('18011', `'${amount}' is not an amount in ${marketplace.currency}.`);
  if (taxTypes.has(type) && marketplace.isTaxInclusive)
    return problem('18029', 'The requested refund amount for the tax or shipping tax is not eligible');
  if (feeTypes.has(type) ? minor > 0 : minor < 0) return problem('18013', `The sign of the ${type} amount is not valid.`);
  return undefined;
};

const excessOf = (item: OrderItem, charges: readonly Charge[]): string | undefined =>
  charges.find(({ type, minor }) => {
    if (!isPaid(type, item)) return false;
    const together = charges.reduce((sum, charge) => sum + (charge.type === type ? charge.minor : 0), 0);
    return Math.max(minor, together) > item.paid[type] - (item.refunded.get(type) ?? 0);
  })?.type;

const judgeLine = (line: AdjustedLine, order: OrderRecord): Omit<MoneyLine, 'adjustmentId'> | FeedProblem => {
  const item = order.items.find(({ orderItemId }) => orderItemId === line.orderItemId);
  if (item === undefined) return problem('18008', 'The AmazonOrderItemCode does not belong to the order.');
  const charges: Charge[] = [];
  for (const component of line.components) {
    const minor = parseMinor(component.amount, order.marketplace.currency);
    const found = componentProblem(component, minor, order);
    if (found !== undefined) return found;
    charges.push({ type: component.type, minor: minor ?? 0 });
  }
  const excess = excessOf(item, charges);
  if (excess !== undefined) return problem('18028', `The ${excess} refund exceeds what is left of what the buyer paid.`);
  const quantity = line.quantity ?? 0;
  if (quantity > item.quantity - item.refundedQuantity)
    return problem('18030', `The quantity ${quantity} exceeds what is left of the order line.`);
  return { item, quantity, charges };
};

const withIds = (found: FeedProblem, orderId: string, orderItemId: string): FeedProblem => ({ ...found, orderId, orderItemId });

const isRefused = (judged: Omit<MoneyLine, 'adjustmentId'> | FeedProblem): judged is FeedProblem => 'code' in judged;

/** Whether an adjustment may be booked; nothing is booked of one that has a wrong line. */
export const judgeAdjustment = ({ orderId, lines }: Adjustment, around: Surroundings): JudgedRefund | FeedProblem => {
  const order = around.orders.get(orderId);
  if (order?.seller !== around.seller) return { ...problem('18007', 'The AmazonOrderID is not known for this seller.'), orderId };
  if (around.at < order.shippedAt) return { ...problem('18009', 'The order has not been shipped: cancel it instead.'), orderId };
  if (new Set(lines.map(({ orderItemId }) => orderItemId)).size < lines.length)
    return { ...problem('18010', 'The same AmazonOrderItemCode stands in the message twice.'), orderId };
  const judged: Omit<MoneyLine, 'adjustmentId'>[] = [];
  for (const line of lines) {
    const verdict = judgeLine(line, order);
    if (isRefused(verdict)) return withIds(verdict, orderId, line.orderItemId);
    judged.push(verdict);
  }
  const net = judged.flatMap(({ charges }) => charges).reduce((sum, { minor }) => sum + minor, 0);
  if (net <= 0) return { ...problem('18014', 'The adjustment must give the buyer a credit in total.'), orderId };
  return { order, lines: judged };
};
