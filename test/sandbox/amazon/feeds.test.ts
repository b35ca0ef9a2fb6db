import { describe, expect, it } from 'vitest';
import type { AmazonCaseSnapshot, Sandbox } from '../../../src/sandbox/index.js';
import {
  caseOf,
  connect,
  currentOf,
  day,
  decimal,
  readResult,
  refundFeed,
  send,
  startAmazon,
  submitFeed,
  type RefundLine,
} from '../amazon-client.js';

const path = '/feeds/2021-06-30';

const errorsOf = (report: string): readonly string[] =>
  [...report.matchAll(/<ResultMessageCode>(\d+)<\/ResultMessageCode><ResultDescription>([^<]*)/g)].map(
    ([, code, text]) => `${code ?? ''} ${text ?? ''}`,
  );

const summaryOf = (report: string): readonly number[] =>
  ['Processed', 'Successful', 'WithError', 'WithWarning'].map((word) =>
    Number(new RegExp(`<Messages${word}>(\\d+)<`).exec(report)?.[1]),
  );

const refund = async (sandbox: Sandbox, feed: string, account = sandbox.marketplaces.amazon.account) => {
  const answer = await submitFeed(sandbox, feed, account);
  return { status: answer.body.processingStatus as string, report: await readResult(connect(sandbox, account), answer) };
};

const keyOf = ({ orderId, orderItemId }: AmazonCaseSnapshot): string => `${orderId}/${orderItemId}`;

const line = (
  { orderItemId }: AmazonCaseSnapshot,
  amounts: RefundLine['amounts'],
  more: Partial<RefundLine> = {},
): RefundLine => ({
  orderItemId,
  amounts,
  ...more,
});

describe('an adjustment feed', () => {
  it('is uploaded with the very content type it was announced with', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const { body } = await connect(sandbox).post(`${path}/documents`, { contentType: 'text/xml; charset=UTF-8' });
    const put = (contentType: string, headers = {}) =>
      send(String(body.url), { method: 'PUT', headers: { 'content-type': contentType, ...headers }, body: '<a/>' });
    expect((await put('text/xml')).text).toContain('SignatureDoesNotMatch');
    expect((await put('text/xml; charset=UTF-8', { 'x-amz-access-token': 'Atza|x' })).status).toBe(403);
    expect((await put('text/xml; charset=UTF-8')).status).toBe(200);
    await sandbox.advance(301_000);
    expect((await put('text/xml; charset=UTF-8')).text).toContain('Request has expired');
  });

  it('pays the buyer when it is done, closes the return, and Finances tell it a day later', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'delivered');
    const { status, report } = await refund(
      sandbox,
      refundFeed(wanted.orderId, [line(wanted, { Principal: '10.00', RestockingFee: '-1.50' })]),
    );
    expect([status, summaryOf(report), errorsOf(report)]).toEqual(['DONE', [1, 1, 0, 0], []]);
    expect(sandbox.ledger().refunds[keyOf(wanted)]).toEqual({ count: 1, amount: { minor: 850, currency: 'USD' } });
    expect(currentOf(sandbox, wanted)).toMatchObject({ status: 'Closed', refundedBy: 'seller', refunded: { minor: 850 } });
    const ofOrder = async () => {
      const { body } = await connect(sandbox).get(`/finances/v0/orders/${wanted.orderId}/financialEvents`);
      return body.payload.FinancialEvents.RefundEventList as { ShipmentItemAdjustmentList: unknown[] }[];
    };
    expect(await ofOrder()).toEqual([]);
    await sandbox.advance(day);
    sandbox.marketplaces.amazon.issueTokens();
    expect((await ofOrder())[0]?.ShipmentItemAdjustmentList[0]).toMatchObject({
      OrderItemId: wanted.orderItemId,
      ItemChargeAdjustmentList: [
        { ChargeType: 'Principal', ChargeAmount: { CurrencyAmount: -10 } },
        { ChargeType: 'RestockingFee', ChargeAmount: { CurrencyAmount: 1.5 } },
      ],
    });
  });

  it('pays again when it is sent again: nothing here is idempotent', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'delivered');
    const feed = refundFeed(wanted.orderId, [line(wanted, { Principal: '5.00' })]);
    await refund(sandbox, feed);
    await refund(sandbox, feed);
    expect(sandbox.ledger().refunds[keyOf(wanted)]).toMatchObject({ count: 2, amount: { minor: 1000 } });
  });

  it('takes effect though its answer was lost', async () => {
    const sandbox = await startAmazon({ faults: [{ kind: 'lost-response', operation: 'createFeed', times: 1 }] });
    const wanted = caseOf(sandbox, 'delivered');
    await expect(refund(sandbox, refundFeed(wanted.orderId, [line(wanted, { Principal: '5.00' })]))).rejects.toThrow();
    await sandbox.advance(91_000);
    expect(sandbox.ledger().refunds[keyOf(wanted)]).toMatchObject({ count: 1 });
    const { body } = await connect(sandbox).get(`${path}/feeds`, { feedTypes: 'POST_PAYMENT_ADJUSTMENT_DATA' });
    expect(body.feeds).toEqual([expect.objectContaining({ processingStatus: 'DONE' })]);
  });

  it('holds all lines of an order in one message, and books none when one is wrong', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'two-lines');
    const other = sandbox.marketplaces.amazon
      .cases()
      .find(({ orderId, orderItemId }) => orderId === wanted.orderId && orderItemId !== wanted.orderItemId);
    const lines = [line(wanted, { Principal: '1.00' }), line(other ?? wanted, { Principal: '2.00' })];
    const wrong = await refund(
      sandbox,
      refundFeed(wanted.orderId, [...lines.slice(0, 1), { orderItemId: '1', amounts: { Principal: '2.00' } }]),
    );
    expect([summaryOf(wrong.report), sandbox.ledger().entries]).toEqual([[1, 0, 1, 0], []]);
    expect(wrong.report).toContain(`<AmazonOrderID>${wanted.orderId}</AmazonOrderID>`);
    await refund(sandbox, refundFeed(wanted.orderId, lines));
    expect(sandbox.ledger().entries.map(({ amount }) => amount.minor)).toEqual([100, 200]);
  });

  it('is canceled while it waits, and then pays nothing', async () => {
    const sandbox = await startAmazon({ amazon: { feedQueueInMs: 200_000 } });
    const wanted = caseOf(sandbox, 'delivered');
    const client = connect(sandbox);
    const feed = await submitFeed(sandbox, refundFeed(wanted.orderId, [line(wanted, { Principal: '5.00' })]));
    expect(feed.body.processingStatus).toBe('IN_QUEUE');
    expect((await client.remove(`${path}/feeds/${String(feed.body.feedId)}`)).status).toBe(200);
    await sandbox.advance(day);
    expect(sandbox.ledger().entries.filter(({ cause }) => cause === 'feed')).toEqual([]);
  });

  it('fails as a whole when nothing was uploaded', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const client = connect(sandbox);
    const { body } = await client.post(`${path}/documents`, { contentType: 'text/xml; charset=UTF-8' });
    const created = await client.post(`${path}/feeds`, {
      feedType: 'POST_PAYMENT_ADJUSTMENT_DATA',
      marketplaceIds: ['ATVPDKIKX0DER'],
      inputFeedDocumentId: body.feedDocumentId,
    });
    await sandbox.advance(91_000);
    const feed = await client.get(`${path}/feeds/${String(created.body.feedId)}`);
    expect(feed.body.processingStatus).toBe('FATAL');
    expect(feed.body).not.toHaveProperty('resultFeedDocumentId');
  });
});

describe('what a feed is refused for', () => {
  it.each([
    ['more than was paid', { Principal: '9999.00' }, {}, '18028'],
    ['no credit in total', { RestockingFee: '-1.00' }, {}, '18014'],
    ['a positive fee', { Principal: '5.00', RestockingFee: '1.00' }, {}, '18013'],
    ['a negative principal', { Principal: '-5.00' }, {}, '18013'],
    ['another currency', { Principal: '5.00' }, { currency: 'EUR' }, '18012'],
    ['a tenth of a cent', { Principal: '5.001' }, {}, '18011'],
    ['a quantity that was not bought', { Principal: '5.00' }, { quantity: 99 }, '18030'],
  ])('%s', async (_what, amounts, more, code) => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'delivered');
    const { report } = await refund(sandbox, refundFeed(wanted.orderId, [line(wanted, amounts, more)]));
    expect(errorsOf(report)).toEqual([expect.stringContaining(code)]);
    expect(sandbox.ledger().entries).toEqual([]);
  });

  it('more than is left after an earlier refund', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'refunded-by-seller');
    const { report } = await refund(
      sandbox,
      refundFeed(wanted.orderId, [line(wanted, { Principal: '0.01' }, { currency: wanted.paid.currency })]),
    );
    expect(errorsOf(report)).toEqual([expect.stringContaining('18028')]);
  });

  it('a tax of its own where prices contain the tax', async () => {
    const sandbox = await startAmazon();
    const american = caseOf(sandbox, 'delivered');
    const european = caseOf(sandbox, 'delivered', 'eu');
    const { currency } = european.paid;
    const taxed = (wanted: AmazonCaseSnapshot, code: string) =>
      refundFeed(wanted.orderId, [line(wanted, { Principal: '5.00', Tax: '0.30' }, { currency: code })]);
    const refused = await refund(sandbox, taxed(european, currency), sandbox.marketplaces.amazon.accounts.eu);
    expect(errorsOf(refused.report)).toEqual([expect.stringContaining('not eligible')]);
    expect(summaryOf((await refund(sandbox, taxed(american, 'USD'))).report)).toEqual([1, 1, 0, 0]);
  });

  it('elements in another order, a missing wrapper, an unknown word: each is malformed', async () => {
    const sandbox = await startAmazon({ amazon: { quotas: 'unlimited' } });
    const wanted = caseOf(sandbox, 'delivered');
    const feed = refundFeed(wanted.orderId, [line(wanted, { Principal: '5.00' })]);
    const reason = '<AdjustmentReason>CustomerReturn</AdjustmentReason>';
    const variants = [
      feed.replace(reason, '').replace('</ItemPriceAdjustments>', `</ItemPriceAdjustments>${reason}`),
      feed.replace('<Component>', '').replace('</Component>', ''),
      feed.replace('CustomerReturn', 'JustBecause'),
      feed.replace('<Type>Principal</Type>', '<Type>Price</Type>'),
      feed
        .replace('<ActionType>Refund</ActionType>', '')
        .replace('</AdjustedItem>', '</AdjustedItem><ActionType>Refund</ActionType>'),
      feed.replace('OrderAdjustment</MessageType>', 'Product</MessageType>'),
      feed.slice(0, -10),
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    ];
    for (const variant of variants) {
      const { report } = await refund(sandbox, variant);
      expect(errorsOf(report), variant.slice(0, 200)).toEqual([expect.stringContaining('5000')]);
    }
    expect(sandbox.ledger().entries).toEqual([]);
  });

  it('another seller’s order', async () => {
    const sandbox = await startAmazon();
    const foreign = caseOf(sandbox, 'delivered', 'fe');
    const { report } = await refund(sandbox, refundFeed(foreign.orderId, [line(foreign, { Principal: decimal(100) })]));
    expect(errorsOf(report)).toEqual([expect.stringContaining('18007')]);
  });
});

describe('a flat adjustment feed', () => {
  it('pays by row, and answers with a table', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'delivered');
    const client = connect(sandbox);
    const contentType = 'text/tab-separated-values; charset=UTF-8';
    const { body: document } = await client.post(`${path}/documents`, { contentType });
    const head = ['order-id', 'order-item-id', 'adjustment-reason-code', 'currency', 'item-price-adj', 'item-tax-adj'];
    const row = [wanted.orderId, wanted.orderItemId, 'CustomerReturn', 'USD', '5.00', ''];
    const rows = [head, row, [...row.slice(0, 4), '9999.00', '']].map((cells) => cells.join('\t')).join('\n');
    await send(String(document.url), { method: 'PUT', headers: { 'content-type': contentType }, body: rows });
    const { body: created } = await client.post(`${path}/feeds`, {
      feedType: 'POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA',
      marketplaceIds: ['ATVPDKIKX0DER'],
      inputFeedDocumentId: document.feedDocumentId,
    });
    await sandbox.advance(91_000);
    const report = await readResult(client, await client.get(`${path}/feeds/${String(created.feedId)}`));
    expect(report).toMatch(/records processed\t\t2\n.*records successful\t\t1\n[^]*\n2\t18028\tError/);
    expect(sandbox.ledger().refunds[keyOf(wanted)]).toMatchObject({ count: 1, amount: { minor: 500 } });
  });
});
