import type { JsonObject } from '../../json.js';
import { Refusal } from '../envelope.js';
import type { IssueRecord } from '../record.js';
import { invalidParameter } from '../refusals.js';
import { toIssueDetail } from '../wire/issue-detail.js';
import { toIssueRow } from '../wire/issue-row.js';
import { listOf } from '../wire/wire-list.js';
import type { BusinessCall, BusinessMethod } from '../world.js';
import { findIssue, idOf, isForShop, itemsOn, pageOf, required, requiredId, requiredObject, textOf } from './input.js';

const largestPage = 50;

const boundOf = (query: JsonObject, name: string, absent: number): number => {
  const text = textOf(query[name]);
  if (text === '') return absent;
  if (!/^\d{13}$/.test(text)) throw invalidParameter(`${name} is not a time in milliseconds`);
  return Number(text);
};

const toFilter = (call: BusinessCall, query: JsonObject): ((record: IssueRecord) => boolean) => {
  // Not documented; a client that leaves the status out sees the open ones.
  const status = textOf(query['issue_status']) || 'processing';
  const orderId = idOf(query['order_no'], 'order_no');
  const buyer = textOf(query['buyer_login_id']);
  const from = boundOf(query, 'create_time_start', 0);
  const until = boundOf(query, 'create_time_end', Infinity);
  const ownShop = isForShop(call, idOf(query['channel_seller_id'], 'channel_seller_id'));
  return (record) =>
    ownShop &&
    record.status === status &&
    (orderId === '' || record.orderId === orderId) &&
    (buyer === '' || record.buyerLoginId === buyer) &&
    record.createdAt * 1000 >= from &&
    record.createdAt * 1000 <= until;
};

const list = (call: BusinessCall): JsonObject => {
  const query = requiredObject(call, 'query_dto');
  const page = pageOf(query, largestPage);
  const found = call.world.issues.ofSeller(call.seller.sellerId).filter(toFilter(call, query));
  return {
    current_page: page.number,
    page_size: page.size,
    total_item: found.length,
    data_list: listOf('issue_api_issue_dto', itemsOn(found, page).map(toIssueRow)),
  };
};

const detail = (call: BusinessCall): JsonObject => {
  const buyerLoginId = required(call, 'buyer_login_id');
  const issueId = requiredId(call, 'issue_id');
  const record = findIssue(call, issueId, buyerLoginId);
  const ownShop = isForShop(call, call.texts.get('channel_seller_id') ?? '');
  if (record !== undefined && ownShop) return { result_object: toIssueDetail(record) };
  if (call.world.app.unknownIssue === 'empty') return {};
  throw new Refusal('50', 'Remote service error', { subCode: 'isv.issue-not-exist', subMessage: 'issue does not exist' });
};

export const issueMethods: readonly BusinessMethod[] = [
  { name: 'aliexpress.issue.issuelist.get', answer: list },
  { name: 'aliexpress.issue.detail.get', answer: detail },
];
