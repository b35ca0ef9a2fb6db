import type { CallOptions } from '../../../core/inputs.js';
import { addMoney, money, toMoney, type Money } from '../../../core/money.js';
import { epochMsOf, type Instant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { listFinancialEventsByOrderId } from '../endpoints/finances.js';
import { toText, toTime } from '../mappers/values.js';
import type { WireFinancialEvent, WireFinancialItem } from '../wire/finances-v0.js';
import { adjustmentKeyOf } from './refund-evidence.js';

/** What was sent, as the attempt keeps it. */
export interface SentRefund {
  readonly orderId: string;
  /** What the buyer gets for each item. */
  readonly lines: readonly SentLine[];
  /** The adjustments that Finances showed before the send: none of them is of this refund. */
  readonly earlier?: readonly string[] | undefined;
}

interface SentLine {
  readonly orderItemId: string;
  readonly minor: number;
  readonly currency: string;
}

export type MoneyVerdict =
  | { readonly state: 'found'; readonly because: string; readonly adjustments: readonly string[] }
  /** `other`: money of these items moved since, but not this much. */
  | { readonly state: 'none' | 'other'; readonly because: string };

/** Amazon's clock and ours need not agree. */
const clockSkewInMs = 300_000;
const mostPages = 20;

/** Charges of a refund are negative: what the seller pays. The buyer's side of them, fees left out. */
const paidBack = ({ ItemChargeAdjustmentList }: WireFinancialItem): Money | undefined => {
  let sum: Money | undefined;
  for (const { ChargeAmount } of ItemChargeAdjustmentList ?? []) {
    const { CurrencyCode: currency, CurrencyAmount: amount } = ChargeAmount ?? {};
    if (typeof currency !== 'string' || amount === null || amount === undefined) continue;
    const part = toMoney(amount, currency, 'half-even');
    sum = sum === undefined ? part : addMoney(sum, part);
  }
  return sum === undefined ? undefined : money(-sum.minor, sum.currency);
};

const readRefunds = async (
  context: AmazonContext,
  orderId: string,
  options?: CallOptions,
): Promise<readonly WireFinancialEvent[]> => {
  const found: WireFinancialEvent[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await context.transport.send(listFinancialEventsByOrderId, { orderId, nextToken }, options);
    found.push(...(answer.events.RefundEventList ?? []));
    nextToken = answer.nextToken;
    if (nextToken === undefined) break;
  }
  return found;
};

/** Money back for one item, and what names it. */
interface PaidItem {
  readonly key: string;
  readonly orderItemId: string | undefined;
  readonly back: Money | undefined;
}

const paidItemsOf = (event: WireFinancialEvent, since: Instant): readonly PaidItem[] => {
  const postedAt = toTime(event.PostedDate);
  if (postedAt === undefined || epochMsOf(postedAt) < epochMsOf(since) - clockSkewInMs) return [];
  return (event.ShipmentItemAdjustmentList ?? []).map((item) => {
    const orderItemId = toText(item.OrderItemId);
    const key = adjustmentKeyOf({ adjustmentId: toText(item.OrderAdjustmentItemId), orderItemId, postedAt });
    return { key, orderItemId, back: paidBack(item) };
  });
};

/** One adjustment for each line, none of them for two; nothing where a line has none. */
const pairUp = (lines: readonly SentLine[], items: readonly PaidItem[]): readonly string[] | undefined => {
  const left = new Map(items.map((item) => [item.key, item]));
  const found: string[] = [];
  for (const { orderItemId, minor, currency } of lines) {
    const paid = [...left.values()].find(
      ({ back, ...item }) => item.orderItemId === orderItemId && back?.minor === minor && back.currency === currency,
    );
    if (paid === undefined) return undefined;
    left.delete(paid.key);
    found.push(paid.key);
  }
  return found;
};

/** Looks for the money of a refund: for each of its items exactly the amount sent, posted since the send, that proves no other refund. */
export const readRefundMoney = async (
  context: AmazonContext,
  { sent, since, taken }: { readonly sent: SentRefund; readonly since: Instant; readonly taken: ReadonlySet<string> },
  options?: CallOptions,
): Promise<MoneyVerdict> => {
  const events = await readRefunds(context, sent.orderId, options);
  const isOfAnother = new Set([...taken, ...(sent.earlier ?? [])]);
  const items = events.flatMap((event) => paidItemsOf(event, since)).filter(({ key }) => !isOfAnother.has(key));
  const adjustments = sent.lines.length === 0 ? undefined : pairUp(sent.lines, items);
  if (adjustments !== undefined) return { state: 'found', because: 'Finances shows the refund of each item', adjustments };
  if (sent.lines.some(({ orderItemId }) => items.some((item) => item.orderItemId === orderItemId)))
    return { state: 'other', because: 'Finances shows refunds of these items since, of other amounts' };
  return { state: 'none', because: 'Finances shows no refund of these items since' };
};
