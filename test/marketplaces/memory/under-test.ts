import { toOfferId, type CaseId, type OfferId } from '../../../src/core/ids.js';
import type { OperationName, WriteOperationName } from '../../../src/core/operations.js';
import { epochMsOf } from '../../../src/core/time.js';
import { createMemoryAdapter, type MemoryAdapter } from '../../../src/marketplaces/memory/index.js';
import type { AdapterUnderTest, FakeClock, LiveMarketplace, PreparedWrite } from '../../../src/testing/index.js';

/** Said by buyers and sellers in these tests, and never to be seen in an error. */
export const personal = 'call me at 555-0199-77';
const pageSize = 3;
const usd = (minor: number) => ({ minor, currency: 'USD' });
const photo = { content: new Uint8Array([1, 2, 3]), contentType: 'image/jpeg' };

export const offered = { remedy: 'partial-refund', amount: usd(500) } as const;

export const wanted = { remedy: 'refund', amount: usd(1500), goods: 'kept-by-buyer' } as const;

/** Two lamps of 10.00, of which the buyer wants 15.00 back: a cent of goodwill changes the case and leaves every write possible. */
const lamps = { amount: usd(1500), items: [{ id: 'item-1', quantity: 2, price: usd(1000) }] };
const goodwill = {
  reason: 'defective',
  lines: [{ itemId: 'item-1', parts: [{ component: 'item', amount: usd(1) }] }],
} as const;

const seedFor = (shop: MemoryAdapter, operation: OperationName): CaseId => {
  const isContested = operation === 'withdrawRejection' || operation === 'submitEvidence';
  return shop.native.open(isContested ? { ...lamps, phase: 'disputed' } : lamps);
};

type Writes = Readonly<Record<WriteOperationName, Omit<PreparedWrite, 'id'>>>;

/** Each write with an input that the case seeded for it allows. */
const writesOn = ({ cases }: MemoryAdapter, offer: OfferId): Writes => {
  const lines = [{ itemId: 'item-1', parts: [{ component: 'item', amount: usd(300) }] }] as const;
  return {
    accept: {
      call: (id, options) => cases.accept(id, { expected: wanted }, options),
      mismatched: (id, options) => cases.accept(id, { expected: { ...wanted, amount: usd(1999) } }, options),
    },
    offer: { call: (id, options) => cases.offer(id, { ...offered, goods: 'kept-by-buyer', text: personal }, options) },
    acceptOffer: {
      call: (id, options) => cases.acceptOffer(id, { offer, expected: offered }, options),
      mismatched: (id, options) => cases.acceptOffer(id, { offer, expected: { ...offered, amount: usd(1) } }, options),
    },
    reject: { call: (id, options) => cases.reject(id, { reason: 'not-agreed', text: personal }, options) },
    withdrawRejection: { call: (id, options) => cases.withdrawRejection(id, options) },
    refund: { call: (id, options) => cases.refund(id, { reason: 'defective', lines }, options) },
    submitEvidence: { call: (id, options) => cases.submitEvidence(id, { files: [photo], text: personal }, options) },
    message: { call: (id, options) => cases.message(id, { text: personal }, options) },
  };
};

const prepareOn = (shop: MemoryAdapter, operation: WriteOperationName): PreparedWrite => {
  const id = seedFor(shop, operation);
  const isAnswer = operation === 'acceptOffer';
  const offer = isAnswer ? shop.native.buyer.offers(id, { ...offered, goods: 'kept-by-buyer' }) : toOfferId('none');
  return { id, ...writesOn(shop, offer)[operation] };
};

const countRequests = (shop: MemoryAdapter): { reads: number; writes: number } => {
  const requests = shop.native.requests();
  const writes = requests.filter(({ type }) => type === 'write').length;
  return { reads: requests.length - writes, writes };
};

const liveOn = (shop: MemoryAdapter): Required<LiveMarketplace> => ({
  pageSize,
  seedCase: (operation) => seedFor(shop, operation),
  seedCases: (count) => Array.from({ length: count }, () => shop.native.open(lamps)),
  prepare: (operation) => prepareOn(shop, operation),
  requests: () => countRequests(shop),
  advanceTo: (at) => shop.native.advance(Math.max(0, epochMsOf(at) - shop.clock.now())),
  changeCase: async (id) => {
    await shop.cases.refund(id, goodwill);
  },
  loseNextResponse: (operation) => shop.native.failNext({ operation, with: 'lost-response' }),
  dropNextRequest: (operation) => shop.native.failNext({ operation, with: 'timeout-before' }),
  seedUnknownStatus: () => ({ id: shop.native.open({ status: 'ON_HOLD_BY_CUSTOMS' }), word: 'ON_HOLD_BY_CUSTOMS' }),
  prepareTooLate: async () => {
    const prepared = prepareOn(shop, 'accept');
    await shop.native.advance(3 * 86_400_000);
    return prepared;
  },
  reopen: () => shop,
});

export interface MemoryUnderTest extends AdapterUnderTest {
  readonly live: Required<LiveMarketplace>;
}

/** The memory adapter as the contract suite wants it; `alter` breaks it on purpose. */
export const createMemoryUnderTest = (
  { clock }: { readonly clock: FakeClock },
  alter: (shop: MemoryAdapter) => MemoryAdapter = (shop) => shop,
): MemoryUnderTest => {
  const shop = alter(createMemoryAdapter({ clock, pageSize, settlementLagInMs: 60_000 }));
  return { adapter: shop, secrets: [personal], live: liveOn(shop) };
};
