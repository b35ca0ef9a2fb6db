import { describe, expect, test } from 'vitest';
import type { WriteAttempt } from '../../../src/core/attempt.js';
import { createMemoryCaseStore, type CaseStore } from '../../../src/core/case-store.js';
import { fingerprintOf } from '../../../src/core/case.js';
import { toCaseId, type CaseId } from '../../../src/core/ids.js';
import type { Refund } from '../../../src/core/inputs.js';
import { toMoney } from '../../../src/core/money.js';
import { toInstant, toCivilDate } from '../../../src/core/time.js';
import { observeSellerReturn } from '../../../src/marketplaces/amazon/merge/observe-returns.js';
import { getCase } from '../../../src/marketplaces/amazon/operations/read-case.js';
import { refundCase } from '../../../src/marketplaces/amazon/operations/refund.js';
import { clearOpenRefund } from '../../../src/marketplaces/amazon/operations/refund-mark.js';
import { settleAttempt } from '../../../src/marketplaces/amazon/operations/settle.js';
import { accountKeyOf } from '../../../src/marketplaces/amazon/sources/coverage.js';
import type { AmazonSettings } from '../../../src/marketplaces/amazon/settings.js';
import { jsonOf, scriptAmazon, type ScriptedAmazon, type Scripts } from './scripted-amazon.js';

const orderId = '114-7654321-1234567';
const itemId = '52986411826454';
const makePlace = 'POST /feeds/2021-06-30/documents';
const put = 'PUT /stored/in';
const makeFeed = 'POST /feeds/2021-06-30/feeds';
const feed = 'GET /feeds/2021-06-30/feeds/77';
const feeds = 'GET /feeds/2021-06-30/feeds';
const result = 'GET /feeds/2021-06-30/documents/OUT';
const stored = 'GET /stored/out';
const money = `GET /finances/v0/orders/${orderId}/financialEvents`;
const order = `GET /orders/2026-01-01/orders/${orderId}`;

const usd = (amount: string) => toMoney(amount, 'USD');
const tenDollars: Refund = {
  reason: 'defective',
  lines: [{ itemId, quantity: 1, parts: [{ component: 'item', amount: usd('10.00') }] }],
};

const report = (successful: number, about = orderId): string =>
  `<AmazonEnvelope><Message><ProcessingReport><ProcessingSummary><MessagesProcessed>1</MessagesProcessed><MessagesSuccessful>${successful}</MessagesSuccessful><MessagesWithError>${1 - successful}</MessagesWithError><MessagesWithWarning>0</MessagesWithWarning></ProcessingSummary>${
    successful === 1
      ? ''
      : `<Result><ResultMessageCode>18028</ResultMessageCode><ResultDescription>Not eligible</ResultDescription><AdditionalInfo><AmazonOrderID>${about}</AmazonOrderID></AdditionalInfo></Result>`
  }</ProcessingReport></Message></AmazonEnvelope>`;

const noMoney = { body: { payload: { FinancialEvents: {} } } };
const refunded = (amount: number, postedAt = '2026-11-01T13:00:00Z', item = itemId) => ({
  body: {
    payload: {
      FinancialEvents: {
        RefundEventList: [
          {
            AmazonOrderId: orderId,
            PostedDate: postedAt,
            ShipmentItemAdjustmentList: [
              {
                OrderItemId: item,
                ItemChargeAdjustmentList: [
                  { ChargeType: 'Principal', ChargeAmount: { CurrencyCode: 'USD', CurrencyAmount: -amount } },
                ],
              },
            ],
          },
        ],
      },
    },
  },
});
/** The case is read twice before a refund is sent, and then what was given back before. */
const beforeTheSend = [noMoney, noMoney, noMoney];

/** Refunds of ten dollars, each with a number of its own, within the same minute. */
const tenEach = (...numbers: readonly string[]) => ({
  body: {
    payload: {
      FinancialEvents: {
        RefundEventList: numbers.map((number) => ({
          AmazonOrderId: orderId,
          PostedDate: '2026-11-01T12:00:30Z',
          ShipmentItemAdjustmentList: [
            {
              OrderItemId: itemId,
              OrderAdjustmentItemId: number,
              ItemChargeAdjustmentList: [{ ChargeType: 'Principal', ChargeAmount: { CurrencyCode: 'USD', CurrencyAmount: -10 } }],
            },
          ],
        })),
      },
    },
  },
});

const doneFeed = { body: { feedId: '77', processingStatus: 'DONE', resultFeedDocumentId: 'OUT' } };

const scripts: Scripts = {
  [order]: {
    body: {
      order: {
        orderId,
        createdTime: '2026-10-01T08:00:00Z',
        salesChannel: { channelName: 'AMAZON', marketplaceId: 'ATVPDKIKX0DER' },
        fulfillment: { fulfillmentStatus: 'SHIPPED', fulfilledBy: 'MERCHANT' },
        orderItems: [
          {
            orderItemId: itemId,
            quantityOrdered: 2,
            product: { sellerSku: 'HP-01' },
            proceeds: { proceedsTotal: { amount: '79.80', currencyCode: 'USD' } },
          },
        ],
      },
    },
  },
  [money]: noMoney,
  [makePlace]: { status: 201, body: { feedDocumentId: 'IN', url: 'https://storage.test/stored/in?sig=1' } },
  [put]: {},
  [makeFeed]: { status: 202, body: { feedId: '77' } },
  [feed]: doneFeed,
  [result]: { body: { url: 'https://storage.test/stored/out?sig=2' } },
  [stored]: { body: report(1) },
};

const open = async (
  more: Scripts = {},
  settings: Partial<AmazonSettings> = {},
): Promise<
  ScriptedAmazon & {
    readonly id: CaseId;
    readonly refund: ReturnType<typeof refundCase>;
    readonly settle: ReturnType<typeof settleAttempt>;
  }
> => {
  const amazon = scriptAmazon({ ...scripts, ...more }, settings);
  const requestedAt = { date: toCivilDate('2026-10-12') };
  const row = {
    source: 'seller-returns',
    orderId,
    requestedAt,
    status: 'Approved',
    sku: 'HP-01',
    quantity: 1,
    returnType: 'C-Returns',
  } as const;
  const observations = observeSellerReturn(row, toInstant(amazon.clock.now()));
  await amazon.context.caseStore.add(accountKeyOf(amazon.context), observations);
  const id = toCaseId({ ...amazon.context.account, nativeId: observations[0]!.nativeId });
  return { ...amazon, id, refund: refundCase(amazon.context), settle: settleAttempt(amazon.context) };
};

/** The attempt as a journal would keep it. */
const journaled = async (amazon: Awaited<ReturnType<typeof open>>, refund = tenDollars): Promise<WriteAttempt> => {
  const attempts: WriteAttempt[] = [];
  await amazon.refund(amazon.id, refund, {
    onAttempt: (attempt) => void attempts.push(JSON.parse(JSON.stringify(attempt)) as WriteAttempt),
  });
  return attempts[0]!;
};

const hour = 3_600_000;

describe('a refund', () => {
  test('is one feed with all lines, in the store of the order, and stays pending until it is settled', async () => {
    const amazon = await open();
    await expect(amazon.refund(amazon.id, tenDollars)).resolves.toMatchObject({ state: 'pending', nativeRef: '77' });
    expect(jsonOf(amazon.sent(makePlace)[0])).toEqual({ contentType: 'text/xml; charset=UTF-8' });
    const [upload] = amazon.sent(put);
    expect(upload?.headers).toMatchObject({ 'content-type': 'text/xml; charset=UTF-8' });
    expect(upload?.headers).not.toHaveProperty('x-amz-access-token');
    expect(Buffer.from(upload?.body as Uint8Array).toString('utf8')).toContain('<Amount currency="USD">10.00</Amount>');
    expect(jsonOf(amazon.sent(makeFeed)[0])).toEqual({
      feedType: 'POST_PAYMENT_ADJUSTMENT_DATA',
      marketplaceIds: ['ATVPDKIKX0DER'],
      inputFeedDocumentId: 'IN',
    });
  });

  test('whose answer is lost was sent once and is uncertain', async () => {
    const amazon = await open({ [makeFeed]: 'lost' });
    const receipt = await amazon.refund(amazon.id, tenDollars);
    expect(receipt).toMatchObject({ state: 'uncertain', attempt: { operation: 'refund', id: amazon.id } });
    expect(amazon.sent(makeFeed)).toHaveLength(1);
  });

  test('that Amazon refuses is an error and leaves the order free', async () => {
    const refused = { status: 400, body: { errors: [{ code: 'InvalidInput', message: 'no' }] } };
    const amazon = await open({ [makeFeed]: [refused, { status: 202, body: { feedId: '77' } }] });
    await expect(amazon.refund(amazon.id, tenDollars)).rejects.toMatchObject({ code: 'rejected' });
    await expect(amazon.refund(amazon.id, tenDollars)).resolves.toMatchObject({ state: 'pending' });
  });

  test('is not sent while another one of the order has not ended, at once or from another process', async () => {
    const amazon = await open({ [feed]: { body: { feedId: '77', processingStatus: 'IN_PROGRESS' } } });
    const both = await Promise.allSettled([amazon.refund(amazon.id, tenDollars), amazon.refund(amazon.id, tenDollars)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { code: 'conflict' } });
    await expect(refundCase(amazon.context)(amazon.id, tenDollars)).rejects.toThrow(
      'an earlier refund of this order has not ended (pending)',
    );
    expect(amazon.sent(makeFeed)).toHaveLength(1);
    await clearOpenRefund(amazon.context, orderId);
    await expect(amazon.refund(amazon.id, tenDollars)).resolves.toMatchObject({ state: 'pending' });
  });

  test('is sent by one of two processes that begin at the same time', async () => {
    const caseStore = createMemoryCaseStore();
    const [one, other] = [await open({}, { caseStore }), await open({}, { caseStore })];
    const both = await Promise.allSettled([one.refund(one.id, tenDollars), other.refund(other.id, tenDollars)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect([...one.sent(makeFeed), ...other.sent(makeFeed)]).toHaveLength(1);
  });

  test('that was sent is not reported as failed because its number cannot be kept, and the order stays taken', async () => {
    const store = createMemoryCaseStore();
    const writeMark: CaseStore['writeMark'] = (account, name, value) =>
      name.startsWith('refund') ? Promise.reject(new Error('disk full')) : store.writeMark(account, name, value);
    const amazon = await open({ [feeds]: { body: { feeds: [] } } }, { caseStore: { ...store, writeMark } });
    await expect(amazon.refund(amazon.id, tenDollars)).resolves.toMatchObject({ state: 'pending', nativeRef: '77' });
    await expect(amazon.refund(amazon.id, tenDollars)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('never gives more for an item than was paid, together with what went back before by refund, claim or chargeback', async () => {
    const { RefundEventList: events } = refunded(30, '2026-10-20T00:00:00Z').body.payload.FinancialEvents;
    for (const name of ['RefundEventList', 'GuaranteeClaimEventList', 'ChargebackEventList']) {
      const amazon = await open({ [money]: { body: { payload: { FinancialEvents: { [name]: events } } } } });
      const of = (amount: string): Refund => ({
        ...tenDollars,
        lines: [{ itemId, parts: [{ component: 'item', amount: usd(amount) }] }],
      });
      const error: unknown = await amazon.refund(amazon.id, of('49.81')).catch((thrown: unknown) => thrown);
      expect(JSON.stringify(error)).toContain('expected at most the 79.80 USD paid for it, of which 30.00 USD went back before');
      await expect(amazon.refund(amazon.id, of('49.80'))).resolves.toMatchObject({ state: 'pending' });
    }
  });

  test('is not sent when its journal fails, or the case has changed since it was seen', async () => {
    const amazon = await open();
    const full = (): never => {
      throw new Error('disk full');
    };
    await expect(amazon.refund(amazon.id, tenDollars, { onAttempt: full })).rejects.toThrow('disk full');
    await expect(amazon.refund(amazon.id, tenDollars, { seen: 'another' })).rejects.toMatchObject({ code: 'conflict' });
    expect(amazon.sent(makeFeed)).toHaveLength(0);
    const seen = fingerprintOf(await getCase(amazon.context, amazon.id));
    await expect(amazon.refund(amazon.id, tenDollars, { seen })).resolves.toMatchObject({ state: 'pending' });
  });

  const lines = (...given: readonly Partial<Refund['lines'][number]>[]): Refund => ({
    ...tenDollars,
    lines: given.map((line) => ({ ...tenDollars.lines[0]!, ...line })),
  });
  test.each([
    ['nothing', lines(), 'expected one line at least'],
    ['words', { ...tenDollars, text: 'sorry' }, 'Amazon sends no words with a refund'],
    ['an item twice', lines({}, {}), 'is there twice'],
    ['a line without parts', lines({ parts: [] }), 'expected one part at least'],
    [
      'two currencies',
      lines({
        parts: [
          { component: 'item', amount: usd('1') },
          { component: 'tax', amount: toMoney('1', 'EUR') },
        ],
      }),
      'expected one currency',
    ],
    ['a negative amount', lines({ parts: [{ component: 'restocking-fee', amount: usd('-1') }] }), 'expected a positive amount'],
    [
      'a fee above the price',
      lines({
        parts: [
          { component: 'item', amount: usd('1') },
          { component: 'restocking-fee', amount: usd('2') },
        ],
      }),
      'must leave money to the buyer',
    ],
    ['another order’s item', lines({ itemId: '1' }), 'is no item of this order'],
    ['more units than bought', lines({ quantity: 3 }), 'expected at most the 2 ordered'],
    [
      'more money than paid',
      lines({ parts: [{ component: 'item', amount: usd('79.81') }] }),
      'expected at most the 79.80 USD paid for it',
    ],
    [
      'another currency',
      lines({ parts: [{ component: 'item', amount: toMoney('1', 'EUR') }] }),
      'expected USD, the currency of the order',
    ],
  ])('of %s is refused before anything is stored', async (_what, refund, message) => {
    const amazon = await open();
    const error: unknown = await amazon.refund(amazon.id, refund).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid-input' });
    expect(JSON.stringify(error)).toContain(message);
    expect(amazon.sent(makePlace)).toHaveLength(0);
  });
});

describe('the settlement of a refund', () => {
  test('DONE is no success: a report with errors means that no money moved, and frees the order', async () => {
    const amazon = await open({ [stored]: { body: report(0) } });
    const settlement = await amazon.settle(await journaled(amazon));
    expect(settlement).toMatchObject({ state: 'not-applied' });
    expect(settlement.evidence.join(' ')).toContain('0 of 1 messages succeeded (18028 Not eligible)');
    await expect(amazon.refund(amazon.id, tenDollars)).resolves.toMatchObject({ state: 'pending' });
  });

  test('a report about another order is an error, and settles nothing', async () => {
    const amazon = await open({ [stored]: { body: report(0, '114-0000000-0000000') } });
    const attempt = await journaled(amazon);
    await expect(amazon.settle(attempt)).rejects.toThrow('is about another order');
    await expect(amazon.refund(amazon.id, tenDollars)).rejects.toThrow('is about another order');
  });

  test('a success is unknown until Finances shows the very money', async () => {
    const amazon = await open({ [money]: [noMoney, noMoney, noMoney, noMoney, refunded(10)] });
    const attempt = await journaled(amazon);
    const first = await amazon.settle(attempt);
    expect(first).toMatchObject({ state: 'unknown', checkAgainAt: expect.any(String) });
    let last = first;
    for (let tries = 0; tries < 5 && last.state === 'unknown'; tries += 1) last = await amazon.settle(attempt);
    expect(last).toMatchObject({ state: 'applied' });
  });

  test('money of another amount, item or time is not this refund’s', async () => {
    for (const found of [refunded(9.99), refunded(10, '2026-10-30T00:00:00Z'), refunded(10, undefined, '1')]) {
      const amazon = await open({ [money]: found });
      await expect(amazon.settle(await journaled(amazon))).resolves.toMatchObject({ state: 'unknown' });
    }
  });

  test('of the second of two equal ones is not proved by the money of the first', async () => {
    const one = tenEach('A1');
    const amazon = await open({ [money]: [...beforeTheSend, one, one, one, one, one, tenEach('A1', 'A2')] });
    const first = { ...(await journaled(amazon)), nativeRef: '77' };
    await expect(amazon.settle(first)).resolves.toMatchObject({ state: 'applied' });
    await amazon.clock.advance(1000);
    const second = await journaled(amazon);
    await expect(amazon.settle(second)).resolves.toMatchObject({ state: 'unknown' });
    await expect(amazon.settle(second)).resolves.toMatchObject({ state: 'applied' });
    await expect(amazon.settle(first)).resolves.toMatchObject({ state: 'applied' });
  });

  test('of two equal ones, both sent before either was seen, is proved once for each money that is seen', async () => {
    const one = tenEach('A1');
    const before = [...beforeTheSend, ...beforeTheSend];
    const amazon = await open({ [money]: [...before, one, one, tenEach('A1', 'A2')] });
    const first = { ...(await journaled(amazon)), nativeRef: '77' };
    // As a person may do who has looked the first one up in Seller Central.
    await clearOpenRefund(amazon.context, orderId);
    await amazon.clock.advance(1000);
    const second = await journaled(amazon);
    await expect(amazon.settle(second)).resolves.toMatchObject({ state: 'applied' });
    await expect(amazon.settle(first)).resolves.toMatchObject({ state: 'unknown' });
    await expect(amazon.settle(first)).resolves.toMatchObject({ state: 'applied' });
  });

  test('a feed that was accepted and no money after the lag is for a person', async () => {
    const amazon = await open();
    const attempt = await journaled(amazon);
    await amazon.clock.advance(60 * hour);
    const settlement = await amazon.settle(attempt);
    expect(settlement.state).toBe('unknown');
    expect(settlement.checkAgainAt).toBeUndefined();
  });

  test.each([
    ['IN_QUEUE', 'pending'],
    ['IN_PROGRESS', 'pending'],
    ['CANCELLED', 'not-applied'],
    ['FATAL', 'unknown'],
    ['SOMETHING_NEW', 'unknown'],
  ])('a feed that is %s is %s', async (processingStatus, state) => {
    const amazon = await open({ [feed]: { body: { feedId: '77', processingStatus } } });
    await expect(amazon.settle(await journaled(amazon))).resolves.toMatchObject({ state });
  });

  test('of a lost answer is unknown for the lag, then not applied where no feed was made', async () => {
    const amazon = await open({ [makeFeed]: 'lost', [feeds]: { body: { feeds: [] } } });
    const attempt = await journaled(amazon);
    await expect(amazon.settle(attempt)).resolves.toMatchObject({ state: 'unknown', checkAgainAt: expect.any(String) });
    await amazon.clock.advance(60 * hour);
    await expect(amazon.settle(attempt)).resolves.toMatchObject({ state: 'not-applied' });
    expect(amazon.sent(makeFeed)).toHaveLength(1);
  });

  test('of a lost answer stays unknown where a feed was made then, and is applied by its money', async () => {
    const amazon = await open({ [makeFeed]: 'lost', [feeds]: { body: { feeds: [{ feedId: '78', processingStatus: 'DONE' }] } } });
    const attempt = await journaled(amazon);
    await amazon.clock.advance(60 * hour);
    await expect(amazon.settle(attempt)).resolves.toMatchObject({ state: 'unknown' });
    const paid = await open({ [makeFeed]: 'lost', [feeds]: { body: { feeds: [] } }, [money]: [...beforeTheSend, refunded(10)] });
    await expect(paid.settle(await journaled(paid))).resolves.toMatchObject({ state: 'applied' });
  });

  test('of another account’s attempt, or of no write, is refused', async () => {
    const amazon = await open();
    const attempt = await journaled(amazon);
    const other = toCaseId({ marketplace: 'amazon', environment: 'live', sellerId: 'A3OTHERSELLER', nativeId: 'x' });
    await expect(amazon.settle({ ...attempt, id: other })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(amazon.settle({ ...attempt, operation: 'accept' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(amazon.settle({ ...attempt, input: null })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
