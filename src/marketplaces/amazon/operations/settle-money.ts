import type { CallOptions } from '../../../core/inputs.js';
import { addMoney, money, toMoney, type Money } from '../../../core/money.js';
import { epochMsOf, toInstant, type Instant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { listFinancialEventsByOrderId } from '../endpoints/finances.js';
import type { WireFinancialEvent, WireFinancialItem } from '../wire/finances-v0.js';

/** What was sent, as the attempt keeps it. */
export interface SentRefund {
  readonly orderId: string;
  /** What the buyer gets for each item. */
  readonly lines: readonly { readonly orderItemId: string; readonly minor: number; readonly currency: string }[];
}

export interface MoneyVerdict {
  /** `other`: money of these items moved since, but not this much. */
  readonly state: 'found' | 'none' | 'other';
  readonly because: string;
}

/** Amazon's clock and ours need not agree. */
const clockSkewInMs = 300_000;
const mostPages = 20;

const isSince = ({ PostedDate }: WireFinancialEvent, since: Instant): boolean => {
  if (typeof PostedDate !== 'string') return false;
  try {
    return epochMsOf(toInstant(PostedDate)) >= epochMsOf(since) - clockSkewInMs;
  } catch {
    return false;
  }
};

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

/** Looks for the money of a refund: for each of its items exactly the amount sent, posted since the send. */
export const readRefundMoney = async (
  context: AmazonContext,
  { sent, since }: { readonly sent: SentRefund; readonly since: Instant },
  options?: CallOptions,
): Promise<MoneyVerdict> => {
  const events = (await readRefunds(context, sent.orderId, options)).filter((event) => isSince(event, since));
  const items = events.flatMap(({ ShipmentItemAdjustmentList }) => ShipmentItemAdjustmentList ?? []);
  const ofLine = ({ orderItemId }: SentRefund['lines'][number]): readonly WireFinancialItem[] =>
    items.filter((item) => item.OrderItemId === orderItemId);
  const isPaid = (line: SentRefund['lines'][number]): boolean =>
    ofLine(line).some((item) => {
      const back = paidBack(item);
      return back?.minor === line.minor && back.currency === line.currency;
    });
  if (sent.lines.length > 0 && sent.lines.every(isPaid))
    return { state: 'found', because: 'Finances shows the refund of each item' };
  if (sent.lines.some((line) => ofLine(line).length > 0)) {
    return { state: 'other', because: 'Finances shows refunds of these items since, of other amounts' };
  }
  return { state: 'none', because: 'Finances shows no refund of these items since' };
};
