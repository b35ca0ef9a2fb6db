import type { Reply } from '../../exchange.js';
import { pageOf } from '../paging.js';
import type { OrderRecord } from '../record.js';
import { invalidInput } from '../refusal.js';
import { toWireOrder } from '../wire/order.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { listOf, parameterOf, queryInstant, requireMarketplaces, requireOneOf, requireOrder, respond, wholeOf } from './input.js';

const datasets = [
  'BUYER',
  'RECIPIENT',
  'PROCEEDS',
  'EXPENSE',
  'PROMOTION',
  'CANCELLATION',
  'FULFILLMENT',
  'PACKAGES',
  'TAX',
  'PAYMENT',
  'FULFILLMENT_ORDERS',
];
const fulfillmentStatuses = [
  'PENDING_AVAILABILITY',
  'PENDING',
  'UNSHIPPED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'CANCELLED',
  'UNFULFILLABLE',
];
const recentInMs = 2 * 60_000;

const wantedOf = ({ request }: AmazonCall): ReadonlySet<string> =>
  new Set(listOf(request.query, 'includedData').map((name) => requireOneOf(name, datasets, 'includedData')));

/** The one pair of times a search may have, and the field it means. */
const windowOf = (call: AmazonCall): ((order: OrderRecord) => boolean) => {
  const createdAfter = queryInstant(call, 'createdAfter');
  const updatedAfter = queryInstant(call, 'lastUpdatedAfter');
  if ((createdAfter === undefined) === (updatedAfter === undefined))
    throw invalidInput('Exactly one of createdAfter and lastUpdatedAfter is needed.');
  const isByCreation = createdAfter !== undefined;
  const other = isByCreation ? 'lastUpdatedBefore' : 'createdBefore';
  if (call.request.query.has(other)) throw invalidInput(`${other} does not go with this search.`);
  const after = createdAfter ?? updatedAfter ?? 0;
  const before = queryInstant(call, isByCreation ? 'createdBefore' : 'lastUpdatedBefore');
  if (before !== undefined && (before < after || before > call.now - recentInMs))
    throw invalidInput('The end of the search must not lie before its start and at least two minutes before now.');
  const last = before ?? call.now - recentInMs;
  return (order) => {
    const at = isByCreation ? order.createdAt : Math.min(order.updatedAt, call.now);
    return at >= after && at <= last;
  };
};

const statusOf = (order: OrderRecord, now: number): string => (now >= order.shippedAt ? 'SHIPPED' : 'UNSHIPPED');

const filterOf = (call: AmazonCall): ((order: OrderRecord) => boolean) => {
  const { query } = call.request;
  const isInWindow = windowOf(call);
  const stores = requireMarketplaces(call, listOf(query, 'marketplaceIds'));
  const statuses = listOf(query, 'fulfillmentStatuses').map((status) =>
    requireOneOf(status, fulfillmentStatuses, 'fulfillment status'),
  );
  const channels = listOf(query, 'fulfilledBy').map((channel) => requireOneOf(channel, ['MERCHANT', 'AMAZON'], 'fulfilledBy'));
  return (order) =>
    order.seller === call.seller &&
    order.createdAt <= call.now &&
    isInWindow(order) &&
    (stores.length === 0 || stores.includes(order.marketplace.id)) &&
    (statuses.length === 0 || statuses.includes(statusOf(order, call.now))) &&
    (channels.length === 0 || channels.includes(order.fulfilledBy));
};

const searchOrders = (call: AmazonCall): Reply => {
  const wanted = wantedOf(call);
  const rows = [...call.world.orders.values()].filter(filterOf(call));
  const size = wholeOf(call.request.query, 'maxResultsPerPage', { least: 1, most: 100, otherwise: 100 });
  const page = pageOf(call, { rows, size, tokenName: 'paginationToken', freeNames: ['maxResultsPerPage'] });
  const before = new Date(call.now - recentInMs).toISOString();
  return respond(200, {
    orders: page.rows.map((order) => toWireOrder(order, wanted, call.now)),
    pagination: page.nextToken === undefined ? undefined : { nextToken: page.nextToken },
    [call.request.query.has('createdAfter') ? 'createdBefore' : 'lastUpdatedBefore']: before,
  });
};

const getOrder = (call: AmazonCall): Reply => {
  const wanted = wantedOf(call);
  return respond(200, { order: toWireOrder(requireOrder(call, parameterOf(call, 'orderId')), wanted, call.now) });
};

export const orderEndpoints: readonly Endpoint[] = [
  {
    operation: 'searchOrders',
    method: 'GET',
    path: '/orders/2026-01-01/orders',
    rate: { perSecond: 0.0056, burst: 20 },
    answer: searchOrders,
  },
  {
    operation: 'getOrder',
    method: 'GET',
    path: '/orders/2026-01-01/orders/{orderId}',
    rate: { perSecond: 0.5, burst: 30 },
    answer: getOrder,
  },
];
