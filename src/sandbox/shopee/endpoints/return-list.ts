import { Refusal } from '../envelope.js';
import type { ReturnRecord, Seconds } from '../record.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { integerOf, shopOf, wrongParameter } from './input.js';

const longestWindow: Seconds = 15 * 86_400;

interface Window {
  readonly from: Seconds;
  readonly to: Seconds;
}

interface ListQuery {
  readonly pageNo: number;
  readonly pageSize: number;
  readonly created: Window | undefined;
  readonly updated: Window | undefined;
}

interface WindowWords {
  readonly name: 'create_time' | 'update_time';
  readonly tooLong: string;
}

const createWindow: WindowWords = {
  name: 'create_time',
  tooLong: 'The period between create_time_from and created_time_of must not more than 15 days.',
};
const updateWindow: WindowWords = {
  name: 'update_time',
  tooLong: 'The period between update_time_from and update_time_to must not more than 15 days.',
};

const windowOf = (query: URLSearchParams, { name, tooLong }: WindowWords): Window | undefined => {
  const [from, to] = [integerOf(query, `${name}_from`), integerOf(query, `${name}_to`)];
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw wrongParameter(`${name}_from and ${name}_to go together`);
  if (to <= from) throw new Refusal('error_param', `The ${name}_to should be later than ${name}_from.`);
  if (to - from > longestWindow) throw new Refusal('error_param', tooLong);
  return { from, to };
};

/** A missing page number looks like a passing fault of the server, on the real site too. */
const pageNoOf = (query: URLSearchParams): number => {
  const pageNo = integerOf(query, 'page_no');
  if (pageNo === undefined) throw new Refusal('error_data', 'Inner error, please try later. [5].');
  return pageNo;
};

const pageSizeOf = (query: URLSearchParams): number => {
  const pageSize = integerOf(query, 'page_size');
  if (pageSize === undefined || pageSize < 1 || pageSize > 100) throw wrongParameter('page_size should be between 1 and 100');
  return pageSize;
};

const parseQuery = (query: URLSearchParams): ListQuery => {
  const parsed = {
    pageNo: pageNoOf(query),
    pageSize: pageSizeOf(query),
    created: windowOf(query, createWindow),
    updated: windowOf(query, updateWindow),
  };
  if (parsed.created !== undefined && parsed.updated !== undefined && parsed.updated.from < parsed.created.from)
    throw new Refusal('error_param', 'The update_time_from must be after create_time_from.');
  return parsed;
};

const isWithin = (at: Seconds, window: Window | undefined): boolean =>
  window === undefined || (at >= window.from && at <= window.to);

const withoutPrefix = (status: string): string => status.replace(/^COMPENSATION_/, '');

/** The status filters of the query; an unknown word matches nothing. */
const statusFilter = (query: URLSearchParams): ((record: ReturnRecord) => boolean) => {
  const [status, negotiation, proof, compensation] = [
    query.get('status'),
    query.get('negotiation_status'),
    query.get('seller_proof_status'),
    query.get('seller_compensation_status'),
  ];
  return (record) =>
    (status === null || record.status === status) &&
    (negotiation === null || record.negotiation.status === negotiation) &&
    (proof === null || record.proof.status === proof) &&
    (compensation === null || record.compensation.status === withoutPrefix(compensation));
};

const matchingReturns = (call: ShopeeCall, { created, updated }: ListQuery): readonly ReturnRecord[] => {
  const { world, request } = call;
  const shift = world.app.shiftedTimeFilterInSeconds;
  const hasStatus = statusFilter(request.query);
  return world.returns
    .ofShop(shopOf(call).shopId)
    .filter((record) => isWithin(record.createdAt + shift, created) && isWithin(record.updatedAt, updated) && hasStatus(record));
};

const writePage = (call: ShopeeCall, query: ListQuery): Buffer => {
  const matching = matchingReturns(call, query);
  const start = query.pageNo * query.pageSize;
  const rows = matching.slice(start, start + query.pageSize).map((record) => call.world.rows.of(record));
  return Buffer.from(`{"more":${String(matching.length > start + query.pageSize)},"return":[${rows.join(',')}]}`);
};

const filters = ['create_time_from', 'create_time_to', 'update_time_from', 'update_time_to', 'status'] as const;
const furtherFilters = ['negotiation_status', 'seller_proof_status', 'seller_compensation_status'] as const;

const pageKeyOf = (call: ShopeeCall, { pageNo, pageSize }: ListQuery): string => {
  const { shopId } = shopOf(call);
  const words = [...filters, ...furtherFilters].map((name) => call.request.query.get(name) ?? '');
  return [shopId, call.world.returns.revisionOf(shopId), pageNo, pageSize, ...words].join('|');
};

/** How many pages are kept ready; a shop's change makes all of its own void. */
const mostPages = 2000;

const getReturnList = (call: ShopeeCall): Buffer => {
  const query = parseQuery(call.request.query);
  const { pages } = call.world;
  const key = pageKeyOf(call, query);
  const page = pages.get(key) ?? writePage(call, query);
  if (pages.size >= mostPages) pages.clear();
  pages.set(key, page);
  return page;
};

export const returnListEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/api/v2/returns/get_return_list',
    type: 'shop',
    answer: (call) => call.world.envelopes.wrap(getReturnList(call)),
  },
];
