import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from 'aftersale/testing';
import { exchangeShopeeCode, exchangeShopeeResendCode } from 'aftersale/marketplaces/shopee';
import { epochMsOf, fingerprintOf, toCaseId, toInstant, type CaseSummary, type PushEvent, type WriteAttempt } from 'aftersale';
import { openLiveShopee, picture, type LiveSettings, type LiveShopee } from './live-shopee.js';

let clock: FakeClock;
let live: LiveShopee;

const open = async (settings: Partial<LiveSettings> = {}): Promise<void> => {
  live = await openLiveShopee({ clock, ...settings });
};

beforeEach(() => {
  clock = createFakeClock({ startAt: '2026-11-21T00:00:00Z', autoAdvance: true });
});

afterEach(() => live.close());

const sentTo = (operation: string): number => live.sandbox.requests().filter(({ path }) => path.endsWith(`/${operation}`)).length;

const idsOf = async (cases: AsyncIterable<CaseSummary>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of cases) ids.push(id);
  return ids;
};

const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('listing', () => {
  test.each([
    ['windows', false],
    ['unfiltered', false],
    ['unfiltered', true],
  ] as const)('%s reads every case once, in a shop whose time filter is shifted: %s', async (listStrategy, shiftedTimeFilter) => {
    await open({ cases: 205, settings: { listStrategy }, shopee: { shiftedTimeFilter } });
    const ids = await idsOf(live.adapter.cases.list());
    expect(ids).toHaveLength(205);
    expect(new Set(ids).size).toBe(205);
  });

  test('what was opened after a moment is what is listed', async () => {
    await open({ cases: 205 });
    const openedFrom = toInstant('2026-11-10T00:00:00Z');
    const created = live.sandbox.marketplaces.shopee
      .cases()
      .filter(({ shopId, createdAt }) => String(shopId) === live.adapter.sellerId && createdAt >= openedFrom);
    const ids = await idsOf(live.adapter.cases.list({ openedFrom }));
    expect([...ids].sort()).toEqual(created.map(({ returnSn }) => live.idOf(returnSn)).sort());
  });

  test('a phase that only the detail tells is read from it', async () => {
    await open();
    const ids = await idsOf(live.adapter.cases.list({ phase: 'in-transit' }));
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const [found] = live.sandbox.marketplaces.shopee.cases().filter(({ returnSn }) => id.endsWith(returnSn));
      expect(found?.logisticsStatus).toMatch(/PICKUP_DONE|DELIVERY_FAILED|LOST/);
    }
  });

  test('a misspelt filter is refused before anything is sent', async () => {
    await open();
    const query = { open: true, openedSince: '2026-01-01T00:00:00.000Z' };
    expect(() => live.adapter.cases.list(query)).toThrow(/openedSince/);
  });
});

describe('writing', () => {
  test('accepting refunds once, and a second process settles what the first could not see', async () => {
    await open();
    const id = live.caseOf('requested');
    const found = await live.adapter.cases.get(id);
    const attempts: WriteAttempt[] = [];
    live.sandbox.faults.add({ kind: 'lost-response', operation: 'returns/confirm', times: 1 });
    const receipt = await live.adapter.cases.accept(
      id,
      { expected: { remedy: 'refund', goods: 'kept-by-buyer' } },
      { seen: fingerprintOf(found), onAttempt: (attempt) => void attempts.push(attempt) },
    );
    expect(receipt).toMatchObject({ state: 'uncertain', attempt: { operation: 'accept', id } });
    expect(sentTo('confirm')).toBe(1);
    const stored: WriteAttempt = JSON.parse(JSON.stringify(attempts[0]));
    const settlement = await live.open().cases.settle(stored);
    expect(settlement).toMatchObject({ state: 'applied', evidence: [expect.stringContaining('ACCEPTED')] });
    expect(live.snapshotOf(id).paid).toEqual(found.requested.amount);
  });

  test('what was not applied is unknown until reads cannot lag any more', async () => {
    await open();
    const id = live.caseOf('requested');
    live.sandbox.faults.add({ kind: 'reset', operation: 'returns/confirm', times: 1, effect: 'not-applied' });
    const receipt = await live.adapter.cases.accept(id, { expected: { remedy: 'refund', goods: 'kept-by-buyer' } });
    if (receipt.state !== 'uncertain') throw new Error(receipt.state);
    const first = await live.adapter.cases.settle(receipt.attempt);
    if (first.checkAgainAt === undefined) throw new Error(first.state);
    expect(first.state).toBe('unknown');
    // Another process may still be sending: the longest send and the lag of reads must have passed.
    await live.sandbox.advance(120_000);
    expect(await live.adapter.cases.settle(receipt.attempt)).toMatchObject({ state: 'unknown' });
    await live.sandbox.advance(epochMsOf(first.checkAgainAt) - live.sandbox.clock.now());
    expect(await live.adapter.cases.settle(receipt.attempt)).toMatchObject({ state: 'not-applied' });
    expect(sentTo('confirm')).toBe(1);
  });

  test('agreeing to a return is no accept, and says what to do instead', async () => {
    await open();
    const refused = live.adapter.cases.accept(live.caseOf('requested'), { expected: { remedy: 'refund', goods: 'returned' } });
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: 'acceptance.expected.goods' }] });
    expect(live.sandbox.requests()).toHaveLength(0);
  });

  test('a case that moved since it was seen is left alone', async () => {
    await open();
    const id = live.caseOf('requested');
    const seen = fingerprintOf(await live.adapter.cases.get(id));
    await live.adapter.cases.accept(id, { expected: { remedy: 'refund', goods: 'kept-by-buyer' } });
    const again = live.adapter.cases.accept(id, { expected: { remedy: 'refund', goods: 'kept-by-buyer' } }, { seen });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    expect(sentTo('confirm')).toBe(1);
  });

  test('an offer keeps to the range of its own kind', async () => {
    await open();
    const id = live.caseOf('requested');
    const { actions } = await live.adapter.cases.get(id);
    const range = actions.find(({ native }) => native === 'REFUND')?.constraint;
    if (range?.type !== 'range') throw new Error('no range');
    const { min, max } = range;
    const offer = (minor: number): Promise<unknown> =>
      codeOf(live.adapter.cases.offer(id, { remedy: 'partial-refund', goods: 'kept-by-buyer', amount: { ...min, minor } }));
    expect(await offer(min.minor - 1)).toBe('invalid-input');
    expect(await offer(max.minor + 1)).toBe('invalid-input');
    expect(sentTo('offer')).toBe(0);
    expect(await offer(min.minor)).toMatchObject({ state: 'done' });
    expect((await live.adapter.cases.get(id)).offers).toMatchObject([
      { by: 'seller', state: 'open', amount: min, native: 'REFUND' },
    ]);
  });

  test('a dispute carries every required picture, and the words of each requirement as they were given', async () => {
    await open();
    const id = live.caseOf('inspection');
    const reasons = await live.adapter.cases.rejectionReasons(id);
    const reason = reasons.find(({ notPossible, requirements }) => notPossible === undefined && requirements.length > 0);
    if (reason === undefined) throw new Error('no reason');
    const before = live.sandbox.requests().length;
    const evidence = reason.requirements.map((requirement) => ({ requirement: requirement.id, files: [picture] }));
    const rejection = { reason: reason.id, evidence };
    const tooMany = { ...rejection, evidence: [{ requirement: '1', files: [picture, picture, picture, picture] }] };
    expect(await codeOf(live.adapter.cases.reject(id, tooMany))).toBe('invalid-input');
    const video = { ...rejection, evidence: [{ requirement: '1', files: [{ ...picture, contentType: 'video/mp4' }] }] };
    expect(await codeOf(live.adapter.cases.reject(id, video))).toBe('invalid-input');
    const large = { content: new Uint8Array(10 * 1024 * 1024 + 1), contentType: 'image/png' };
    const tooLarge = { ...rejection, evidence: [{ requirement: '1', files: [large] }] };
    expect(await codeOf(live.adapter.cases.reject(id, tooLarge))).toBe('invalid-input');
    expect(live.sandbox.requests()).toHaveLength(before);
    expect(await codeOf(live.adapter.cases.reject(id, { reason: reason.id }))).toBe('invalid-input');
    expect(sentTo('convert_image')).toBe(0);
    expect(await live.adapter.cases.reject(id, rejection)).toMatchObject({ state: 'done' });
    expect(sentTo('convert_image')).toBe(reason.requirements.length);
    expect((await live.adapter.cases.get(id)).phase).toBe('disputed');
  });

  test("another seller's case is refused by every operation before anything is sent", async () => {
    await open();
    const id = toCaseId({ marketplace: 'shopee', environment: 'sandbox', sellerId: '1', nativeId: 'X' });
    expect(await codeOf(live.adapter.cases.get(id))).toBe('invalid-input');
    expect(await codeOf(live.adapter.cases.rejectionReasons(id))).toBe('invalid-input');
    expect(live.sandbox.requests()).toHaveLength(0);
  });

  test('the operator is asked for before anything is sent', async () => {
    await open({ settings: { operatorEmail: undefined } });
    const id = live.caseOf('compensation-requested');
    expect(await codeOf(live.adapter.cases.withdrawRejection(id))).toBe('invalid-input');
    expect(await codeOf(live.adapter.cases.reject(id, { reason: '50' }))).toBe('invalid-input');
    expect(live.sandbox.requests()).toHaveLength(0);
  });
});

describe('tokens', () => {
  test('many calls with an ended token cause one refresh and no failure', async () => {
    await open();
    const id = live.caseOf('requested');
    live.sandbox.marketplaces.shopee.expireTokens();
    const found = await Promise.all(Array.from({ length: 20 }, () => live.adapter.cases.get(id)));
    expect(found).toHaveLength(20);
    expect(sentTo('access_token/get')).toBe(1);
  });

  test('a code from the console gives tokens for every shop; a wrong one is an AuthenticationError', async () => {
    await open();
    const { shopee } = live.sandbox.marketplaces;
    const { partnerId, partnerKey } = shopee.account;
    const application = { partnerId, partnerKey, baseUrl: shopee.baseUrl, clock };
    const grant = await exchangeShopeeResendCode(application, shopee.issueResendCode());
    expect(grant.shopIds).toContain(String(shopee.account.shopId));
    expect(grant.tokens.expiresAt > new Date(clock.now()).toISOString()).toBe(true);
    const wrong = exchangeShopeeCode(application, { code: 'nothing', shopId: shopee.account.shopId });
    await expect(wrong).rejects.toMatchObject({ code: 'authentication' });
    await expect(exchangeShopeeCode({ ...application, partnerKey: 'other' }, { code: 'x', shopId: 1 })).rejects.toMatchObject({
      providerCode: 'error_sign',
    });
    await expect(exchangeShopeeCode(application, { code: 'x' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('native', () => {
  test('lost pushes are handed on before they are confirmed, and then gone', async () => {
    await open();
    live.sandbox.marketplaces.shopee.sendPushesTo('http://127.0.0.1:9/nobody');
    const id = live.caseOf('requested');
    await live.adapter.cases.accept(id, { expected: { remedy: 'refund', goods: 'kept-by-buyer' } });
    await live.sandbox.marketplaces.shopee.settlePushes();
    const failing = live.adapter.native.recoverLostPushes(() => Promise.reject(new Error('the database is down')));
    await expect(failing).rejects.toThrow('the database is down');
    const events: PushEvent[] = [];
    await live.adapter.native.recoverLostPushes((batch) => void events.push(...batch));
    expect(events.map(({ caseId }) => caseId)).toContain(id);
    expect(await live.adapter.native.recoverLostPushes(() => undefined)).toBe(0);
  });

  test('any other call goes signed, and a write that is not answered says so', async () => {
    await open();
    const id = live.caseOf('requested');
    const returnSn = id.split(':').at(-1) ?? '';
    const read = await live.adapter.native.request({
      method: 'GET',
      path: '/api/v2/returns/get_return_detail',
      query: { return_sn: returnSn },
    });
    expect(read).toMatchObject({ state: 'done', value: { return_sn: returnSn } });
    live.sandbox.faults.add({ kind: 'lost-response', operation: 'returns/confirm', times: 1 });
    const body = { json: { return_sn: returnSn } };
    const written = await live.adapter.native.request({ method: 'POST', path: '/api/v2/returns/confirm', body });
    expect(written).toMatchObject({ state: 'uncertain' });
    expect(sentTo('confirm')).toBe(1);
    expect(await codeOf(live.adapter.native.request({ method: 'GET', path: 'https://example.com/' }))).toBe('invalid-input');
  });
});
