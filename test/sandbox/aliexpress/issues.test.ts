import { describe, expect, it } from 'vitest';
import type { AliExpressCaseSnapshot, Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, startAliExpress, type Answer } from '../aliexpress-client.js';

const list = 'aliexpress.issue.issuelist.get';
const detail = 'aliexpress.issue.detail.get';

const listWith = (sandbox: Sandbox, query: object): Promise<Answer> =>
  connect(sandbox).call(list, { query_dto: JSON.stringify({ current_page: 1, page_size: 50, ...query }) });

const detailOf = (sandbox: Sandbox, { issueId, buyerLoginId }: AliExpressCaseSnapshot): Promise<Answer> =>
  connect(sandbox).call(detail, { buyer_login_id: buyerLoginId, issue_id: issueId });

const seeded = (): Promise<Sandbox> => startAliExpress({ seed: { cases: 40 } });

describe('the list of issues', () => {
  it('holds every issue of a status once, newest first, page by page', async () => {
    const sandbox = await seeded();
    const { account, cases } = sandbox.marketplaces.aliexpress;
    const open = cases().filter(({ sellerId, status }) => sellerId === account.sellerId && status === 'processing');
    const found: string[] = [];
    for (let page = 1; page <= Math.ceil(open.length / 10); page += 1) {
      const { text, body } = await listWith(sandbox, { current_page: page, page_size: 10, issue_status: 'processing' });
      expect(body).toMatchObject({ current_page: page, page_size: 10, total_item: open.length });
      for (const [, issueId = ''] of text.matchAll(/"issue_id":(\d+),/g)) found.push(issueId);
    }
    expect(found).toEqual(open.map(({ issueId }) => issueId));
    const beyond = await listWith(sandbox, { current_page: 99, issue_status: 'processing' });
    expect(beyond.body.data_list).toEqual([]);
  });

  it('tells no deadline, no sub-status and no money', async () => {
    const sandbox = await seeded();
    const { body } = await listWith(sandbox, { issue_status: 'finish', page_size: 1 });
    const row: Readonly<Record<string, unknown>> = body.data_list[0];
    expect(Object.keys(row).sort()).toEqual([
      'buyer_login_id',
      'gmt_create',
      'gmt_modified',
      'issue_id',
      'issue_status',
      'order_id',
      'parent_order_id',
      'reason_chinese',
      'reason_english',
    ]);
  });

  it('filters by line, buyer, time of opening and shop', async () => {
    const sandbox = await seeded();
    const wanted = caseOf(sandbox, 'return-requested');
    const totalOf = async (query: object): Promise<unknown> => (await listWith(sandbox, query)).body.total_item;
    const openedAt = Date.parse(wanted.createdAt);
    expect(await totalOf({ order_no: Number(wanted.orderId) })).toBe(1);
    expect(await totalOf({ buyer_login_id: wanted.buyerLoginId })).toBe(1);
    expect(await totalOf({ create_time_start: openedAt, create_time_end: openedAt })).toBe(1);
    expect(await totalOf({ create_time_start: openedAt + 1, create_time_end: openedAt + 2 })).toBe(0);
    expect(await totalOf({ channel_seller_id: 1 })).toBe(0);
  });

  it.each([
    ['{"page_size":50}', 'isv.invalid-parameter'],
    ['{"current_page":1,"page_size":51}', 'isv.invalid-parameter'],
    ['{"current_page":0,"page_size":5}', 'isv.invalid-parameter'],
    ['[1]', 'isv.invalid-parameter'],
    ['{', 'isv.invalid-parameter'],
    [' ', undefined],
  ])('refuses the query %s', async (query, subCode) => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { error_response } = (await connect(sandbox).call(list, { query_dto: query })).body;
    expect(error_response).toMatchObject(
      subCode === undefined ? { code: 'MissingParameter' } : { code: '50', sub_code: subCode },
    );
  });
});

describe('one issue', () => {
  it('tells whose move it is, the clock in Los Angeles time, the limits and every proposal', async () => {
    const sandbox = await seeded();
    const wanted = caseOf(sandbox, 'two-proposals');
    const { result_object } = (await detailOf(sandbox, wanted)).body;
    expect(result_object).toMatchObject({
      issue_status: 'processing',
      timeout_type: 'WAIT_SOLUTION_TIMEOUT',
      buyer_login_id: wanted.buyerLoginId,
      issue_reason: wanted.reason,
      refund_money_max_local_currency: wanted.maximum.currency,
    });
    expect(result_object.reverse_detail_status).toMatch(/^wait_for_seller_response\u0000?$/);
    // The sandbox starts on the second of November: Los Angeles is eight hours behind.
    const inLosAngeles = String(result_object.timeout_trigger_time).replace(' ', 'T');
    expect(new Date(`${inLosAngeles}-08:00`).toISOString()).toBe(wanted.dueAt);
    expect(result_object.buyer_solution_list).toHaveLength(2);
    expect(result_object.buyer_solution_list[0]).toMatchObject({
      solution_type: 'return_and_refund',
      solution_owner: 'buyer',
      status: 'wait_seller_accept',
      is_default: true,
      logistics_fee_bear_role: 'seller',
    });
  });

  it('tells its history newest first', async () => {
    const sandbox = await seeded();
    const { result_object } = (await detailOf(sandbox, caseOf(sandbox, 'ruled'))).body;
    const history: readonly { readonly action_type: string }[] = result_object.process_dto_list;
    expect(history.map(({ action_type }) => action_type)).toEqual([
      'platform_force_reach',
      'buyer_initiate_arbitration',
      'seller_create_solution',
      'initiate',
    ]);
  });

  it('shows each of the seventeen sub-statuses', async () => {
    const sandbox = await seeded();
    const shown = new Set(sandbox.marketplaces.aliexpress.cases().map(({ detailStatus }) => detailStatus));
    shown.delete('');
    expect(shown.size).toBe(17);
  });

  it('shows what real answers have shown: ids that differ, a contradicting end, limits of zero, a solution numbered -2', async () => {
    const sandbox = await seeded();
    const ended = caseOf(sandbox, 'returned-in-word-only');
    const { text, body } = await detailOf(sandbox, ended);
    expect(text).toMatch(new RegExp(`"issue_id":${ended.issueId}`));
    expect(body.result_object.id).not.toBe(body.result_object.buyer_solution_list[0].issue_id);
    expect(body.result_object).toMatchObject({ issue_status: 'finish', refund_money_max: '0.00' });
    expect(body.result_object.reverse_detail_status).toMatch(/^return_success/);
    expect(body.result_object.buyer_solution_list[0].solution_type).toBe('refund');
    expect(body.result_object.timeout_trigger_time).toBeUndefined();
    const rejected = (await detailOf(sandbox, caseOf(sandbox, 'rejected'))).body.result_object;
    expect(rejected.platform_solution_list[0]).toMatchObject({ id: -2, refund_money: expect.stringMatching(/^0(?:\.00)?$/) });
    expect(rejected.platform_solution_list[0].status ?? '').toBe('');
    expect(rejected.buyer_solution_list[0].status).toBe('wait_seller_accept');
    const parcel = (await detailOf(sandbox, caseOf(sandbox, 'free-text-parcel'))).body.result_object;
    expect(parcel.buyer_return_no).toContain(' ');
    expect((await detailOf(sandbox, caseOf(sandbox, 'without-timeout'))).body.result_object.timeout_type).toBeUndefined();
  });

  it('is sent with ids no double can hold, and found by them', async () => {
    const sandbox = await seeded();
    const wanted = caseOf(sandbox, 'overflowing-ids');
    expect(BigInt(wanted.issueId)).toBeGreaterThan(2n ** 53n);
    expect(String(Number(wanted.issueId))).not.toBe(wanted.issueId);
    const { text } = await detailOf(sandbox, wanted);
    expect(text).toContain(`"order_id":${wanted.orderId},`);
  });

  it('is not told to another seller, nor under another buyer', async () => {
    const sandbox = await seeded();
    const { accounts } = sandbox.marketplaces.aliexpress;
    const wanted = caseOf(sandbox, 'requested');
    const asked = { buyer_login_id: wanted.buyerLoginId, issue_id: wanted.issueId };
    const stranger = await connect(sandbox, accounts.neighbor).call(detail, asked);
    expect(stranger.body).toEqual({ request_id: expect.any(String) });
    const mistaken = await connect(sandbox).call(detail, { ...asked, buyer_login_id: 'es1' });
    expect(mistaken.body).toEqual({ request_id: expect.any(String) });
    const strict = await startAliExpress({ seed: { cases: 0 }, aliexpress: { unknownIssue: 'error' } });
    expect((await connect(strict).call(detail, asked)).body.error_response.sub_code).toBe('isv.issue-not-exist');
  });

  it.each([
    [{ issue_id: '1' }, 'MissingParameter'],
    [{ buyer_login_id: 'es1' }, 'MissingParameter'],
    [{ buyer_login_id: 'es1', issue_id: '12a' }, '50'],
  ])('needs both buyer and issue: %j', async (parameters, code) => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const wire: Readonly<Record<string, string>> = JSON.parse(JSON.stringify(parameters));
    expect((await connect(sandbox).call(detail, wire)).body.error_response.code).toBe(code);
  });
});
