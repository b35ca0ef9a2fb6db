import { describe, expect, it } from 'vitest';
import { caseOf, connect } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const detail = '/api/v2/order/get_order_detail';
const escrow = '/api/v2/payment/get_escrow_detail';

describe('get_order_detail', () => {
  it('gives what was asked for, and several orders at once', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const [open, over] = [caseOf(sandbox, 'requested'), caseOf(sandbox, 'accepted')];
    const plain = (await client.get(detail, { order_sn_list: open.orderSn })).body.response.order_list;
    expect(plain).toEqual([
      expect.objectContaining({ order_sn: open.orderSn, region: 'SG', currency: 'SGD', order_status: 'TO_RETURN' }),
    ]);
    expect(plain[0]).not.toHaveProperty('item_list');
    const fields = 'buyer_user_id,item_list,total_amount,return_request_due_date';
    const both = await client.get(detail, { order_sn_list: `${open.orderSn},${over.orderSn}`, response_optional_fields: fields });
    const [first, second] = both.body.response.order_list;
    expect(first.item_list[0]).toMatchObject({ active_qty: expect.any(Number), returned_qty: 0 });
    expect(first).not.toHaveProperty('return_request_due_date');
    expect(second).toMatchObject({ order_status: 'COMPLETED', return_request_due_date: expect.any(Number) });
    expect(both.text).toMatch(/"promotion_id":90071992547409\d{2}/);
  });

  it('refuses too many, none, unknown and another shop’s', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const foreign = sandbox.marketplaces.shopee.cases().find(({ region }) => region === 'BR');
    const many = Array.from({ length: 51 }, (_, index) => `A${index}`).join(',');
    expect((await client.get(detail, { order_sn_list: many })).body.error).toBe('error_param');
    expect((await client.get(detail)).body.error).toBe('error_param');
    for (const number of ['2610230H0001AZ', foreign?.orderSn ?? ''])
      expect((await client.get(detail, { order_sn_list: number })).body.error).toBe('error_not_found');
  });
});

describe('get_escrow_detail', () => {
  it('knows all returns of an order, and what they cost', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const shared = caseOf(sandbox, 'inspection');
    const twins = sandbox.marketplaces.shopee.cases().filter(({ orderSn }) => orderSn === shared.orderSn);
    expect(twins).toHaveLength(2);
    const before = (await client.get(escrow, { order_sn: shared.orderSn })).body.response;
    expect(before.return_order_sn_list).toEqual(twins.map(({ returnSn }) => returnSn));
    expect(before.order_income.seller_return_refund).toBe(0);
    await client.post('/api/v2/returns/confirm', { return_sn: shared.returnSn });
    const after = (await client.get(escrow, { order_sn: shared.orderSn })).body.response.order_income;
    expect(after.seller_return_refund).toBe(-shared.refund.minor / 100);
    expect((await client.get(escrow, { order_sn: 'x' })).body.error).toBe('order_not_found');
  });
});

describe('get_tracking_info', () => {
  const path = '/api/v2/logistics/get_tracking_info';

  it('shows a delivery, and a parcel that came back without a return', async () => {
    const sandbox = await startSandbox();
    const delivered = await connect(sandbox).get(path, { order_sn: caseOf(sandbox, 'requested').orderSn });
    expect(delivered.body.response.tracking_info[0].logistics_status).toBe('DELIVERED');
    const { BR } = sandbox.marketplaces.shopee.accounts;
    const failed = caseOf(sandbox, 'refund-accepted', BR);
    const back = (await connect(sandbox, BR).get(path, { order_sn: failed.orderSn })).body.response;
    const events: readonly { readonly logistics_status: string }[] = back.tracking_info;
    expect(events.map((event) => event.logistics_status)).toEqual(['RETURNED', 'RETURN_STARTED', 'PICKED_UP']);
    const noReturn = await connect(sandbox, BR).get('/api/v2/returns/get_reverse_tracking_info', { return_sn: failed.returnSn });
    expect(noReturn.body.response).toMatchObject({ reverse_logistics_status: 'LOGISTICS_NOT_STARTED' });
  });
});

describe('shop reads', () => {
  it('name the shop, its warehouse and the shops of the app, page by page', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const client = connect(sandbox);
    const info = (await client.get('/api/v2/shop/get_shop_info')).body;
    expect(info).toMatchObject({ shop_name: 'aftersale.sg', region: 'SG' });
    expect(info.expire_time - info.auth_time).toBe(365 * 86_400);
    const warehouses = (await client.get('/api/v2/shop/get_warehouse_detail', { warehouse_type: 2 })).body.response;
    expect(warehouses).toEqual([expect.objectContaining({ location_id: 'SGW', region: 'SG' })]);
    expect((await client.get('/api/v2/shop/get_warehouse_detail', { warehouse_type: 1 })).body.error).toBe(
      'warehouse.error_can_not_find_warehouse',
    );
    const page = (pageNo: number) => client.publicGet('/api/v2/public/get_shops_by_partner', { page_no: pageNo, page_size: 6 });
    expect((await page(1)).body).toMatchObject({ more: true });
    expect((await page(2)).body.authed_shop_list).toHaveLength(5);
    expect((await page(0)).body.error).toBe('error_param');
    expect((await client.publicGet('/api/v2/public/get_merchants_by_partner')).body.authed_merchant_list).toEqual([]);
  });
});
