import type { Reply } from '../../exchange.js';
import type { MoneyEvent } from '../money-book.js';
import { pageOf } from '../paging.js';
import { invalidInput } from '../refusal.js';
import { toFinancialEvents } from '../wire/financial-event.js';
import { statusOf, toTransaction } from '../wire/transaction.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { parameterOf, queryInstant, requireMarketplaces, requireOneOf, respond, wholeOf } from './input.js';

const recentInMs = 2 * 60_000;
const longestSpanInMs = 180 * 86_400_000;

const visible = ({ world, seller, now }: AmazonCall): readonly MoneyEvent[] => world.money.visible(seller.sellerId, now);

/** Both ends at least two minutes old; a span of more than 180 days answers with nothing, not with an error. */
const inSpan = (call: AmazonCall, after: number | undefined, before: number | undefined): readonly MoneyEvent[] => {
  const latest = call.now - recentInMs;
  if ((after ?? 0) > latest || (before ?? 0) > latest)
    throw invalidInput('Posted dates must lie at least two minutes before the request.');
  const [from, until] = [after ?? latest - longestSpanInMs, before ?? latest];
  if (from > until) throw invalidInput('PostedAfter lies after PostedBefore.');
  if (until - from > longestSpanInMs) return [];
  return visible(call).filter(({ at }) => at >= from && at <= until);
};

const answerEvents = (call: AmazonCall, rows: readonly MoneyEvent[]): Reply => {
  const size = wholeOf(call.request.query, 'MaxResultsPerPage', { least: 1, most: 100, otherwise: 100 });
  const page = pageOf(call, { rows, size, tokenName: 'NextToken', freeNames: ['MaxResultsPerPage'] });
  return respond(200, { payload: { NextToken: page.nextToken, FinancialEvents: toFinancialEvents(page.rows) } });
};

const listFinancialEvents = (call: AmazonCall): Reply =>
  answerEvents(call, inSpan(call, queryInstant(call, 'PostedAfter'), queryInstant(call, 'PostedBefore')));

const listFinancialEventsByOrderId = (call: AmazonCall): Reply => {
  const orderId = parameterOf(call, 'orderId');
  if (!/^\d{3}-\d{7}-\d{7}$/.test(orderId)) throw invalidInput(`Invalid order id: ${orderId}`);
  return answerEvents(
    call,
    visible(call).filter(({ order }) => order.orderId === orderId),
  );
};

const statuses = ['DEFERRED', 'RELEASED', 'DEFERRED_RELEASED'];

const ofIdentifier = (call: AmazonCall, name: string, value: string): readonly MoneyEvent[] => {
  requireOneOf(name, ['ORDER_ID', 'FINANCIAL_EVENT_GROUP_ID'], 'filterable related identifier');
  return visible(call).filter(({ order, at }) =>
    name === 'ORDER_ID' ? order.orderId === value : `group-${new Date(at).toISOString().slice(0, 7)}` === value,
  );
};

const chosen = (call: AmazonCall): readonly MoneyEvent[] => {
  const { query } = call.request;
  const [name, value] = [query.get('relatedIdentifierName'), query.get('relatedIdentifierValue')];
  if (name !== null && value !== null) return ofIdentifier(call, name, value);
  const after = queryInstant(call, 'postedAfter');
  if (after === undefined) throw invalidInput('Start date cannot be null');
  return inSpan(call, after, queryInstant(call, 'postedBefore'));
};

const listTransactions = (call: AmazonCall): Reply => {
  const { world, request, now } = call;
  const store = request.query.get('marketplaceId');
  if (store !== null) requireMarketplaces(call, [store]);
  const status = request.query.get('transactionStatus');
  if (status !== null) requireOneOf(status, statuses, 'transaction status');
  // With a store named, the American seller-fulfilled orders are missing: that is why it must not be sent for them.
  const isListed = ({ order }: MoneyEvent): boolean =>
    store === null ||
    (order.marketplace.id === store && !(order.marketplace.country === 'US' && order.fulfilledBy === 'MERCHANT'));
  const rows = chosen(call).filter((event) => isListed(event) && (status === null || statusOf(event, now) === status));
  const page = pageOf(call, {
    rows,
    size: world.app.transactionsPerPage,
    tokenName: 'nextToken',
    emptyPages: world.app.emptyPages,
  });
  return respond(200, {
    payload: { nextToken: page.nextToken, transactions: page.rows.map((event) => toTransaction(event, now)) },
  });
};

const rate = { perSecond: 0.5, burst: 30 };

export const financeEndpoints: readonly Endpoint[] = [
  { operation: 'listFinancialEvents', method: 'GET', path: '/finances/v0/financialEvents', rate, answer: listFinancialEvents },
  {
    operation: 'listFinancialEventsByOrderId',
    method: 'GET',
    path: '/finances/v0/orders/{orderId}/financialEvents',
    rate,
    answer: listFinancialEventsByOrderId,
  },
  {
    operation: 'listTransactions',
    method: 'GET',
    path: '/finances/2024-06-19/transactions',
    rate: { perSecond: 0.5, burst: 10 },
    answer: listTransactions,
  },
];
