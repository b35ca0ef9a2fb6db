import { createRandom, type Random } from '../../random.js';
import { fromDollarMinor } from '../currencies.js';
import { toNumber } from '../identifiers.js';
import { days, hours } from '../lifecycle/durations.js';
import type { OrderLine, OrderRecord, OrderStatus } from '../order-record.js';
import type { IssueRecord, Seconds } from '../record.js';
import type { Seller } from '../sellers.js';
import { makeProduct } from './goods.js';
import { countryOf, loginIdOf } from './words.js';

const toLine = ({ orderId, claim }: IssueRecord): OrderLine => ({
  childOrderId: orderId,
  product: claim.product,
  currency: claim.currency,
  amountMinor: claim.maximumMinor,
});

/** The order an issue is about: received and not yet settled, until the issue says otherwise. */
const orderOf = (parentOrderId: string, issues: readonly [IssueRecord, ...IssueRecord[]]): OrderRecord => {
  const [first] = issues;
  const createdAt = Math.min(...issues.map((issue) => issue.createdAt)) - days(20);
  return {
    orderId: parentOrderId,
    seller: first.seller,
    buyerLoginId: first.buyerLoginId,
    country: first.buyerLoginId.slice(0, 2).toUpperCase(),
    createdAt,
    paidAt: createdAt + 300,
    sentAt: createdAt + days(2),
    lines: issues.map(toLine),
    evaluations: [],
    status: 'FUND_PROCESSING',
    updatedAt: createdAt + days(2),
    acceptBy: createdAt + days(60),
    extendedDays: 0,
    cancelReason: '',
    endReason: '',
  };
};

/** Orders without any issue, for the calls around the disputes. */
const others: readonly { readonly status: OrderStatus; readonly stars?: number }[] = [
  { status: 'IN_CANCEL' },
  { status: 'IN_CANCEL' },
  { status: 'WAIT_SELLER_SEND_GOODS' },
  { status: 'WAIT_BUYER_ACCEPT_GOODS' },
  { status: 'WAIT_BUYER_ACCEPT_GOODS' },
  { status: 'FINISH', stars: 2 },
  { status: 'FINISH', stars: 5 },
];

const makeLine = (childOrderId: string, currency: string, random: Random): OrderLine => {
  const product = makeProduct(random);
  const amountMinor = fromDollarMinor(product.priceMinor * product.quantity, currency);
  return { childOrderId, product, currency, amountMinor };
};

export interface OrderSeed {
  readonly seed: number;
  readonly startsAt: Seconds;
}

const otherOrder = (seller: Seller, index: number, { seed, startsAt }: OrderSeed): OrderRecord => {
  const random = createRandom('order', seed, seller.sellerId, index);
  const { code, currency } = countryOf(random);
  const { status = 'FINISH', stars } = others[index] ?? {};
  const number = { ordinal: seller.ordinal, index: 900_000 + index };
  const childOrderId = toNumber({ family: 'childOrder', ...number, part: 1 });
  const isSent = status === 'WAIT_BUYER_ACCEPT_GOODS' || status === 'FINISH';
  const createdAt = startsAt - hours(isSent ? random.integer(200, 400) : random.integer(4, 40));
  return {
    orderId: toNumber({ family: 'parentOrder', ...number, part: 2 }),
    seller,
    buyerLoginId: loginIdOf(code, random),
    country: code,
    createdAt,
    paidAt: createdAt + 300,
    sentAt: isSent ? createdAt + days(2) : 0,
    lines: [makeLine(childOrderId, currency, random)],
    evaluations:
      stars === undefined
        ? []
        : [{ childOrderId, stars, feedback: 'Llegó tarde pero bien', validAt: startsAt - days(1), sellerReply: '' }],
    status,
    updatedAt: createdAt + 300,
    acceptBy: createdAt + days(60),
    extendedDays: 0,
    cancelReason: status === 'IN_CANCEL' ? 'buyerDoNotWantOrder' : '',
    endReason: status === 'FINISH' ? 'buyer_accept_goods' : '',
  };
};

const isFilled = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] => items.length > 0;

/** One order for the issues of each parent order, and a handful for each seller that have none. */
export const seedOrders = (
  issues: readonly IssueRecord[],
  sellers: readonly Seller[],
  seed: OrderSeed,
): readonly OrderRecord[] => {
  const byOrder = new Map<string, IssueRecord[]>();
  for (const issue of issues) byOrder.set(issue.parentOrderId, [...(byOrder.get(issue.parentOrderId) ?? []), issue]);
  const disputed = [...byOrder].flatMap(([orderId, own]) => (isFilled(own) ? [orderOf(orderId, own)] : []));
  return [...disputed, ...sellers.flatMap((seller) => others.map((_, index) => otherOrder(seller, index, seed)))];
};
