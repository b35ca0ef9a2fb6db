import type { WireDetail, WireRow, WireSolution } from '../../../src/marketplaces/aliexpress/wire/issues.js';

export const issueId = '6346213853171470';
const openedAt = '2026-10-28 04:23:22';

export const aRow = (change: Partial<WireRow> = {}): WireRow => ({
  issue_id: 6346213853171470,
  order_id: 8194715118461470,
  parent_order_id: 8194715118451470,
  buyer_login_id: 'mx170775425vyrae',
  issue_status: 'processing',
  reason_english: 'Color not as described',
  gmt_create: openedAt,
  gmt_modified: openedAt,
  ...change,
});

export const aSolution = (change: Partial<WireSolution> = {}): WireSolution => ({
  id: 6010915445171470,
  solution_type: 'refund',
  status: 'wait_seller_accept',
  is_default: true,
  refund_money: '10.00',
  refund_money_currency: 'EUR',
  gmt_create: openedAt,
  ...change,
});

export const anIssue = (change: Partial<WireDetail> = {}): WireDetail => ({
  issue_status: 'processing',
  reverse_detail_status: 'wait_for_seller_response',
  timeout_type: 'WAIT_SOLUTION_TIMEOUT',
  timeout_trigger_time: '2026-11-02 04:23:22',
  order_id: 8194715118461470,
  gmt_create: openedAt,
  buyer_solution_list: [aSolution()],
  ...change,
});

export const ended = (detail: string, change: Partial<WireDetail> = {}): WireDetail =>
  anIssue({ issue_status: 'finish', reverse_detail_status: detail, ...change });
