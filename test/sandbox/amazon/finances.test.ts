import { describe, expect, it } from 'vitest';
import type { AmazonCaseSnapshot, Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, day, hour, startAmazon } from '../amazon-client.js';

const iso = (at: number): string => new Date(at).toISOString();

interface WireEvent {
  readonly AmazonOrderId: string;
  readonly PostedDate: string;
  readonly ShipmentItemAdjustmentList: { ItemChargeAdjustmentList: { ChargeAmount: { CurrencyAmount: number } }[] }[];
}

interface WireTransaction {
  readonly transactionType: string;
  readonly totalAmount: { currencyAmount: number };
  readonly relatedIdentifiers: { relatedIdentifierName: string }[];
  readonly items: { contexts: { fulfillmentNetwork: string }[] }[];
}

const listsOf = (body: { payload: { FinancialEvents: Readonly<Record<string, WireEvent[]>> } }) => body.payload.FinancialEvents;
const rowsOf = (body: { payload: { transactions: WireTransaction[] } }) => body.payload.transactions;

const eventsOf = async (sandbox: Sandbox, { orderId }: Pick<AmazonCaseSnapshot, 'orderId'>) =>
  listsOf((await connect(sandbox).get(`/finances/v0/orders/${orderId}/financialEvents`)).body as Parameters<typeof listsOf>[0]);

const transactionsOf = async (sandbox: Sandbox, { orderId }: Pick<AmazonCaseSnapshot, 'orderId'>) => {
  const query = { relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: orderId };
  return rowsOf((await connect(sandbox).get('/finances/2024-06-19/transactions', query)).body as Parameters<typeof rowsOf>[0]);
};

/** What the seller paid or got, summed over an event's charges; in minor units so that nothing is lost. */
const sumOf = (event: WireEvent): number =>
  event.ShipmentItemAdjustmentList.flatMap(({ ItemChargeAdjustmentList: charges }) => charges)
    .map(({ ChargeAmount: { CurrencyAmount: amount } }) => Math.round(amount * 100))
    .reduce((sum, minor) => sum + minor, 0);

describe('finances', () => {
  it.each([
    ['refunded-by-amazon', 'RefundEventList', 'Refund'],
    ['partially-refunded', 'RefundEventList', 'Refund'],
    ['claim-granted', 'GuaranteeClaimEventList', 'GuaranteeClaim'],
    ['charged-back', 'ChargebackEventList', 'Chargeback'],
  ])('tell the money of a return %s in both versions, from the seller’s side', async (scenario, list, type) => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, scenario);
    const events = await eventsOf(sandbox, wanted);
    expect(events[list]?.map(sumOf)).toEqual([-wanted.refunded.minor]);
    const transaction = (await transactionsOf(sandbox, wanted)).find(({ transactionType }) => transactionType === type);
    expect(Math.round((transaction?.totalAmount.currencyAmount ?? 0) * 100)).toBe(-wanted.refunded.minor);
    const names = transaction?.relatedIdentifiers.map(({ relatedIdentifierName }) => relatedIdentifierName);
    expect(names?.includes('REFUND_ID')).toBe(type === 'Refund');
  });

  it('name a SAFE-T reimbursement by its claim, and no order', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'safe-t-approved');
    const [reimbursement] = (await eventsOf(sandbox, wanted))['SAFETReimbursementEventList'] ?? [];
    expect(reimbursement).toMatchObject({
      SAFETClaimId: expect.stringMatching(/^\d{5}-\d{5}-\d{7}$/),
      ReimbursedAmount: { CurrencyAmount: Math.floor(wanted.refunded.minor / 2) / 100 },
    });
    expect(reimbursement).not.toHaveProperty('AmazonOrderId');
  });

  it('lag behind the money by as much as they are told to', async () => {
    const sandbox = await startAmazon({ amazon: { financesLagInMs: 48 * hour } });
    const wanted = caseOf(sandbox, 'delivered');
    await sandbox.advance(Date.parse(wanted.refundDueAt ?? '') - sandbox.clock.now() + 2000);
    sandbox.marketplaces.amazon.issueTokens();
    const last = sandbox.marketplaces.amazon
      .moneyEvents()
      .find(({ orderId, kind }) => orderId === wanted.orderId && kind === 'refund');
    expect(last).toMatchObject({ cause: 'silence', amount: wanted.paid });
    expect((await eventsOf(sandbox, wanted))['RefundEventList']).toEqual([]);
    await sandbox.advance(48 * hour);
    sandbox.marketplaces.amazon.issueTokens();
    expect((await eventsOf(sandbox, wanted))['RefundEventList']).toHaveLength(1);
    expect((await eventsOf(sandbox, wanted))['RefundEventList']?.[0]?.PostedDate).toBe(last?.at);
  });

  it('show claims and chargebacks of orders that nobody returned', async () => {
    const sandbox = await startAmazon();
    const returned = new Set(sandbox.marketplaces.amazon.cases().map(({ orderId }) => orderId));
    const { body } = await connect(sandbox).get('/finances/v0/financialEvents', {
      PostedAfter: iso(sandbox.clock.now() - 30 * day),
    });
    const orphansIn = (list: string) =>
      listsOf(body as Parameters<typeof listsOf>[0])[list]?.filter(({ AmazonOrderId: orderId }) => !returned.has(orderId));
    expect([orphansIn('GuaranteeClaimEventList')?.length, orphansIn('ChargebackEventList')?.length]).toEqual([1, 1]);
    await sandbox.advance(2 * day);
    const orphans = sandbox.ledger().entries.filter(({ cause }) => cause === 'chargeback');
    expect(orphans.filter(({ sellerId }) => sellerId === sandbox.marketplaces.amazon.account.sellerId)).toHaveLength(1);
  });

  it('answer a span of more than 180 days with nothing, and refuse the last two minutes', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const now = sandbox.clock.now();
    const long = await client.get('/finances/v0/financialEvents', { PostedAfter: iso(now - 181 * day) });
    expect(Object.values(listsOf(long.body as Parameters<typeof listsOf>[0])).flat()).toEqual([]);
    expect((await client.get('/finances/v0/financialEvents', { PostedAfter: iso(now - 60_000) })).status).toBe(400);
    expect((await client.get('/finances/2024-06-19/transactions', {})).body.errors[0].message).toBe('Start date cannot be null');
    const other = { relatedIdentifierName: 'REFUND_ID', relatedIdentifierValue: '1' };
    expect((await client.get('/finances/2024-06-19/transactions', other)).status).toBe(400);
    expect((await client.get('/finances/v0/orders/BAD-ORDER/financialEvents')).status).toBe(400);
  });

  it('come in pages; a store in the query hides American seller-fulfilled orders', async () => {
    const sandbox = await startAmazon({ amazon: { transactionsPerPage: 40 } });
    const client = connect(sandbox);
    const query = { postedAfter: iso(sandbox.clock.now() - 90 * day) };
    const sizes: number[] = [];
    let token: string | undefined;
    do {
      const { body } = await client.get('/finances/2024-06-19/transactions', {
        ...query,
        ...(token !== undefined && { nextToken: token }),
      });
      sizes.push(rowsOf(body as Parameters<typeof rowsOf>[0]).length);
      token = body.payload.nextToken as string | undefined;
    } while (token !== undefined);
    expect(sizes.slice(0, 3)).toEqual([40, 0, 40]);
    const { body } = await client.get('/finances/2024-06-19/transactions', { ...query, marketplaceId: 'ATVPDKIKX0DER' });
    const networks = rowsOf(body as Parameters<typeof rowsOf>[0]).map(({ items }) => items[0]?.contexts[0]?.fulfillmentNetwork);
    expect(new Set(networks)).toEqual(new Set(['AFN']));
    const first = await client.get('/finances/v0/financialEvents', { PostedAfter: query.postedAfter, MaxResultsPerPage: 10 });
    const rest = await client.get('/finances/v0/financialEvents', {
      PostedAfter: query.postedAfter,
      NextToken: String(first.body.payload.NextToken),
    });
    expect([first.status, rest.status]).toEqual([200, 200]);
  });
});
