import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, day, send, startAmazon } from '../amazon-client.js';

const iso = (at: number): string => new Date(at).toISOString();
const orders = '/orders/2026-01-01/orders';

describe('orders', () => {
  it('hold what was asked for and no more', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'delivered');
    const bare = (await connect(sandbox).get(`${orders}/${wanted.orderId}`)).body.order;
    expect(bare).toMatchObject({ orderId: wanted.orderId, orderItems: [{ orderItemId: wanted.orderItemId }] });
    expect(bare).not.toHaveProperty('buyer');
    expect(bare).not.toHaveProperty('fulfillment');
    const query = { includedData: 'PROCEEDS,FULFILLMENT,PACKAGES' };
    const full = (await connect(sandbox).get(`${orders}/${wanted.orderId}`, query)).body.order;
    expect(full).toMatchObject({
      // A returned order stays shipped.
      fulfillment: { fulfillmentStatus: 'SHIPPED', fulfilledBy: 'MERCHANT' },
      proceeds: { grandTotal: { amount: (wanted.paid.minor / 100).toFixed(2), currencyCode: 'USD' } },
      packages: [{ packageStatus: { status: 'DELIVERED' } }],
    });
  });

  it('tell a parcel that never reached the buyer by its package', async () => {
    const sandbox = await startAmazon();
    const { orderId } = caseOf(sandbox, 'parcel-refused');
    const { order } = (await connect(sandbox).get(`${orders}/${orderId}`, { includedData: 'PACKAGES' })).body;
    expect(order.packages[0].packageStatus).toEqual({ status: 'UNDELIVERABLE', detailedStatus: 'REJECTED_BY_BUYER' });
  });

  it('are searched page by page, each once', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const query = { createdAfter: iso(sandbox.clock.now() - 90 * day), marketplaceIds: 'ATVPDKIKX0DER', fulfilledBy: 'MERCHANT' };
    const first = (await client.get(orders, { ...query, maxResultsPerPage: 20 })).body;
    const token = { paginationToken: String(first.pagination.nextToken) };
    const second = (await client.get(orders, { ...query, ...token, maxResultsPerPage: 100 })).body;
    const ids = [...first.orders, ...second.orders].map(({ orderId }) => orderId as string);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.pagination).toBeUndefined();
    expect((await client.get(orders, { ...query, ...token, fulfilledBy: 'AMAZON' })).status).toBe(400);
  });

  it.each([
    ['no time', {}],
    ['two times', { createdAfter: '2026-10-01T00:00:00Z', lastUpdatedAfter: '2026-10-01T00:00:00Z' }],
    ['an end of the other kind', { createdAfter: '2026-10-01T00:00:00Z', lastUpdatedBefore: '2026-10-02T00:00:00Z' }],
    ['an end before its start', { createdAfter: '2026-10-02T00:00:00Z', createdBefore: '2026-10-01T00:00:00Z' }],
    ['a data set nobody has', { createdAfter: '2026-10-01T00:00:00Z', includedData: 'RETURNS' }],
  ])('refuse a search with %s', async (_what, query) => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    expect((await connect(sandbox).get(orders, query)).status).toBe(400);
  });
});

const messaging = (sandbox: Sandbox, scenario = 'delivered') => {
  const wanted = caseOf(sandbox, scenario);
  const client = connect(sandbox);
  const path = `/messaging/v1/orders/${wanted.orderId}`;
  const store = { marketplaceIds: wanted.marketplaceId };
  return {
    wanted,
    actions: () => client.get(path, store),
    attributes: () => client.get(`${path}/attributes`, store),
    say: (kind: string, body: unknown, query = store) => client.post(`${path}/messages/${kind}`, body, query),
    upload: (kind: string) => {
      const query = `marketplaceIds=${wanted.marketplaceId}&contentMD5=abc&contentType=application%2Fpdf`;
      const resource = encodeURIComponent(`messaging/v1/orders/${wanted.orderId}/messages/${kind}`);
      return client.post(`/uploads/2020-11-01/uploadDestinations/${resource}?${query}`);
    },
  };
};

describe('messages', () => {
  it('are discovered first; two of the actions have no operation', async () => {
    const sandbox = await startAmazon();
    const { body, headers } = await messaging(sandbox).actions();
    expect(headers.get('content-type')).toBe('application/hal+json');
    const actions = body._embedded.actions as { payload: { name: string } }[];
    const names = actions.map(({ payload }) => payload.name);
    expect(names).toEqual(expect.arrayContaining(['unexpectedProblem', 'invoice', 'negativeFeedbackRemoval', 'amazonMotors']));
    expect((await messaging(sandbox).attributes()).body).toEqual({ buyer: { locale: 'en-US' } });
  });

  it('reach the buyer, and are never shown again by Amazon', async () => {
    const sandbox = await startAmazon();
    const { wanted, say } = messaging(sandbox);
    expect(await say('unexpectedProblem', { text: 'Your parcel has arrived.' })).toMatchObject({ status: 201, body: {} });
    expect(sandbox.marketplaces.amazon.messages()).toEqual([
      {
        orderId: wanted.orderId,
        kind: 'unexpectedProblem',
        text: 'Your parcel has arrived.',
        attachments: [],
        at: expect.any(String),
      },
    ]);
  });

  it('carry what was uploaded before, under an escaped resource too', async () => {
    const sandbox = await startAmazon();
    const { say, upload } = messaging(sandbox);
    const { uploadDestinationId, url, headers } = (await upload('invoice')).body.payload;
    const attach = () => say('invoice', { attachments: [{ uploadDestinationId, fileName: 'invoice.pdf' }] });
    expect((await attach()).status).toBe(400);
    expect((await send(String(url), { method: 'PUT', headers, body: '%PDF' })).status).toBe(200);
    expect((await attach()).status).toBe(201);
    expect(sandbox.marketplaces.amazon.messages()[0]?.attachments).toEqual(['invoice.pdf']);
  });

  it.each([
    ['no text', 'unexpectedProblem', {}],
    ['too long a text', 'confirmCustomizationDetails', { text: 'x'.repeat(801) }],
    ['HTML', 'unexpectedProblem', { text: 'Look <a href="x">here</a>' }],
    ['an e-mail address', 'unexpectedProblem', { text: 'Write to me@example.com' }],
    ['no attachment', 'invoice', {}],
    [
      'an attachment where none is taken',
      'unexpectedProblem',
      { text: 'x', attachments: [{ uploadDestinationId: 'x', fileName: 'y' }] },
    ],
    ['a kind that is not offered', 'digitalAccessKey', { text: 'x' }],
  ])('are refused for %s', async (_what, kind, body) => {
    const sandbox = await startAmazon();
    expect((await messaging(sandbox).say(kind, body)).status).toBe(400);
    expect(sandbox.marketplaces.amazon.messages()).toEqual([]);
  });

  it('take exactly one store, the order’s own', async () => {
    const sandbox = await startAmazon();
    const { say } = messaging(sandbox);
    for (const marketplaceIds of ['', 'A2EUQ1WTGCTBG2', 'ATVPDKIKX0DER,A2EUQ1WTGCTBG2'])
      expect((await say('unexpectedProblem', { text: 'x' }, { marketplaceIds })).status).toBe(400);
  });
});

describe('a return of an order shipped for another shop', () => {
  it('is created once, per unit, and processed days later', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const [order] = sandbox.marketplaces.amazon.fulfillmentOrders();
    const path = `/fba/outbound/2020-07-01/fulfillmentOrders/${order?.sellerFulfillmentOrderId ?? ''}`;
    const item = (sellerReturnItemId: string, returnReasonCode = 'defective') => ({
      sellerReturnItemId,
      sellerFulfillmentOrderItemId: order?.sellerFulfillmentOrderItemId,
      amazonShipmentId: order?.amazonShipmentId,
      returnReasonCode,
    });
    const { payload } = (await client.put(`${path}/return`, { items: [item('r1'), item('r1'), item('r2'), item('r3', 'none')] }))
      .body;
    expect(payload.returnItems).toEqual([expect.objectContaining({ sellerReturnItemId: 'r1', status: 'New' })]);
    expect(payload.returnAuthorizations).toHaveLength(1);
    const invalid = payload.invalidReturnItems as { invalidItemReason: { invalidItemReasonCode: string } }[];
    expect(invalid.map(({ invalidItemReason }) => invalidItemReason.invalidItemReasonCode)).toEqual([
      'DuplicateRequest',
      'NoReturnableQuantity',
      'InvalidValues',
    ]);
    await sandbox.advance(6 * day);
    sandbox.marketplaces.amazon.issueTokens();
    expect((await client.get(path)).body.payload.returnItems).toEqual([expect.objectContaining({ status: 'Processed' })]);
  });
});
