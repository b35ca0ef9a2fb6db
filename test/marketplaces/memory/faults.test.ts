import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../src/core/attempt.js';
import { createMemoryAdapter, type FaultKind } from '../../../src/marketplaces/memory/index.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const full = { expected: { remedy: 'refund', amount: usd(2000), goods: 'kept-by-buyer' } } as const;

const attemptOf = (receipt: Receipt) => {
  if (receipt.state !== 'uncertain') throw new Error(`the receipt is ${receipt.state}`);
  return receipt.attempt;
};

describe('a fault before the send', () => {
  it.each([
    ['unavailable', 'unavailable'],
    ['rate-limit', 'rate-limit'],
    ['not-connected', 'connection'],
    ['unauthenticated', 'authentication'],
    ['timeout', 'timeout'],
  ] as const)('%s raises its error, and nothing is sent', async (kind, code) => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const attempts: unknown[] = [];
    const onAttempt = (attempt: unknown) => void attempts.push(attempt);
    shop.native.failNext({ operation: 'accept', with: kind });
    await expect(shop.cases.accept(id, full, { onAttempt })).rejects.toMatchObject({ code });
    expect([attempts, shop.native.ledger()]).toEqual([[], []]);
    shop.native.failNext({ with: kind });
    await expect(shop.cases.get(id)).rejects.toMatchObject({ code });
    expect(await shop.cases.accept(id, full)).toMatchObject({ state: 'done' });
  });

  it('says how long to wait, and strikes as often as asked', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    shop.native.failNext({ operation: 'get', with: 'rate-limit', retryAfterInMs: 5000, times: 2 });
    await expect(shop.cases.get(id)).rejects.toMatchObject({ retryAfterInMs: 5000, isRetryable: true });
    await expect(shop.cases.track(id)).resolves.toHaveLength(1);
    await expect(shop.cases.get(id)).rejects.toMatchObject({ code: 'rate-limit' });
    await expect(shop.cases.get(id)).resolves.toMatchObject({ id });
  });
});

describe('a fault of the send', () => {
  it('that loses the answer leaves the write in effect, and settle says so', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    shop.native.failNext({ operation: 'accept', with: 'lost-response' });
    const attempt = attemptOf(await shop.cases.accept(id, full));
    expect(shop.native.ledger()).toHaveLength(1);
    expect((await shop.cases.settle(attempt)).state).toBe('applied');
  });

  it('that drops the write is settled once the lag has passed, not before', async () => {
    const shop = createMemoryAdapter({ settlementLagInMs: 60_000 });
    const id = shop.native.open();
    shop.native.failNext({ operation: 'message', with: 'timeout-before' });
    const receipt = await shop.cases.message(id, { text: 'hello' });
    const attempt = attemptOf(receipt);
    expect(receipt).toMatchObject({ checkAt: '2026-01-01T00:01:00.000Z' });
    // The same words sent again are another write: they must not be taken for the lost one.
    await shop.cases.message(id, { text: 'hello' });
    expect(await shop.cases.settle(attempt)).toMatchObject({ state: 'unknown', checkAgainAt: '2026-01-01T00:01:00.000Z' });
    await shop.native.advance(60_000);
    expect((await shop.cases.settle(attempt)).state).toBe('not-applied');
    expect(shop.native.messages(id)).toHaveLength(1);
  });

  it('that refuses is a RejectedError after the journal', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const attempts: unknown[] = [];
    shop.native.failNext({ with: 'refused' });
    const onAttempt = (attempt: unknown) => void attempts.push(attempt);
    await expect(shop.cases.accept(id, full, { onAttempt })).rejects.toMatchObject({ code: 'rejected', providerCode: 'REFUSED' });
    expect([attempts.length, shop.native.ledger()]).toEqual([1, []]);
  });

  it('that takes its time is pending, and carried out later', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const attempts: Parameters<typeof shop.cases.settle>[0][] = [];
    shop.native.failNext({ with: 'pending' });
    const receipt = await shop.cases.accept(id, full, { onAttempt: (attempt) => void attempts.push(attempt) });
    expect(receipt).toMatchObject({ state: 'pending', checkAt: '2026-01-01T00:01:00.000Z' });
    expect(await shop.cases.settle(attempts[0]!)).toMatchObject({ state: 'pending', checkAgainAt: '2026-01-01T00:01:00.000Z' });
    await shop.native.advance(60_000);
    expect((await shop.cases.settle(attempts[0]!)).state).toBe('applied');
    expect(shop.native.ledger()).toMatchObject([{ at: '2026-01-01T00:01:00.000Z', cause: 'ACCEPTED' }]);
  });

  it('that takes its time comes to nothing when the case has moved on', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const attempts: Parameters<typeof shop.cases.settle>[0][] = [];
    shop.native.failNext({ with: 'pending' });
    await shop.cases.accept(id, full, { onAttempt: (attempt) => void attempts.push(attempt) });
    shop.native.buyer.withdraws(id);
    await shop.native.advance(60_000);
    expect((await shop.cases.settle(attempts[0]!)).state).toBe('not-applied');
    expect(shop.native.ledger()).toEqual([]);
  });
});

describe('a fault that makes no sense', () => {
  it.each([
    [{ with: 'lost' as FaultKind }, /'lost' is not a fault/],
    [{ with: 'lost-response', operation: 'get' }, /strikes writes only, and get reads/],
    [{ with: 'timeout', operation: 'steal' as 'get' }, /operation: is not an operation/],
    [{ with: 'timeout', times: 0 }, /times: expected a whole number/],
  ] as const)('is refused: %j', (fault, message) => {
    expect(() => createMemoryAdapter().native.failNext(fault)).toThrow(message);
  });
});

describe('settle', () => {
  it('refuses an attempt that is not of this marketplace', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    shop.native.failNext({ with: 'lost-response' });
    const { nativeRef: _reference, ...attempt } = attemptOf(await shop.cases.accept(id, full));
    await expect(shop.cases.settle(attempt)).rejects.toThrow(/nativeRef: an attempt of this marketplace carries/);
  });
});
