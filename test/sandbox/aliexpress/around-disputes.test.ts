import { describe, expect, it } from 'vitest';
import type { AliExpressCaseSnapshot, Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, day, refundAddress, startAliExpress, type Answer } from '../aliexpress-client.js';

const orders = (sandbox: Sandbox, query: object): Promise<Answer> =>
  connect(sandbox).call('aliexpress.trade.seller.orderlist.get', {
    param_aeop_order_query: JSON.stringify({ current_page: 1, page_size: 50, ...query }),
  });

const orderIn = async (sandbox: Sandbox, status: string) => {
  const { text, body } = await orders(sandbox, { order_status: status });
  const [, orderId = ''] = /"order_id":(\d+)/.exec(text) ?? [];
  return { orderId, row: body.result.target_list[0] };
};

const detailOf = (sandbox: Sandbox, orderId: string): Promise<Answer> =>
  connect(sandbox).call('aliexpress.trade.new.redefining.findorderbyid', { param1: `{"order_id":${orderId}}` });

describe('orders', () => {
  it('know the issues of their lines', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 40 } });
    const { account, cases: allCases } = sandbox.marketplaces.aliexpress;
    const cases = allCases().filter(({ sellerId }) => sellerId === account.sellerId);
    const shared = ({ parentOrderId, issueId }: AliExpressCaseSnapshot): boolean =>
      cases.some((other) => other.parentOrderId === parentOrderId && other.issueId !== issueId);
    const wanted = cases.find(shared)!;
    const { text, body } = await detailOf(sandbox, wanted.parentOrderId);
    expect(text).toContain(`"id":${wanted.parentOrderId}`);
    expect(body.target).toMatchObject({ order_status: 'IN_ISSUE', issue_status: 'IN_ISSUE', buyerloginid: wanted.buyerLoginId });
    // Two issues of one order: each line has its own.
    const lines: readonly { readonly issue_status: string }[] = body.target.child_order_list;
    expect(lines.map(({ issue_status }) => issue_status)).toEqual(['IN_ISSUE', 'IN_ISSUE']);
    await sandbox.advance(20 * day);
    const after = (await detailOf(sandbox, wanted.parentOrderId)).body.target;
    expect(after).toMatchObject({ order_status: 'FINISH', issue_status: 'END_ISSUE' });
    expect(after.child_order_list[0]).toMatchObject({
      child_issue_info: { issue_status: 'finish' },
      refund_info: { refund_status: 'refund_ok', refund_type: 'c' },
    });
  });

  it('are listed without the ended ones unless those are asked for, in Los Angeles time', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 10 } });
    const statuses = async (query: object): Promise<readonly string[]> => {
      const rows: readonly { readonly order_status: string }[] = (await orders(sandbox, query)).body.result.target_list;
      return [...new Set(rows.map(({ order_status }) => order_status))].sort();
    };
    expect(await statuses({})).toEqual(['IN_CANCEL', 'IN_ISSUE', 'WAIT_BUYER_ACCEPT_GOODS', 'WAIT_SELLER_SEND_GOODS']);
    expect(await statuses({ order_status_list: ['FINISH'] })).toEqual(['FINISH']);
    expect(await statuses({ create_date_start: '2026-11-02 00:00:00' })).toEqual([]);
    const wrong = await orders(sandbox, { create_date_start: '2026-11-02' });
    expect(wrong.body.error_response.sub_code).toBe('isv.invalid-parameter');
  });

  it('are found by the change of an issue of theirs', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 40 } });
    const wanted = caseOf(sandbox, 'offer-modified');
    const changedSinceStart = async (): Promise<string> => {
      const window = { create_date_start: '2026-01-01 00:00:00', modified_date_start: '2026-11-01 20:00:00' };
      return (await orders(sandbox, { ...window, order_status: 'IN_ISSUE' })).text;
    };
    expect(await changedSinceStart()).not.toContain(`"order_id":${wanted.parentOrderId},`);
    await sandbox.advance(12 * 3_600_000);
    const refusal = {
      add_seller_solution: true,
      add_solution_type: 'refund',
      buyer_login_id: wanted.buyerLoginId,
      issue_id: wanted.issueId,
      buyer_solution_id: wanted.solutions[0]?.solutionId,
      refund_amount: '0',
      refund_amount_currency: wanted.maximum.currency,
      solution_context: 'Delivered on Friday',
    };
    await connect(sandbox).call('aliexpress.issue.solution.save', { param_dto: JSON.stringify(refusal) });
    expect(await changedSinceStart()).toContain(`"order_id":${wanted.parentOrderId},`);
  });

  it('say no inside a result: the third layer of errors', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { status, body } = await orders(sandbox, { modified_date_start: '2026-11-01 00:00:00' });
    expect([status, body.error_response]).toEqual([200, undefined]);
    expect(body.result).toMatchObject({ success: false, error_code: 'PARAM_ERROR' });
  });

  it('of another seller are not told', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { neighbor } = sandbox.marketplaces.aliexpress.accounts;
    const { parentOrderId } = caseOf(sandbox, 'requested', neighbor);
    expect((await detailOf(sandbox, parentOrderId)).body).toEqual({ request_id: expect.any(String) });
  });

  it('give the buyer more time, within limits', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const extend = async (param0: string, param1: string): Promise<unknown> => {
      const method = 'aliexpress.trade.redefining.extendsbuyeracceptgoodstime';
      const { is_success, sub_error_code } = (await connect(sandbox).call(method, { param0, param1 })).body;
      return is_success === true ? 'extended' : sub_error_code;
    };
    const { orderId, row } = await orderIn(sandbox, 'WAIT_BUYER_ACCEPT_GOODS');
    expect(await extend(orderId, '10')).toBe('extended');
    const after = await orderIn(sandbox, 'WAIT_BUYER_ACCEPT_GOODS');
    expect(after.row.timeout_left_time - row.timeout_left_time).toBe(10 * day);
    expect(await extend(orderId, '21')).toBe(201);
    expect(await extend('1', '1')).toBe(100);
    expect(await extend((await orderIn(sandbox, 'WAIT_SELLER_SEND_GOODS')).orderId, '1')).toBe(210);
  });

  it('are canceled or kept when the buyer asks to cancel', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const answer = (verb: string, request: object): Promise<Answer> =>
      connect(sandbox).call(`aliexpress.trade.seller.order.${verb}`, { param_order_cancel_request: JSON.stringify(request) });
    const accepted = await orderIn(sandbox, 'IN_CANCEL');
    const request = { buyer_login_id: accepted.row.buyer_login_id, order_id: Number(accepted.orderId) };
    const mistaken = await answer('acceptcancel', { ...request, buyer_login_id: 'es1' });
    expect(mistaken.body.result.error_code).toBe('ORDER_NOT_EXIST');
    expect((await answer('acceptcancel', request)).body.result).toEqual({ success: true, target: true });
    expect(sandbox.ledger().refunds[accepted.orderId]?.count).toBe(1);
    expect((await answer('acceptcancel', request)).body.result.error_code).toBe('ORDER_STATUS_ERROR');
    const kept = await orderIn(sandbox, 'IN_CANCEL');
    const refusal = { buyer_login_id: kept.row.buyer_login_id, order_id: Number(kept.orderId), memo: 'sent already' };
    expect((await answer('refusecancel', refusal)).body.result.success).toBe(true);
    expect(sandbox.ledger().refunds[kept.orderId]).toBeUndefined();
  });
});

describe('a seller', () => {
  it('has addresses of the kinds asked for', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const method = 'aliexpress.logistics.redefining.getlogisticsselleraddresses';
    const { body } = await connect(sandbox).call(method, { seller_address_query: '["refund"]' });
    expect(body).toMatchObject({ result_success: true, sender_seller_address_list: [] });
    const addresses: readonly { readonly address_id: number }[] = body.refund_seller_address_list;
    expect(addresses.map(({ address_id }) => String(address_id))).toContain(refundAddress);
    const wrapped = await connect(sandbox).wrapped(method, { seller_address_query: '["sender"]' });
    const inner = wrapped.body.aliexpress_logistics_redefining_getlogisticsselleraddresses_response;
    expect(inner.refund_seller_address_list).toEqual({});
    expect(inner.sender_seller_address_list.senderselleraddresslist).toHaveLength(1);
  });

  it('answers an evaluation once', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const client = connect(sandbox);
    const method = 'aliexpress.evaluation.listorderevaluation.get';
    const { text } = await client.call(method, { trade_evaluation_request: '{}' });
    const [, child = '', parent = ''] = /"order_id":(\d+),"parent_order_id":(\d+)/.exec(text) ?? [];
    const reply = { child_order_id: child, parent_order_id: parent, text: 'Sorry for the wait' };
    const answers = [
      await client.call('aliexpress.evaluation.evaluation.reply', reply),
      await client.call('aliexpress.evaluation.evaluation.reply', reply),
    ];
    const taken: readonly unknown[] = answers.map(({ body }): unknown => body.target);
    expect(taken).toEqual([true, false]);
    const own = (await client.call(method, { trade_evaluation_request: `{"parent_order_ids":[${parent}]}` })).body.target_list;
    expect(own).toEqual([expect.objectContaining({ seller_reply: 'Sorry for the wait' })]);
  });

  it('of a newer channel decides reverse orders line by line', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { accounts, cases } = sandbox.marketplaces.aliexpress;
    const { arise } = accounts;
    expect(cases().filter(({ sellerId }) => sellerId === arise.sellerId)).toEqual([]);
    const shop = { channel: arise.channel, channel_seller_id: Number(arise.channelSellerId) };
    const call = (method: string, name: string, json: string): Promise<Answer> =>
      connect(sandbox, arise).call(method, { [name]: json });
    const { text, body } = await call(
      'arise.reverse.order.query',
      'param',
      JSON.stringify({ ...shop, page_no: 1, page_size: 50, reverse_status_list: ['REQUEST_INITIATE'] }),
    );
    expect(body.result.page_info.total).toBe(3);
    const [, order = ''] = /"reverse_order_id":(\d+)/.exec(text) ?? [];
    const [, line = ''] = /"reverse_order_line_id":(\d+)/.exec(text) ?? [];
    const decide = async (action: string, more = ''): Promise<unknown> => {
      const head = JSON.stringify({ ...shop, action }).slice(0, -1);
      const json = `${head},"reverse_order_id":${order},"reverse_order_item_ids":[${line}]${more}}`;
      const { result } = (await call('arise.reverse.order.return.update', 'param0', json)).body;
      return result.success === true ? 'done' : result.error_code;
    };
    expect(await decide('refuseReturn')).toBe('110');
    expect(await decide('confirmDelivery')).toBe('114');
    expect(await decide('melt')).toBe('107');
    expect(await decide('agreeReturn')).toBe('done');
    await sandbox.advance(2 * day);
    expect(await decide('confirmDelivery')).toBe('done');
    expect(await decide('agreeRefund')).toBe('done');
    expect(await decide('agreeRefund')).toBe('114');
    expect(sandbox.ledger().refunds[line]?.count).toBe(1);
    const elsewhere = await connect(sandbox).call('arise.reverse.order.query', { param: JSON.stringify(shop) });
    expect(elsewhere.body.result).toMatchObject({ success: false, error_code: 'SELLER_NOT_EXIST' });
  });
});
