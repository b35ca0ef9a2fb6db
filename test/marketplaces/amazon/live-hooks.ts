import type { AmazonCaseSnapshot } from 'aftersale/sandbox';
import type { AdapterUnderTest, FakeClock, LiveMarketplace, PreparedWrite } from 'aftersale/testing';
import { epochMsOf, money, toCaseId, type CaseId, type OperationName, type WriteOperationName } from 'aftersale';
import { openLiveAmazon, type LiveAmazon } from './live-amazon.js';

const hour = 3_600_000;

const scenarios: Readonly<Partial<Record<OperationName, string>>> = {
  track: 'delivered',
  message: 'approved',
  refund: 'delivered',
};

/** The ids that lists have told, so that looking one up sends nothing. */
const told = new WeakMap<LiveAmazon, Map<string, CaseId>>();

const nameOf = (orderId: string, sku: string | undefined): string => `${orderId} ${sku ?? ''}`;

const listAll = async (live: LiveAmazon): Promise<ReadonlyMap<string, CaseId>> => {
  const ids = new Map<string, CaseId>();
  for await (const { id, order, items } of live.adapter.cases.list()) ids.set(nameOf(order.id, items[0]?.sku), id);
  told.set(live, ids);
  return ids;
};

const idOf = async (live: LiveAmazon, wanted: AmazonCaseSnapshot): Promise<CaseId> => {
  const name = nameOf(wanted.orderId, wanted.sku);
  const known = told.get(live)?.get(name);
  if (known !== undefined) return known;
  const found = (await listAll(live)).get(name);
  if (found === undefined) throw new Error(`the list does not show ${name}`);
  await live.adapter.cases.get(found);
  return found;
};

/** Reads everything once, and lets what was read grow old, so that the next reading asks anew and not for more than once it would. */
const warm = async (live: LiveAmazon): Promise<readonly CaseId[]> => {
  const ids = [...(await listAll(live)).values()];
  await live.sandbox.advance(hour);
  return ids;
};

const seedCase = async (live: LiveAmazon, operation: OperationName): Promise<CaseId> => {
  const wanted = live.snapshots().find(({ scenario }) => scenario === (scenarios[operation] ?? 'approved'));
  if (wanted === undefined) throw new Error(`the sandbox has no case for ${operation}`);
  return idOf(live, wanted);
};

const prepare = async (live: LiveAmazon, operation: WriteOperationName): Promise<PreparedWrite> => {
  const { adapter } = live;
  const id = await seedCase(live, operation);
  if (operation === 'message')
    return { id, call: (target, options) => adapter.cases.message(target, { text: 'It is on its way.' }, options) };
  const { items } = await adapter.cases.get(id);
  const [item] = items;
  if (item === undefined) throw new Error('the case has no goods');
  const parts = [{ component: 'item', amount: money(100, 'USD') }] as const;
  return {
    id,
    call: (target, options) =>
      adapter.cases.refund(target, { reason: 'defective', lines: [{ itemId: item.id, quantity: 1, parts }] }, options),
  };
};

const operations: Readonly<Partial<Record<WriteOperationName, string>>> = { refund: 'createFeed', message: 'unexpectedProblem' };
const writes: readonly (readonly [method: string, path: RegExp])[] = [
  ['POST', /^\/feeds\/2021-06-30\/feeds$/],
  ['POST', /^\/messaging\/v1\/orders\/[^/]+\/messages\//],
];

/** The hooks of the contract suite. */
export const toLiveMarketplace = (live: LiveAmazon): LiveMarketplace => {
  const { sandbox } = live;
  return {
    // A list has a page for each source at least, so a few dozen cases take several.
    pageSize: 20,
    seedCase: (operation) => seedCase(live, operation),
    seedCases: async (count) => {
      const ids = (await warm(live)).slice(0, count);
      if (ids.length < count) throw new Error(`the sandbox has ${ids.length} cases, ${count} are needed`);
      await live.adapter.cases.get(ids[0] ?? toCaseId({ marketplace: '', environment: 'live', sellerId: '', nativeId: '' }));
      return ids;
    },
    prepare: (operation) => prepare(live, operation),
    requests: () => {
      const all = sandbox.requests();
      const written = all.filter(({ method, path }) =>
        writes.some(([verb, shape]) => verb === method && shape.test(path)),
      ).length;
      return { reads: all.length - written, writes: written };
    },
    advanceTo: (at) => sandbox.advance(Math.max(0, epochMsOf(at) - sandbox.clock.now())),
    loseNextResponse: (operation) =>
      sandbox.faults.add({ kind: 'lost-response', operation: operations[operation] ?? '', times: 1 }),
    dropNextRequest: (operation) =>
      sandbox.faults.add({ kind: 'reset', operation: operations[operation] ?? '', times: 1, effect: 'not-applied' }),
    seedUnknownStatus: async () => {
      const wanted = live.snapshots().find(({ scenario }) => scenario === 'unknown-words');
      if (wanted === undefined) throw new Error('the sandbox has no unknown words');
      return { id: await idOf(live, wanted), word: wanted.status };
    },
    reopen: () => live.open(),
  };
};

export const createLiveUnderTest = async (clock: FakeClock): Promise<AdapterUnderTest> => {
  const live = await openLiveAmazon({ clock, cases: 45 });
  const { account } = live.sandbox.marketplaces.amazon;
  return {
    adapter: live.adapter,
    secrets: [account.clientSecret, account.tokens.accessToken, account.tokens.refreshToken],
    logged: live.logged,
    live: toLiveMarketplace(live),
    close: live.close,
  };
};
