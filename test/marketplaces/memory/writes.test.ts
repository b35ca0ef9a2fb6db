import { describe, expect, it } from 'vitest';
import type { Refund } from '../../../src/core/inputs.js';
import { fingerprintOf } from '../../../src/core/case.js';
import { createMemoryAdapter } from '../../../src/marketplaces/memory/index.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const full = { expected: { remedy: 'refund', amount: usd(2000), goods: 'kept-by-buyer' } } as const;
const refundOf = (minor: number, component: 'item' | 'restocking-fee' = 'item'): Refund => ({
  reason: 'defective',
  lines: [{ itemId: 'item-1', parts: [{ component, amount: usd(minor) }] }],
});
const photo = { content: new Uint8Array(3), contentType: 'image/png' };

describe('accept', () => {
  it('pays once when two are sent at the same moment', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const both = await Promise.allSettled([shop.cases.accept(id, full), shop.cases.accept(id, full)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { code: 'conflict' } });
    expect(shop.native.ledger()).toHaveLength(1);
  });

  it('is judged again where it takes effect, after the journal', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const onAttempt = () => shop.native.buyer.withdraws(id);
    await expect(shop.cases.accept(id, full, { onAttempt })).rejects.toMatchObject({ code: 'conflict' });
    expect(shop.native.ledger()).toEqual([]);
  });

  it('pays only what is left after money has gone back already', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const seen = fingerprintOf(await shop.cases.get(id));
    await shop.cases.refund(id, refundOf(500));
    await expect(shop.cases.accept(id, full, { seen })).rejects.toMatchObject({ code: 'conflict' });
    await expect(shop.cases.accept(id, full)).rejects.toThrow(/refund of 15.00 USD/);
    await shop.cases.accept(id, { expected: { ...full.expected, amount: usd(1500) } });
    expect(shop.native.ledger().map(({ amount }) => amount.minor)).toEqual([500, 1500]);
  });

  it('of a return names an address where the case asks for one', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open({ goods: 'returned', needsReturnAddress: true });
    expect((await shop.cases.get(id)).actions[0]?.requires).toEqual(['return-address']);
    const acceptance = { expected: { remedy: 'refund', goods: 'returned' } } as const;
    await expect(shop.cases.accept(id, acceptance)).rejects.toThrow(/returnAddress: this return needs an address/);
    expect(await shop.cases.accept(id, { ...acceptance, returnAddress: 'A1' })).toMatchObject({ state: 'done' });
  });
});

describe('refund', () => {
  it('keeps the restocking fee, and closes the case when everything has gone back', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const [line] = refundOf(1500).lines;
    const fee = refundOf(300, 'restocking-fee').lines[0]!;
    await shop.cases.refund(id, { reason: 'defective', lines: [line!, fee] });
    expect((await shop.cases.get(id)).phase).toBe('requested');
    await shop.cases.refund(id, refundOf(800));
    expect(await shop.cases.get(id)).toMatchObject({ outcome: 'refunded' });
    expect(shop.native.ledger().map(({ amount }) => amount.minor)).toEqual([1200, 800]);
  });

  it.each([
    ['more than was paid', refundOf(2001), 'rejected', /20\.01 USD is more than the 20\.00 USD/],
    [
      'nothing',
      { ...refundOf(1), lines: [...refundOf(1).lines, ...refundOf(1, 'restocking-fee').lines] },
      'invalid-input',
      /add up to nothing/,
    ],
    [
      'an item of another case',
      { ...refundOf(1), lines: [{ ...refundOf(1).lines[0]!, itemId: 'x' }] },
      'invalid-input',
      /lines\.0\.itemId/,
    ],
  ] as const)('of %s is refused', async (_, refund, code, message) => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    await expect(shop.cases.refund(id, refund)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(shop.native.ledger()).toEqual([]);
  });
});

describe('offer', () => {
  it.each([
    [
      'more than the goods',
      { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(2001) },
      /amount: expected at most 20\.00 USD/,
    ],
    [
      'another currency',
      { remedy: 'refund', goods: 'returned', amount: { minor: 1, currency: 'EUR' } },
      /amount: expected at most/,
    ],
    ['no amount', { remedy: 'partial-refund', goods: 'kept-by-buyer' }, /amount: a partial refund names its amount/],
    ['money beside a replacement', { remedy: 'replacement', goods: 'kept-by-buyer', amount: usd(1) }, /none for a replacement/],
    ['what is not listed', { remedy: 'repair', goods: 'returned' }, /remedy: expected one of/],
    ['a float', { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: usd(0.5) }, /amount\.minor/],
  ] as const)('of %s is refused', async (_, offer, message) => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    await expect(shop.cases.offer(id, offer)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(message),
    });
  });

  it('that answers an offer which is not open is a conflict', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const gone = shop.native.buyer.offers(id, { remedy: 'refund', goods: 'returned' });
    shop.native.buyer.offers(id, { remedy: 'refund', goods: 'kept-by-buyer' });
    const answer = { remedy: 'replacement', goods: 'returned', answering: gone } as const;
    await expect(shop.cases.offer(id, answer)).rejects.toMatchObject({ code: 'conflict' });
    const choice = { offer: gone, expected: { remedy: 'refund' } } as const;
    await expect(shop.cases.acceptOffer(id, choice)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('reject', () => {
  const evidence = (count: number) => [{ requirement: 'photo', files: Array.from({ length: count }, () => photo) }];

  it.each([
    ['an unknown reason', { reason: 'because' }, /reason: expected one of goods-as-described, not-agreed, suspected-abuse/],
    ['a reason only a person can raise', { reason: 'suspected-abuse' }, /cannot be raised by API: .*support/],
    ['evidence missing', { reason: 'goods-as-described' }, /the requirement 'photo' is not answered/],
    ['too much evidence', { reason: 'goods-as-described', evidence: evidence(4) }, /at most 3 files/],
    ['a stray field', { reason: 'not-agreed', comment: 'x' }, /comment/],
  ])('with %s is refused', async (_, rejection, message) => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    await expect(shop.cases.reject(id, rejection)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(message),
    });
    expect(shop.native.requests().filter(({ type }) => type === 'write')).toEqual([]);
  });

  it('shows its evidence, and the attempt holds sizes and no bytes', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open();
    const attempts: unknown[] = [];
    const onAttempt = (attempt: unknown) => void attempts.push(attempt);
    await shop.cases.reject(id, { reason: 'goods-as-described', evidence: evidence(1) }, { onAttempt });
    expect((await shop.cases.get(id)).evidence).toMatchObject([{ kind: 'photo', from: 'seller' }]);
    expect(attempts).toMatchObject([
      { input: { evidence: [{ files: [{ content: { sizeInBytes: 3 }, contentType: 'image/png' }] }] } },
    ]);
  });

  it('offers the reasons of the settings', async () => {
    const shop = createMemoryAdapter({ rejectionReasons: [{ id: 'mine', requirements: [] }] });
    const id = shop.native.open();
    expect(await shop.cases.rejectionReasons(id)).toEqual([{ id: 'mine', requirements: [] }]);
    expect(await shop.cases.reject(id, { reason: 'mine' })).toMatchObject({ state: 'done' });
  });
});

describe('evidence and messages', () => {
  it('are kept', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open({ phase: 'disputed' });
    await shop.cases.submitEvidence(id, { files: [{ url: 'https://example.com/1.jpg' }], text: 'see' });
    expect((await shop.cases.get(id)).evidence).toEqual([
      { kind: 'photo', from: 'seller', url: 'https://example.com/1.jpg', text: 'see', at: '2026-01-01T00:00:00.000Z' },
    ]);
    shop.native.buyer.writes(id, 'hello?');
    await shop.cases.message(id, { text: 'hello' });
    expect(shop.native.messages(id).map(({ from, text }) => [from, text])).toEqual([
      ['buyer', 'hello?'],
      ['seller', 'hello'],
    ]);
  });

  it('come too late after their deadline', async () => {
    const shop = createMemoryAdapter();
    const id = shop.native.open({ phase: 'disputed' });
    await shop.native.advance(3 * 86_400_000);
    const evidence = { files: [{ url: 'https://example.com/1.jpg' }] };
    await expect(shop.cases.submitEvidence(id, evidence)).rejects.toMatchObject({ code: 'deadline-passed' });
    await shop.native.advance(4 * 86_400_000);
    await expect(shop.cases.withdrawRejection(id)).rejects.toMatchObject({ code: 'deadline-passed' });
  });
});
