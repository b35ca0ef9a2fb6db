import { describe, expect, it } from 'vitest';
import { createMemoryAdapter, type CaseDescription, type MemoryAdapter } from '../../../src/marketplaces/memory/index.js';
import type { CaseId } from '../../../src/core/ids.js';

const day = 86_400_000;
const usd = (minor: number) => ({ minor, currency: 'USD' });
const start = (description: CaseDescription = {}): { shop: MemoryAdapter; id: CaseId } => {
  const shop = createMemoryAdapter();
  return { shop, id: shop.native.open(description) };
};
const paid = (shop: MemoryAdapter) => shop.native.ledger().map(({ amount, cause }) => [amount.minor, cause]);

describe('silence', () => {
  it('of the seller pays the buyer, once and at the deadline', async () => {
    const { shop, id } = start();
    await shop.native.advance(2 * day - 1);
    expect((await shop.cases.get(id)).phase).toBe('requested');
    await shop.native.advance(1);
    expect(await shop.cases.get(id)).toMatchObject({ phase: 'closed', waitingOn: 'nobody', outcome: 'refunded', deadlines: [] });
    await shop.native.advance(30 * day);
    expect(shop.native.ledger()).toEqual([{ caseId: id, amount: usd(2000), at: '2026-01-03T00:00:00.000Z', cause: 'SILENCE' }]);
  });

  it('grants a return, and then each step runs at its own moment, however far the time jumps', async () => {
    const { shop, id } = start({ goods: 'returned' });
    expect((await shop.cases.get(id)).deadlines[0]).toMatchObject({ duty: 'answer', onMiss: 'auto-approved' });
    await shop.native.advance(2 * day);
    expect(await shop.cases.get(id)).toMatchObject({ phase: 'awaiting-shipment', waitingOn: 'buyer' });
    shop.native.buyer.shipsBack(id, { trackingNumber: 'R-1' });
    shop.native.carrier.deliversBack(id);
    expect((await shop.cases.get(id)).deadlines).toMatchObject([
      { duty: 'inspect', party: 'seller', by: '2026-01-06T00:00:00.000Z', onMiss: 'auto-refunded' },
    ]);
    await shop.native.advance(365 * day);
    expect(paid(shop)).toEqual([[2000, 'SILENCE']]);
    expect(shop.native.ledger()[0]?.at).toBe('2026-01-06T00:00:00.000Z');
  });

  it('of a buyer who does not send the goods back closes the case without money', async () => {
    const { shop, id } = start({ phase: 'awaiting-shipment' });
    await shop.native.advance(7 * day);
    expect(await shop.cases.get(id)).toMatchObject({ outcome: 'expired', refunds: [] });
  });

  it('of a buyer on an offer closes the case without money', async () => {
    const { shop, id } = start();
    await shop.cases.offer(id, { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(500) });
    expect(await shop.cases.get(id)).toMatchObject({ phase: 'negotiating', waitingOn: 'buyer' });
    await shop.native.advance(2 * day);
    expect(await shop.cases.get(id)).toMatchObject({ outcome: 'expired', offers: [{ state: 'expired' }] });
    expect(paid(shop)).toEqual([]);
  });

  it("of the seller on the buyer's offer grants the request", async () => {
    const { shop, id } = start();
    shop.native.buyer.offers(id, { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(500) });
    await shop.native.advance(2 * day);
    expect(paid(shop)).toEqual([[2000, 'SILENCE']]);
  });

  it.each([
    ['buyer', 'refunded', [[2000, 'JUDGED']]],
    ['seller', 'rejected', []],
  ] as const)('in a dispute lets the marketplace decide for the %s', async (judgement, outcome, ledger) => {
    const { shop, id } = start({ judgement, phase: 'disputed' });
    await shop.native.advance(4 * day);
    const disputed = await shop.cases.get(id);
    expect(disputed.phase).toBe('disputed');
    expect(disputed.actions.map(({ operation }) => operation)).not.toContain('submitEvidence');
    await shop.native.advance(3 * day);
    expect((await shop.cases.get(id)).outcome).toBe(outcome);
    expect(paid(shop)).toEqual(ledger);
  });
});

describe('a negotiation', () => {
  it('pays what was offered when the buyer takes it', async () => {
    const { shop, id } = start();
    await shop.cases.offer(id, { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(500) });
    shop.native.buyer.takesOffer(id);
    expect(await shop.cases.get(id)).toMatchObject({ outcome: 'partially-refunded', offers: [{ state: 'accepted' }] });
    expect(paid(shop)).toEqual([[500, 'OFFER_ACCEPTED']]);
  });

  it('answers one offer by the next, and returns to the request when one is refused', async () => {
    const { shop, id } = start();
    const first = shop.native.buyer.offers(id, { remedy: 'refund', goods: 'returned', amount: usd(2000) });
    await shop.cases.offer(id, { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(500), answering: first });
    await shop.cases.offer(id, { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(700) });
    expect((await shop.cases.get(id)).offers.map(({ by, state }) => [by, state])).toEqual([
      ['buyer', 'refused'],
      ['seller', 'replaced'],
      ['seller', 'open'],
    ]);
    shop.native.buyer.refusesOffer(id);
    expect(await shop.cases.get(id)).toMatchObject({ phase: 'requested', waitingOn: 'seller' });
  });

  it.each(['buyer', 'marketplace'] as const)('lets the seller take an offer of the %s, goods first', async (by) => {
    const { shop, id } = start();
    const offer = shop.native[by].offers(id, { remedy: 'refund', goods: 'returned', amount: usd(1500) });
    const { actions } = await shop.cases.get(id);
    expect(actions.find(({ operation }) => operation === 'acceptOffer')).toMatchObject({
      offerId: offer,
      effect: { goods: 'returned' },
    });
    await shop.cases.acceptOffer(id, { offer, expected: { remedy: 'refund', amount: usd(1500) } });
    expect(await shop.cases.get(id)).toMatchObject({ phase: 'awaiting-shipment', refunds: [] });
    shop.native.buyer.shipsBack(id);
    shop.native.carrier.deliversBack(id);
    await shop.cases.accept(id, { expected: { remedy: 'refund', amount: usd(1500), goods: 'returned' } });
    expect(paid(shop)).toEqual([[1500, 'ACCEPTED']]);
    expect((await shop.cases.get(id)).outcome).toBe('partially-refunded');
  });

  it('sends a replacement without money', async () => {
    const { shop, id } = start({ remedy: 'replacement' });
    expect((await shop.cases.get(id)).actions[0]).toMatchObject({ operation: 'accept', effect: { goods: 'kept-by-buyer' } });
    await shop.cases.accept(id, { expected: { remedy: 'replacement', goods: 'kept-by-buyer' } });
    expect(await shop.cases.get(id)).toMatchObject({ kind: 'exchange', outcome: 'replaced', refunds: [] });
  });
});

describe('a rejection', () => {
  it('stops the clock, and gives the time that was left back when it is withdrawn', async () => {
    const { shop, id } = start();
    await shop.native.advance(day);
    await shop.cases.reject(id, { reason: 'not-agreed' });
    expect(await shop.cases.get(id)).toMatchObject({ phase: 'disputed', waitingOn: 'marketplace' });
    await shop.native.advance(5 * day);
    await shop.cases.withdrawRejection(id);
    expect(await shop.cases.get(id)).toMatchObject({
      phase: 'requested',
      deadlines: [{ duty: 'answer', by: '2026-01-08T00:00:00.000Z' }],
    });
  });

  it('leaves an offer of the buyer on the table for when it is withdrawn', async () => {
    const { shop, id } = start();
    const offer = shop.native.buyer.offers(id, { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(500) });
    await shop.cases.reject(id, { reason: 'not-agreed' });
    await shop.native.advance(day);
    await shop.cases.withdrawRejection(id);
    const { offers, deadlines } = await shop.cases.get(id);
    expect(offers[0]).toMatchObject({ id: offer, state: 'open', answerBy: '2026-01-04T00:00:00.000Z' });
    expect(deadlines[0]?.by).toBe('2026-01-04T00:00:00.000Z');
  });

  it('is decided when the marketplace decides', () => {
    const { shop, id } = start({ phase: 'disputed', judgement: 'seller' });
    shop.native.marketplace.decides(id, { inFavourOf: 'buyer' });
    expect(paid(shop)).toEqual([[2000, 'JUDGED']]);
  });
});

describe('tracking', () => {
  it('tells the way out and the way back', async () => {
    const { shop, id } = start({ phase: 'inspection' });
    const events = await shop.cases.track(id);
    expect(events.map(({ direction, status }) => [direction, status.unified])).toEqual([
      ['outbound', 'delivered'],
      ['return', 'in-transit'],
      ['return', 'delivered'],
    ]);
    expect((await shop.cases.get(id)).kind).toBe('return');
  });
});
