import { describe, expect, it } from 'vitest';
import { createMemoryAdapter, type CaseDescription, type MemorySettings } from '../../../src/marketplaces/memory/index.js';
import { createFakeClock } from '../../../src/testing/index.js';
import { toInstant } from '../../../src/core/time.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('the settings', () => {
  it.each([
    [{ sellerId: 'a:b' }, /sellerId: expected a text without colons/],
    [{ clock: {} }, /clock: expected a clock/],
    [{ pageSize: 0 }, /pageSize/],
    [{ periods: { answerInDays: -1 } }, /periods\.answerInDays/],
    [{ periods: { answerInHours: 1 } }, /answerInHours/],
    [{ token: 'x' }, /token/],
  ])('refuse %j', (settings, message) => {
    expect(() => createMemoryAdapter(settings as MemorySettings)).toThrow(
      expect.objectContaining({ code: 'configuration', message: expect.stringMatching(message) }),
    );
  });

  it('give the account and the periods', async () => {
    const shop = createMemoryAdapter({ sellerId: 'me', environment: 'live', periods: { answerInDays: 0.5 } });
    const id = shop.native.open({ nativeId: '9007199254740993' });
    expect(id).toBe('memory:live:me:9007199254740993');
    expect((await shop.cases.get(id)).deadlines[0]?.by).toBe('2026-01-01T12:00:00.000Z');
  });

  it('take a clock of the caller, moved here or there', async () => {
    const clock = createFakeClock({ startAt: '2026-05-01T00:00:00Z' });
    const shop = createMemoryAdapter({ clock });
    const id = shop.native.open();
    await shop.native.advance(86_400_000);
    expect(toInstant(clock.now())).toBe('2026-05-02T00:00:00.000Z');
    await clock.advance(86_400_000);
    expect((await shop.cases.get(id)).outcome).toBe('refunded');
  });

  it('with a clock that cannot be moved still carry deadlines out, and say so when asked to move it', async () => {
    let now = 0;
    const shop = createMemoryAdapter({ clock: { now: () => now, sleep: () => Promise.resolve() } });
    const id = shop.native.open();
    now = 10 * 86_400_000;
    expect((await shop.cases.get(id)).outcome).toBe('refunded');
    await expect(shop.native.advance(1)).rejects.toThrow(/the clock in the settings cannot be moved/);
    await expect(shop.native.advance(-1)).rejects.toThrow(/only goes forward/);
  });
});

describe('its own clock', () => {
  it('wakes sleepers at their moment, and listens to a signal', async () => {
    const { clock, native } = createMemoryAdapter();
    const begin = clock.now();
    const seen: number[] = [];
    const control = new AbortController();
    void clock.sleep(20).then(() => seen.push(clock.now() - begin));
    void clock
      .sleep(5)
      .then(() => clock.sleep(5))
      .then(() => seen.push(clock.now() - begin));
    const ended = clock.sleep(7, control.signal);
    control.abort(new Error('enough'));
    await expect(ended).rejects.toThrow('enough');
    await expect(clock.sleep(1, control.signal)).rejects.toThrow('enough');
    await clock.sleep(0);
    await native.advance(30);
    expect(seen).toEqual([10, 20]);
  });
});

describe('a seeded case', () => {
  it('is what its description says', async () => {
    const shop = createMemoryAdapter();
    const items = [{ id: 'L1', sku: 'S', name: 'Cup', quantity: 2, price: usd(700) }];
    const id = shop.native.open({
      kind: 'return',
      reason: 'wrong-item',
      nativeReason: 'WRONG',
      goods: 'returned',
      items,
      site: 'SG',
      programme: 'mall',
      buyerCountry: 'MY',
      evidence: [{ kind: 'photo', url: 'https://example.com/1.jpg' }],
      order: { id: 'O-7', placedAt: toInstant(0) },
    });
    const found = await shop.cases.get(id);
    expect(found).toMatchObject({
      kind: 'return',
      reason: { unified: 'wrong-item', raw: 'WRONG' },
      items,
      requested: { remedy: 'refund', goods: 'returned', amount: usd(1400) },
      site: 'SG',
      programme: 'mall',
      buyer: { country: 'MY' },
      evidence: [{ from: 'buyer' }],
      order: { id: 'O-7', placedAt: '1970-01-01T00:00:00.000Z' },
    });
    expect(await shop.orders.get('O-7')).toMatchObject({ items, total: usd(1400), site: 'SG', buyerCountry: 'MY' });
  });

  it('is a copy: changing it changes nothing', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const found = await shop.cases.get(id);
    Object.assign(found.items[0]!, { quantity: 99 });
    expect((await shop.cases.get(id)).items[0]?.quantity).toBe(1);
  });

  it.each([
    [{ amount: usd(1.5) }, /amount\.minor/],
    [{ amount: usd(2100), items: [{ id: 'a', quantity: 1, price: usd(2000) }] }, /amount: expected at most .*20\.00 USD/],
    [{ phase: 'inspection', goods: 'kept-by-buyer' }, /goods: goods that the buyer keeps are never in phase inspection/],
    [{ phase: 'lost' }, /phase/],
    [{ reason: 'bored' }, /reason: expected a reason/],
    [{ colour: 'red' }, /colour/],
  ])('is refused: %j', (description, message) => {
    expect(() => createMemoryAdapter().native.open(description as CaseDescription)).toThrow(message);
  });

  it('is opened once', () => {
    const shop = createMemoryAdapter();
    shop.native.open({ nativeId: '5' });
    expect(() => shop.native.open({ nativeId: '5' })).toThrow(/is open already/);
  });

  it('can only be moved by what can happen now', () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    expect(() => shop.native.buyer.shipsBack(id)).toThrow(/phase requested: this happens only during awaiting-shipment/);
    shop.native.buyer.offers(id, { remedy: 'refund', goods: 'returned' });
    expect(() => shop.native.buyer.takesOffer(id)).toThrow(/no open offer of the seller/);
    shop.native.buyer.withdraws(id);
    expect(() => shop.native.marketplace.decides(id, { inFavourOf: 'buyer' })).toThrow(/during disputed/);
  });
});

describe('the list', () => {
  it('holds open cases and the last 60 days unless bounds are given', async () => {
    const shop = createMemoryAdapter({ periods: { judgeInDays: 1000, submitEvidenceInDays: 1000 } });
    const old = shop.native.open();
    const open = shop.native.open({ phase: 'disputed' });
    shop.native.buyer.withdraws(old);
    await shop.native.advance(61 * 86_400_000);
    const ids = async (query?: Parameters<typeof shop.cases.list>[0]) => {
      const found: string[] = [];
      for await (const { id } of shop.cases.list(query)) found.push(id);
      return found;
    };
    expect(await ids()).toEqual([open]);
    expect(await ids({ openedFrom: toInstant(0) })).toEqual([old, open]);
    expect(await ids({ updatedUntil: toInstant('2026-01-01T00:00:00Z'), open: false })).toEqual([old]);
    expect(() => shop.cases.list({ openedFrom: '2026-01-01' as never })).toThrow(/openedFrom: expected an instant/);
  });

  it('does not grow while it is read', async () => {
    const shop = createMemoryAdapter({ pageSize: 1 });
    const first = shop.native.open();
    const second = shop.native.open();
    const seen: string[] = [];
    for await (const { id } of shop.cases.list()) {
      seen.push(id);
      await shop.native.advance(1);
      shop.native.open();
    }
    expect(seen).toEqual([first, second]);
  });
});
