import type { JsonObject } from '../../json.js';
import { toPacificText } from '../pacific-time.js';
import type { IssueRecord } from '../record.js';
import { idOnWire } from './wire-list.js';

/** One issue as the list has it: no deadline, no sub-status, no money. */
export const toIssueRow = (record: IssueRecord): JsonObject => ({
  issue_id: idOnWire(record.issueId),
  order_id: idOnWire(record.orderId),
  parent_order_id: idOnWire(record.parentOrderId),
  buyer_login_id: record.buyerLoginId,
  issue_status: record.status,
  reason_chinese: record.claim.reasonChinese,
  reason_english: record.claim.reasonEnglish,
  gmt_create: toPacificText(record.createdAt),
  gmt_modified: toPacificText(record.updatedAt),
});
