import type { Case } from '../../src/core/case.js';
import type { Receipt, Settlement, WriteAttempt } from '../../src/core/attempt.js';
import type { AmazonAdapter } from '../../src/marketplaces/amazon/index.js';
import type { AmazonCaseSnapshot } from '../../src/sandbox/index.js';
import { withSellerUnderTest, type SellerUnderTest } from './seller-under-test.js';

const hourInMs = 3_600_000;

/** The answer to the call that hands the refund over is lost once: the call took effect. */
const loseAnswer = ({ sandbox }: SellerUnderTest): void =>
  sandbox.faults.add({ kind: 'lost-response', operation: 'createFeed', times: 1 });

const refundsOf = ({ sandbox }: SellerUnderTest, orderId: string): number =>
  Object.entries(sandbox.ledger().refunds).reduce((sum, [name, { count }]) => sum + (name.startsWith(orderId) ? count : 0), 0);

/** A return that has come back and of which nothing has been paid. */
const unpaid = ({ sandbox }: SellerUnderTest): readonly AmazonCaseSnapshot[] =>
  sandbox.marketplaces.amazon
    .cases()
    .filter(({ region, source, refunded }) => region === 'na' && source === 'seller-fulfilled' && refunded.minor === 0);

export interface RefundCount {
  /** How often the refund was handed over. */
  readonly sends: number;
  readonly receipt: Receipt['state'];
  readonly settled: Settlement['state'];
  /** How often the buyer was paid. */
  readonly refunds: number;
}

const refundable = async (seller: SellerUnderTest, { cases }: AmazonAdapter): Promise<Case> => {
  const orders = new Set(unpaid(seller).map(({ orderId }) => orderId));
  for await (const { id, order } of cases.list()) {
    if (!orders.has(order.id)) continue;
    const found = await cases.get(id);
    if (found.actions.some(({ operation }) => operation === 'refund')) return found;
  }
  throw new Error('no case can be refunded');
};

/** Asks what became of it until Amazon knows: its books lag a day behind. */
const settle = async (
  { sandbox }: SellerUnderTest,
  { cases }: AmazonAdapter,
  attempt: WriteAttempt,
): Promise<Settlement['state']> => {
  for (let tries = 0; tries < 30; tries += 1) {
    const { state } = await cases.settle(attempt);
    if (state === 'applied' || state === 'not-applied') return state;
    await sandbox.advance(2 * hourInMs);
  }
  return 'unknown';
};

export const countLostRefund = (): Promise<RefundCount> =>
  withSellerUnderTest(async (seller) => {
    const adapter = seller.connect();
    const found = await refundable(seller, adapter);
    const attempts: WriteAttempt[] = [];
    loseAnswer(seller);
    const parts = [{ component: 'item', amount: { minor: 500, currency: 'USD' } }] as const;
    const lines = found.items.slice(0, 1).map(({ id }) => ({ itemId: id, parts }));
    const onAttempt = (attempt: WriteAttempt): void => void attempts.push(attempt);
    const receipt = await adapter.cases.refund(found.id, { reason: 'defective', lines }, { onAttempt });
    const attempt = attempts[0];
    const settled = attempt === undefined ? 'unknown' : await settle(seller, adapter, attempt);
    return { sends: seller.received('createFeed'), receipt: receipt.state, settled, refunds: refundsOf(seller, found.order.id) };
  });

const feedOf = (orderId: string, itemId: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope><Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>A2</MerchantIdentifier></Header><MessageType>OrderAdjustment</MessageType><Message><MessageID>1</MessageID><OrderAdjustment><AmazonOrderID>${orderId}</AmazonOrderID><ActionType>Refund</ActionType><AdjustedItem><AmazonOrderItemCode>${itemId}</AmazonOrderItemCode><AdjustmentReason>CustomerReturn</AdjustmentReason><ItemPriceAdjustments><Component><Type>Principal</Type><Amount currency="USD">5.00</Amount></Component></ItemPriceAdjustments></AdjustedItem></OrderAdjustment></Message></AmazonEnvelope>`;

const text = (answer: unknown, name: string): string => {
  const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
  return typeof value === 'string' ? value : '';
};

export interface PeerRefundCount {
  readonly sends: number;
  readonly refunds: number;
  readonly ending: string;
}

/** The same feed by the peer, as its documentation sends one. */
export const countPeerLostRefund = (): Promise<PeerRefundCount> =>
  withSellerUnderTest(async (seller) => {
    const client = await seller.connectPeer();
    const [wanted] = unpaid(seller);
    if (wanted === undefined) throw new Error('no case can be refunded');
    const contentType = 'text/xml; charset=UTF-8';
    const document: unknown = await client.callAPI({ operation: 'feeds.createFeedDocument', body: { contentType } });
    const content = feedOf(wanted.orderId, wanted.orderItemId);
    await client.upload({ url: text(document, 'url') }, { content, contentType });
    loseAnswer(seller);
    const feed = {
      feedType: 'POST_PAYMENT_ADJUSTMENT_DATA',
      marketplaceIds: [wanted.marketplaceId],
      inputFeedDocumentId: text(document, 'feedDocumentId'),
    };
    const ending = await client.callAPI({ operation: 'feeds.createFeed', body: feed }).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    await seller.sandbox.advance(hourInMs);
    return { sends: seller.received('createFeed'), refunds: refundsOf(seller, wanted.orderId), ending };
  });
