import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from 'aftersale/testing';
import { createAliExpressAdapter, exchangeAliExpressCode } from 'aftersale/marketplaces/aliexpress';
import {
  createClient,
  createMemoryCaseIndex,
  epochMsOf,
  fingerprintOf,
  toCaseId,
  toInstant,
  type CaseSummary,
  type Checkpoint,
  type WriteAttempt,
} from 'aftersale';
import { keptRequest, openLiveAliExpress, picture, type LiveAliExpress, type LiveSettings } from './live-aliexpress.js';

let clock: FakeClock;
let live: LiveAliExpress;

const open = async (settings: Partial<LiveSettings> = {}): Promise<void> => {
  live = await openLiveAliExpress({ clock, ...settings });
};

beforeEach(() => {
  clock = createFakeClock({ startAt: '2026-11-21T00:00:00Z', autoAdvance: true });
});

afterEach(() => live.close());

const agree = 'aliexpress.issue.solution.agree';
const save = 'aliexpress.issue.solution.save';
const list = 'aliexpress.issue.issuelist.get';

const sentTo = (operation: string): number => live.sandbox.requests().filter((request) => request.operation === operation).length;

const idsOf = async (cases: AsyncIterable<CaseSummary>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of cases) ids.push(id);
  return ids;
};

const requestedId = () => live.idOf(live.own().find(keptRequest)?.issueId ?? '');
const keep = { remedy: 'refund', goods: 'kept-by-buyer' } as const;

describe('listing', () => {
  test.each(['simplified', 'wrapped'] as const)('reads every case once, in the %s shape', async (answerShape) => {
    await open({ cases: 130, settings: { answerShape } });
    const ids = await idsOf(live.adapter.cases.list());
    expect([...ids].sort()).toEqual(
      live
        .own()
        .map(({ issueId }) => live.idOf(issueId))
        .sort(),
    );
  });

  test('what was opened in a window is what is listed, whatever became of it', async () => {
    await open({ cases: 130 });
    const [openedFrom, openedUntil] = [toInstant('2026-11-10T00:00:00Z'), toInstant('2026-11-18T00:00:00Z')];
    const created = live.own().filter(({ createdAt }) => createdAt >= openedFrom && createdAt <= openedUntil);
    const ids = await idsOf(live.adapter.cases.list({ openedFrom, openedUntil }));
    expect(created.length).toBeGreaterThan(0);
    expect([...ids].sort()).toEqual(created.map(({ issueId }) => live.idOf(issueId)).sort());
  });

  test('a phase that only the detail tells is read from it', async () => {
    await open();
    const ids = await idsOf(live.adapter.cases.list({ phase: 'awaiting-label' }));
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      expect(live.own().find(({ issueId }) => id.endsWith(issueId))?.detailStatus).toBe('wait_for_seller_set_return_address');
    }
  });

  test('what a row cannot know is read by hydrate', async () => {
    await open();
    const client = createClient({ accounts: { ae: live.adapter } });
    const rows: CaseSummary[] = [];
    for await (const row of client.cases.list({ open: true })) rows.push(row);
    expect(rows.every(({ deadlines, phase }) => deadlines === undefined && phase === 'unknown')).toBe(true);
    const { items, failures } = await client.hydrate(rows);
    expect(failures).toEqual([]);
    expect(items.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(items.filter(({ deadlines }) => deadlines.length > 0).length).toBeGreaterThan(3);
  });

  test('a misspelt filter is refused before anything is sent', async () => {
    await open();
    const query = { open: true, openedSince: '2026-01-01T00:00:00.000Z' };
    expect(() => live.adapter.cases.list(query)).toThrow(/openedSince/);
  });
});

describe('the index of buyers', () => {
  test('is filled by a list, so that a case is read by one call', async () => {
    await open();
    const [first] = await idsOf(live.adapter.cases.list({ open: true }));
    const before = live.sandbox.requests().length;
    await live.adapter.cases.get(live.idOf(first?.split(':').at(-1) ?? ''));
    expect(live.sandbox.requests()).toHaveLength(before + 1);
  });

  test('on a miss the list is looked through, the next read needs that no more', async () => {
    await open({ cases: 130 });
    const id = live.caseOf('refunded');
    await live.adapter.cases.get(id);
    expect(sentTo(list)).toBeGreaterThan(0);
    const before = sentTo(list);
    await live.open().cases.get(id);
    expect(sentTo(list)).toBe(before);
  });

  test('a case beyond the scan is found once its buyer is told', async () => {
    await open({ settings: { caseIndex: createMemoryCaseIndex() } });
    const { issueId, buyerLoginId } = live.snapshotOf(requestedId());
    await live.adapter.native.rememberBuyer(live.idOf(issueId), buyerLoginId);
    await live.adapter.cases.get(live.idOf(issueId));
    expect(sentTo(list)).toBe(0);
  });

  test('a store that fails ends in an error without the name it was given', async () => {
    const failing = {
      read: () => Promise.resolve(undefined),
      write: (_id: string, entry: object) => Promise.reject(new Error(JSON.stringify(entry))),
    };
    await open({ settings: { caseIndex: failing } });
    const reading = idsOf(live.adapter.cases.list());
    await expect(reading).rejects.toMatchObject({ code: 'configuration', message: expect.not.stringMatching(/buyerLoginId/) });
  });

  test('an unknown issue is not found, and the bound of the scan is stated', async () => {
    await open();
    const id = live.idOf('9999999999999999999');
    await expect(live.adapter.cases.get(id)).rejects.toThrow('nor among the newest 1000 issues of each status');
  });

  test.each(['empty', 'error'] as const)(
    'an issue that is not of this buyer is not found, answered by %s',
    async (unknownIssue) => {
      await open({ aliexpress: { unknownIssue } });
      const id = live.idOf('1234567890123456');
      await live.adapter.native.rememberBuyer(id, 'nobody');
      await expect(live.adapter.cases.get(id)).rejects.toMatchObject({ code: 'not-found' });
    },
  );
});

describe('reading', () => {
  test('an id beyond 2^53 survives in both directions', async () => {
    await open({ cases: 60 });
    const id = live.caseOf('overflowing-ids');
    expect(Number.isSafeInteger(Number(live.snapshotOf(id).issueId))).toBe(false);
    const found = await live.adapter.cases.get(id);
    expect(found.id).toBe(id);
    expect(await live.adapter.cases.accept(id, { expected: keep })).toMatchObject({ state: 'done' });
    expect(live.snapshotOf(id).paid.minor).toBeGreaterThan(0);
  });

  test('every deadline is the one the platform states', async () => {
    await open({ cases: 60 });
    let stated = 0;
    for (const { issueId, dueAt } of live.own()) {
      const { deadlines } = await live.adapter.cases.get(live.idOf(issueId));
      if (deadlines[0] === undefined) continue;
      stated += 1;
      expect(deadlines).toMatchObject([{ by: dueAt, source: 'marketplace', certainty: 'stated' }]);
    }
    expect(stated).toBeGreaterThan(5);
  });
});

describe('writing', () => {
  test('accepting refunds once, and a second process settles what the first could not see', async () => {
    await open();
    const id = requestedId();
    const found = await live.adapter.cases.get(id);
    const attempts: WriteAttempt[] = [];
    live.sandbox.faults.add({ kind: 'lost-response', operation: agree, times: 1 });
    const receipt = await live.adapter.cases.accept(
      id,
      { expected: keep },
      { seen: fingerprintOf(found), onAttempt: (attempt) => void attempts.push(attempt) },
    );
    expect(receipt).toMatchObject({ state: 'uncertain', attempt: { operation: 'accept', id } });
    expect(sentTo(agree)).toBe(1);
    const stored: WriteAttempt = JSON.parse(JSON.stringify(attempts[0]));
    expect(JSON.stringify(stored)).not.toContain(live.snapshotOf(id).buyerLoginId);
    expect(await live.open().cases.settle(stored)).toMatchObject({ state: 'applied' });
    expect(live.snapshotOf(id).paid).toEqual(found.requested.amount);
  });

  test('a fault inside HTTP 200 is not sent again', async () => {
    await open();
    live.sandbox.faults.add({ kind: 'server-error', operation: agree, times: 1 });
    const receipt = await live.adapter.cases.accept(requestedId(), { expected: keep });
    expect(receipt.state).toBe('uncertain');
    expect(sentTo(agree)).toBe(1);
  });

  test('what was not applied is unknown until reads cannot lag any more', async () => {
    await open();
    live.sandbox.faults.add({ kind: 'reset', operation: agree, times: 1, effect: 'not-applied' });
    const receipt = await live.adapter.cases.accept(requestedId(), { expected: keep });
    if (receipt.state !== 'uncertain') throw new Error(receipt.state);
    const first = await live.adapter.cases.settle(receipt.attempt);
    if (first.checkAgainAt === undefined) throw new Error(first.state);
    expect(first.state).toBe('unknown');
    await live.sandbox.advance(epochMsOf(first.checkAgainAt) - live.sandbox.clock.now());
    expect(await live.adapter.cases.settle(receipt.attempt)).toMatchObject({ state: 'not-applied' });
    expect(sentTo(agree)).toBe(1);
  });

  test('one of several solutions is agreed to by its id; a return names the address', async () => {
    await open();
    const id = live.caseOf('two-proposals');
    const { actions } = await live.adapter.cases.get(id);
    const open2 = actions.filter(({ operation }) => operation === 'acceptOffer');
    expect(new Set(open2.map(({ offerId }) => offerId)).size).toBe(2);
    const wanted = open2.find(({ effect }) => effect?.goods === 'returned');
    if (wanted?.offerId === undefined) throw new Error('no return among the solutions');
    const choice = { offer: wanted.offerId, expected: { remedy: 'refund' } } as const;
    await expect(live.adapter.cases.acceptOffer(id, choice)).rejects.toMatchObject({
      issues: [{ path: 'choice.returnAddress' }],
    });
    const [address] = await live.adapter.native.getReturnAddresses();
    expect(await live.adapter.cases.acceptOffer(id, { ...choice, returnAddress: address?.id ?? '' })).toMatchObject({
      state: 'done',
    });
    expect(live.snapshotOf(id)).toMatchObject({ detailStatus: 'wait_for_buyer_return', paid: { minor: 0 } });
    expect(
      (await live.adapter.cases.get(id)).offers.filter(({ state }) => state === 'accepted').map((offer) => offer.id),
    ).toEqual([wanted.offerId]);
  });

  test('with several solutions of the buyer a refusal must name the one it answers', async () => {
    await open();
    const id = live.caseOf('two-proposals');
    const { requested } = await live.adapter.cases.get(id);
    const refusal = {
      ...keep,
      amount: { minor: 0, currency: requested.amount?.currency ?? '' },
      text: 'Delivered on 3 November',
    };
    await expect(live.adapter.cases.offer(id, refusal)).rejects.toMatchObject({ issues: [{ path: 'offer.answering' }] });
    expect(sentTo(save)).toBe(0);
  });

  test('a refusal is a solution without a refund that names the buyer’s, and can be changed while it is open', async () => {
    await open();
    const id = requestedId();
    const { requested, offers } = await live.adapter.cases.get(id);
    const [answering] = offers;
    if (requested.amount === undefined || answering === undefined) throw new Error('nothing is asked');
    const { currency } = requested.amount;
    const refusal = { ...keep, amount: { minor: 0, currency }, text: 'Delivered on 3 November', answering: answering.id };
    expect(await live.adapter.cases.offer(id, refusal)).toMatchObject({ state: 'done' });
    expect((await live.adapter.cases.get(id)).offers).toMatchObject([
      { by: 'buyer' },
      { by: 'seller', amount: { minor: 0 }, state: 'open' },
    ]);
    live.sandbox.faults.add({ kind: 'lost-response', operation: save, times: 1 });
    const receipt = await live.adapter.cases.offer(id, { ...keep, amount: { minor: 100, currency }, text: 'A little' });
    if (receipt.state !== 'uncertain') throw new Error(receipt.state);
    expect(await live.adapter.cases.settle(receipt.attempt)).toMatchObject({ state: 'applied' });
    expect((await live.adapter.cases.get(id)).offers).toMatchObject([{ by: 'buyer' }, { by: 'seller', amount: { minor: 100 } }]);
  });

  test('an offer keeps to the currency and the limit of the case', async () => {
    await open();
    const id = requestedId();
    const { actions } = await live.adapter.cases.get(id);
    const bounds = actions.find(({ operation }) => operation === 'offer')?.constraint;
    if (bounds?.type !== 'range') throw new Error('no range');
    const over = { ...bounds.max, minor: bounds.max.minor + 1 };
    for (const amount of [over, { ...bounds.max, currency: 'XTS' }]) {
      const offered = live.adapter.cases.offer(id, { ...keep, amount, text: 'x' });
      await expect(offered).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: 'offer.amount' }] });
    }
    expect(sentTo(save)).toBe(0);
  });

  test('a case that moved since it was seen is left alone', async () => {
    await open();
    const id = requestedId();
    const seen = fingerprintOf(await live.adapter.cases.get(id));
    await live.adapter.cases.accept(id, { expected: keep });
    await expect(live.adapter.cases.accept(id, { expected: keep }, { seen })).rejects.toMatchObject({ code: 'conflict' });
    expect(sentTo(agree)).toBe(1);
  });

  test('after silence has answered, it is too late, and settling says who answered', async () => {
    await open();
    const id = requestedId();
    live.sandbox.faults.add({ kind: 'reset', operation: agree, times: 1, effect: 'not-applied' });
    const receipt = await live.adapter.cases.accept(id, { expected: keep });
    if (receipt.state !== 'uncertain') throw new Error(receipt.state);
    const { dueAt } = live.snapshotOf(id);
    await live.sandbox.advance(epochMsOf(dueAt ?? toInstant(0)) - live.sandbox.clock.now() + 1000);
    await expect(live.adapter.cases.accept(id, { expected: keep })).rejects.toMatchObject({ code: 'deadline-passed' });
    expect(await live.adapter.cases.settle(receipt.attempt)).toMatchObject({
      state: 'not-applied',
      evidence: [expect.stringContaining('silence')],
    });
  });

  test('a picture whose answer was lost stays unknown as long as nothing shows it', async () => {
    await open();
    const operation = 'aliexpress.issue.image.upload';
    live.sandbox.faults.add({ kind: 'lost-response', operation, times: 1 });
    const receipt = await live.adapter.cases.submitEvidence(requestedId(), { files: [picture] });
    if (receipt.state !== 'uncertain') throw new Error(receipt.state);
    const first = await live.adapter.cases.settle(receipt.attempt);
    await live.sandbox.advance(epochMsOf(first.checkAgainAt ?? toInstant(0)) - live.sandbox.clock.now());
    const last = await live.adapter.cases.settle(receipt.attempt);
    expect(last.state).toBe('unknown');
    expect(last.checkAgainAt).toBeUndefined();
    expect(sentTo(operation)).toBe(1);
  });

  test.each([
    [{ files: [] }, 'evidence.files.0'],
    [{ files: [{ url: 'https://example.com/a.jpg' }] }, 'evidence.files.0'],
    [{ files: [{ ...picture, contentType: 'video/mp4' }] }, 'evidence.files.0'],
    [{ files: [picture, picture] }, 'evidence.files'],
    [{ files: [picture], text: 'x' }, 'evidence.text'],
  ])('evidence that AliExpress would not take is refused before anything is sent: %#', async (evidence, path) => {
    await open();
    const shown = live.adapter.cases.submitEvidence(requestedId(), evidence);
    await expect(shown).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path }] });
    expect(live.sandbox.requests()).toHaveLength(0);
  });

  test.each(['abc', '-1', '12345678901234567890', '1e16'])('%s is no issue', async (nativeId) => {
    await open();
    await expect(live.adapter.cases.get(live.idOf(nativeId))).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: 'id' }],
    });
  });

  test("another seller's case is refused before anything is sent", async () => {
    await open();
    const { neighbor } = live.sandbox.marketplaces.aliexpress.accounts;
    const parts = { marketplace: 'aliexpress', environment: 'sandbox', sellerId: neighbor.sellerId } as const;
    const id = toCaseId({ ...parts, nativeId: '6310000530001470' });
    await expect(live.adapter.cases.accept(id, { expected: keep })).rejects.toThrow('belongs to another account');
    expect(live.sandbox.requests()).toHaveLength(0);
  });
});

describe('watching', () => {
  test('an issue that left the list of open ones is read again and told as closed', async () => {
    await open();
    const client = createClient({ accounts: { ae: live.adapter } });
    const id = requestedId();
    const control = new AbortController();
    const seen: string[] = [];
    for await (const { change, case: found } of client.watch({ signal: control.signal })) {
      if (found.id !== id) continue;
      seen.push(`${change} ${found.phase}`);
      if (change === 'closed') control.abort();
      else await live.open().cases.accept(id, { expected: keep });
    }
    expect(seen).toEqual(['opened unknown', 'closed closed']);
  });

  test('a process that was restarted with an empty index is told what was closed meanwhile', async () => {
    await open();
    const id = requestedId();
    let from: Checkpoint | undefined;
    const first = new AbortController();
    for await (const { checkpoint } of createClient({ accounts: { ae: live.adapter } }).watch({ signal: first.signal })) {
      from = checkpoint;
      if (Object.keys(checkpoint.accounts['ae']?.known ?? {}).includes(id)) first.abort();
    }
    await live.adapter.cases.accept(id, { expected: keep });
    const { baseUrl, account } = live.sandbox.marketplaces.aliexpress;
    const { appKey, appSecret, sellerId } = account;
    const restarted = createAliExpressAdapter({ appKey, appSecret, sellerId, tokens: { ...account.tokens }, baseUrl, clock });
    const second = new AbortController();
    let told: string | undefined;
    if (from === undefined) throw new Error('nothing was told');
    for await (const { change, case: found } of createClient({ accounts: { ae: restarted } }).watch({
      from,
      signal: second.signal,
    })) {
      if (found.id !== id) continue;
      told = change;
      second.abort();
    }
    restarted.native.close();
    expect(told).toBe('closed');
  });
});

describe('tokens', () => {
  test('a code becomes tokens that work, once', async () => {
    await open();
    const { baseUrl, account, issueCode } = live.sandbox.marketplaces.aliexpress;
    const application = { appKey: account.appKey, appSecret: account.appSecret, baseUrl, clock };
    const code = issueCode();
    const grant = await exchangeAliExpressCode(application, { code });
    expect(grant.sellerId).toBe(account.sellerId);
    expect(epochMsOf(grant.tokens.expiresAt)).toBe(clock.now() + 30 * 86_400_000);
    expect(epochMsOf(grant.refreshableUntil ?? toInstant(0))).toBe(clock.now() + 60 * 86_400_000);
    await expect(exchangeAliExpressCode(application, { code })).rejects.toMatchObject({ code: 'authentication' });
  });

  test('the code of a buyer’s account is refused with what to do', async () => {
    await open({ aliexpress: { accountPlatform: 'buyerApp' } });
    const { baseUrl, account, issueCode } = live.sandbox.marketplaces.aliexpress;
    const exchanged = exchangeAliExpressCode(
      { appKey: account.appKey, appSecret: account.appSecret, baseUrl, clock },
      { code: issueCode() },
    );
    await expect(exchanged).rejects.toThrow(/buyerApp.*signed in as the seller/);
  });

  test('tokens that ended are renewed once, and the call goes through', async () => {
    await open();
    live.sandbox.marketplaces.aliexpress.expireTokens();
    const found = await Promise.all([idsOf(live.adapter.cases.list({ open: true })), live.adapter.native.getReturnAddresses()]);
    expect(found[0].length).toBeGreaterThan(0);
    expect(live.sandbox.requests().filter(({ path }) => path.endsWith('/auth/token/refresh'))).toHaveLength(1);
  });
});

const openChannelShop = async () => {
  await open();
  const { baseUrl, accounts } = live.sandbox.marketplaces.aliexpress;
  const { appKey, appSecret, sellerId, tokens } = accounts.arise;
  return {
    account: accounts.arise,
    shop: createAliExpressAdapter({ appKey, appSecret, sellerId, tokens: { ...tokens }, baseUrl, clock }),
  };
};

describe('what only AliExpress has', () => {
  test('an order of the list is read by its number, with the lines that cases name', async () => {
    await open();
    const { orders } = await live.adapter.native.listOrders({ page: 1, pageSize: 50, statuses: ['IN_ISSUE'] });
    expect(orders.length).toBeGreaterThan(0);
    const found = await live.adapter.cases.get(requestedId());
    const order = await live.adapter.orders.get(found.order.id);
    expect(order.items.map(({ id }) => id)).toContain(found.items[0]?.id);
    expect(JSON.stringify(order)).not.toContain(live.snapshotOf(found.id).buyerLoginId);
  });

  test('the buyer of an order gets more days once, and a lost answer is uncertain', async () => {
    await open();
    const method = 'aliexpress.trade.redefining.extendsbuyeracceptgoodstime';
    const { orders } = await live.adapter.native.listOrders({ page: 1, pageSize: 50, statuses: ['WAIT_BUYER_ACCEPT_GOODS'] });
    const orderId = orders[0]?.orderId ?? '';
    live.sandbox.faults.add({ kind: 'lost-response', operation: method, times: 1 });
    expect(await live.adapter.native.extendReceipt({ orderId, days: 3 })).toMatchObject({ state: 'uncertain' });
    expect(sentTo(method)).toBe(1);
    await expect(live.adapter.native.extendReceipt({ orderId: '999999', days: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('any other call is signed, its lists are lists, and a write whose answer is lost is uncertain', async () => {
    await open({ settings: { answerShape: 'wrapped' } });
    const query = { current_page: 1, page_size: 5, issue_status: 'processing' };
    const answer = await live.adapter.native.request({ method: list, parameters: { query_dto: query }, repeatable: 'safe' });
    expect(answer).toMatchObject({ state: 'done', value: { data_list: expect.any(Array) } });
    live.sandbox.faults.add({ kind: 'lost-response', operation: list, times: 1 });
    expect(await live.adapter.native.request({ method: list, parameters: { query_dto: query } })).toMatchObject({
      state: 'uncertain',
    });
  });

  test.each(['', '../x', 'aliexpress issue', '/auth/../x', '/auth/token?x=1'])(
    "'%s' is no method of the gateway",
    async (method) => {
      await open();
      await expect(live.adapter.native.request({ method })).rejects.toMatchObject({ issues: [{ path: 'method' }] });
    },
  );

  test('reverse orders of a channel shop are read, with the reasons to refuse them, and decided once', async () => {
    const { account, shop } = await openChannelShop();
    const channel = { channel: account.channel, channelSellerId: account.channelSellerId };
    const { total, orders } = await shop.native.reverse.list({ ...channel, page: 1, pageSize: 20 });
    expect(total).toBeGreaterThan(0);
    const order = orders.find(({ lines }) => lines.some(({ status }) => status === 'REQUEST_INITIATE'));
    const lineIds = (order?.lines ?? []).map(({ id }) => id);
    expect(await shop.native.reverse.reasons({ ...channel, reverseOrderLineId: lineIds[0] ?? '' })).not.toHaveLength(0);
    const agreement = { ...channel, action: 'agreeReturn', reverseOrderId: order?.id ?? '', lineIds } as const;
    expect(await shop.native.reverse.update(agreement)).toMatchObject({ state: 'done' });
    await expect(shop.native.reverse.update(agreement)).rejects.toMatchObject({
      code: expect.stringMatching(/conflict|rejected/),
    });
    shop.native.close();
  });

  test('a refusal without words or pictures is not sent', async () => {
    await open();
    const refusal = {
      channel: 'ARISE',
      channelSellerId: '1',
      action: 'refuseReturn',
      reverseOrderId: '1',
      lineIds: ['1'],
    } as const;
    await expect(live.adapter.native.reverse.update(refusal)).rejects.toMatchObject({
      issues: [{ path: 'comment' }, { path: 'images' }],
    });
    expect(live.sandbox.requests()).toHaveLength(0);
  });
});
