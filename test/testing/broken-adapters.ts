import type { Receipt, WriteAttempt, WriteOptions } from '../../src/core/attempt.js';
import type { Case, CaseSummary } from '../../src/core/case.js';
import { ConflictError, DeadlinePassedError, NotFoundError } from '../../src/core/errors/api-errors.js';
import { toCaseId, parseCaseId, type CaseId } from '../../src/core/ids.js';
import {
  operationNames,
  writeOperations,
  type CaseOperations,
  type OperationName,
  type WriteOperationName,
} from '../../src/core/operations.js';
import type { Pages } from '../../src/core/pages.js';
import type { MemoryAdapter } from '../../src/marketplaces/memory/index.js';
import type { AdapterSuite, LiveMarketplace } from '../../src/testing/index.js';
import { offered, personal, wanted } from '../marketplaces/memory/under-test.js';

/** One way to break a promise, and which tests must notice. */
export interface Breakage {
  readonly what: string;
  /** Every test whose title holds this must fail. */
  readonly noticedBy: string;
  /** What the failure must say. */
  readonly saying: RegExp;
  readonly alter?: (shop: MemoryAdapter) => MemoryAdapter;
  readonly alterLive?: (live: Required<LiveMarketplace>) => Partial<LiveMarketplace>;
  readonly secrets?: readonly string[];
  readonly suite?: Partial<AdapterSuite>;
}

type Alteration = (shop: MemoryAdapter) => Partial<CaseOperations>;

const altering =
  (change: Alteration) =>
  (shop: MemoryAdapter): MemoryAdapter => ({ ...shop, cases: { ...shop.cases, ...change(shop) } });

const without =
  (...names: readonly OperationName[]) =>
  (shop: MemoryAdapter): MemoryAdapter => {
    const kept = Object.entries(shop.cases).filter(([name]) => !names.some((gone) => gone === name));
    return { ...shop, cases: Object.fromEntries(kept) as unknown as MemoryAdapter['cases'] };
  };

const altersCase = (change: (found: Case) => Case): ((shop: MemoryAdapter) => MemoryAdapter) =>
  altering(({ cases }) => ({ get: async (id, options) => change(await cases.get(id, options)) }));

const altersList = (change: (pages: Pages<CaseSummary>) => Pages<CaseSummary>): ((shop: MemoryAdapter) => MemoryAdapter) =>
  altering((shop) => ({
    list: (query, options) => change(shop.cases.list(query, options)),
  }));

type AnyWrite = (
  id: CaseId,
  options: WriteOptions | undefined,
  send: (options?: WriteOptions) => Promise<Receipt>,
) => Promise<Receipt>;

/** Wraps each write: the last argument is the options, whatever comes before. */
const altersWrites = (wrap: AnyWrite): ((shop: MemoryAdapter) => MemoryAdapter) =>
  altering(({ cases }) => {
    const wrapped = writeOperations.map((name) => {
      const original = cases[name] as (...given: unknown[]) => Promise<Receipt>;
      const call = (id: CaseId, ...rest: unknown[]): Promise<Receipt> => {
        const hasInput = name !== 'withdrawRejection';
        const options = rest[hasInput ? 1 : 0] as WriteOptions | undefined;
        const send = (changed?: WriteOptions) => (hasInput ? original(id, rest[0], changed) : original(id, changed));
        return wrap(id, options, send);
      };
      return [name, call] as const;
    });
    return Object.fromEntries(wrapped);
  });

const ownId = (shop: MemoryAdapter, id: CaseId): CaseId => {
  const { marketplace, environment, sellerId } = shop;
  return toCaseId({ marketplace, environment, sellerId, nativeId: parseCaseId(id).nativeId });
};

const settlesAs = (state: 'applied' | 'not-applied'): ((shop: MemoryAdapter) => MemoryAdapter) =>
  altering(({ cases }) => ({
    settle: async (attempt: WriteAttempt) => ({ ...(await cases.settle(attempt)), state }),
  }));

const all = operationNames as readonly OperationName[];
const except = (name: OperationName): readonly OperationName[] => all.filter((other) => other !== name);

const capabilityBreakages: readonly Breakage[] = [
  {
    what: 'has lost a method',
    noticedBy: 'has exactly the operations',
    saying: /differ from `operations`/,
    alter: without('track'),
  },
  {
    what: 'says of an operation it has that it is absent',
    noticedBy: 'gives a reason and a page',
    saying: /`absent` names other operations/,
    alter: (shop) => ({ ...shop, absent: { reject: { reason: 'no', documentation: 'https://example.com' } } }),
  },
  {
    what: 'leaves an operation out and does not say why',
    noticedBy: 'gives a reason and a page',
    saying: /absent\.track has no reason/,
    suite: { operations: except('track') },
    alter: (shop) => ({ ...without('track')(shop), absent: { track: { reason: ' ', documentation: 'https://example.com' } } }),
  },
  {
    what: 'writes and cannot settle',
    noticedBy: 'can settle whatever',
    saying: /cannot settle/,
    alter: without('settle'),
  },
  {
    what: 'has a name no id can hold',
    noticedBy: 'names itself',
    saying: /cannot be a case id/,
    alter: (shop) => ({ ...shop, sellerId: 'a b' }),
  },
];

const readingBreakages: readonly Breakage[] = [
  {
    what: 'gives a Date for an instant',
    noticedBy: 'reads a case as plain JSON',
    saying: /a case is not plain JSON/,
    alter: altersCase((found) => ({ ...found, openedAt: new Date(0) as unknown as Case['openedAt'] })),
  },
  {
    what: 'leaves raw enumerable',
    noticedBy: "keeps the marketplace's own answer out of sight",
    saying: /raw is enumerable/,
    alter: altersCase((found) => (found.raw === undefined ? found : { ...found, raw: found.raw })),
  },
  {
    what: 'rounds the id of an order',
    noticedBy: 'gives every id as text',
    saying: /the order has another id/,
    alter: (shop) => ({ ...shop, orders: { get: async (id) => ({ ...(await shop.orders.get(id)), id: 'order-2' }) } }),
  },
  {
    what: 'makes up a case it does not know',
    noticedBy: 'answers NotFoundError',
    saying: /expected NotFoundError, and the call went through/,
    alter: altering((shop) => ({
      get: (id, options) => shop.cases.get(id, options).catch(() => shop.cases.get(shop.native.open(), options)),
    })),
  },
  {
    what: 'guesses the phase of an unknown status',
    noticedBy: 'reads a status word it does not know',
    saying: /the phase was guessed/,
    alter: altersCase((found) => (found.phase === 'unknown' ? { ...found, phase: 'requested' } : found)),
  },
  {
    what: 'gives one rejection reason twice',
    noticedBy: 'gives rejection reasons and tracking',
    saying: /two rejection reasons share an id/,
    alter: altering(({ cases }) => ({
      rejectionReasons: async (id) => [...(await cases.rejectionReasons(id)), ...(await cases.rejectionReasons(id))],
    })),
  },
  {
    what: 'leaks a secret in an error',
    noticedBy: 'keeps its secrets out',
    saying: /secret number 1 of the adapter can be read in an error/,
    alter: altering(({ cases }) => ({
      get: (id, options) =>
        cases.get(id, options).catch((error: unknown) => {
          throw NotFoundError.isInstance(error) ? new NotFoundError('no', { cause: new Error(`token ${personal}`) }) : error;
        }),
    })),
  },
  { what: 'names no secrets', noticedBy: 'keeps its secrets out', saying: /name the `secrets`/, secrets: [] },
  {
    what: 'acts on the case of another account',
    noticedBy: 'refuses the case of another account',
    saying: /expected InvalidInputError/,
    alter: altering((shop) => ({ track: (id) => shop.cases.track(ownId(shop, id)) })),
  },
  {
    what: 'asks the marketplace before it refuses',
    noticedBy: 'refuses the case of another account',
    saying: /something was sent about a foreign case/,
    alter: altering((shop) => ({
      track: async (id) => {
        await shop.cases.track(ownId(shop, id)).catch(() => undefined);
        return shop.cases.track(id);
      },
    })),
  },
];

async function* twice<Item>(pages: AsyncIterable<Item>): AsyncGenerator<Item> {
  for await (const page of pages) {
    yield page;
    yield page;
  }
}

async function* allAtOnce<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  yield* read;
}

const pagingBreakages: readonly Breakage[] = [
  {
    what: 'gives a page twice',
    noticedBy: 'lists every case once',
    saying: /a case is listed twice/,
    alter: altersList((pages) => ({ ...pages, byPage: (settings?: object) => twice(pages.byPage(settings)) })),
  },
  {
    what: 'stops after the first page',
    noticedBy: 'lists every case once',
    saying: /cases are missing from the list/,
    alter: altersList((pages) => ({
      ...pages,
      byPage: async function* () {
        for await (const page of pages.byPage()) {
          yield page;
          return;
        }
      },
    })),
  },
  {
    what: 'reads before it is asked',
    noticedBy: 'lists lazily',
    saying: /before the first case was asked for/,
    alter: altering(({ cases }) => ({
      list: (query, options) => {
        void cases.list(query, options)[Symbol.asyncIterator]().next();
        return cases.list(query, options);
      },
    })),
  },
  {
    what: 'reads every page for the first case',
    noticedBy: 'lists lazily',
    saying: /the first case took 3 requests, the whole list 3/,
    alter: altersList((pages) => ({ ...pages, [Symbol.asyncIterator]: () => allAtOnce(pages) })),
  },
  {
    what: 'begins anew at a token',
    noticedBy: 'resumes from a token',
    saying: /the token began the list anew/,
    alter: altersList((pages) => ({ ...pages, byPage: () => pages.byPage() })),
  },
  {
    what: 'takes any token for its own',
    noticedBy: 'refuses a continuation token',
    saying: /expected InvalidInputError, and the call went through/,
    alter: altersList((pages) => ({ ...pages, byPage: () => pages.byPage() })),
  },
  {
    what: 'does not listen to the signal',
    noticedBy: 'stops before the next request when aborted',
    saying: /expected AbortedError, and the call went through/,
    alter: altering(({ cases }) => ({ list: (query) => cases.list(query), get: (id) => cases.get(id) })),
  },
  {
    what: 'ignores the query',
    noticedBy: 'lists only what the query asks for',
    saying: /lets/,
    alter: altering((shop) => ({
      list: (_query, options) => {
        shop.native.open({ phase: 'inspection' });
        return shop.cases.list({}, options);
      },
    })),
  },
];

const writingBreakages: readonly Breakage[] = [
  {
    what: 'sends twice',
    noticedBy: 'is sent once, and tells',
    saying: /not sent exactly once|no longer|does not allow|has changed|not open/,
    alter: altersWrites(async (_id, options, send) => {
      await send();
      return send(options);
    }),
  },
  {
    what: 'tells the journal afterwards',
    noticedBy: 'is sent once, and tells',
    saying: /sent before onAttempt had been called/,
    alter: altersWrites(async (_id, options, send) => {
      let told: WriteAttempt | undefined;
      const receipt = await send({ ...options, onAttempt: (attempt) => void (told = attempt) });
      if (told !== undefined) await options?.onAttempt?.(told);
      return receipt;
    }),
  },
  {
    what: 'goes on when the journal fails',
    noticedBy: 'sends nothing when the journal fails',
    saying: /Missing expected rejection/,
    alter: altersWrites((_id, options, send) =>
      send({ ...options, onAttempt: (attempt) => Promise.resolve(options?.onAttempt?.(attempt)).catch(() => undefined) }),
    ),
  },
  {
    what: 'does not compare with what was seen',
    noticedBy: 'refuses a case that has changed',
    saying: /expected ConflictError, and the call went through/,
    alter: altersWrites((_id, options, send) => {
      const { seen: _seen, ...rest } = options ?? {};
      return send(rest);
    }),
  },
  {
    what: 'does not listen to the signal between the journal and the send',
    noticedBy: 'sends nothing when the journal fails',
    saying: /expected AbortedError, and the call went through/,
    alter: altersWrites((_id, options, send) => {
      const { signal: _signal, ...rest } = options ?? {};
      return send(rest);
    }),
  },
  {
    what: 'agrees to whatever the case now holds',
    noticedBy: 'refuses to agree to something else',
    saying: /expected ConflictError, and the call went through/,
    alter: altering(({ cases }) => ({
      accept: (id, _acceptance, options) => cases.accept(id, { expected: wanted }, options),
      acceptOffer: (id, choice, options) => cases.acceptOffer(id, { ...choice, expected: offered }, options),
    })),
  },
  {
    what: 'comes without a call that expects something else',
    noticedBy: 'refuses to agree to something else',
    saying: /gave no `mismatched` call/,
    alterLive: (live) => ({
      prepare: async (operation: WriteOperationName) => {
        const { id, call } = await live.prepare(operation);
        return { id, call };
      },
    }),
  },
  {
    what: 'calls a passed deadline a conflict',
    noticedBy: 'raises DeadlinePassedError',
    saying: /expected DeadlinePassedError, and ConflictError/,
    alter: altersWrites((_id, options, send) =>
      send(options).catch((error: unknown) => {
        throw DeadlinePassedError.isInstance(error) ? new ConflictError('changed') : error;
      }),
    ),
  },
];

const settlingBreakages: readonly Breakage[] = [
  {
    what: 'repeats a write whose answer was lost',
    noticedBy: 'is not repeated when no answer comes',
    saying: /not sent exactly once/,
    alter: altersWrites(async (_id, options, send) => {
      const receipt = await send(options);
      return receipt.state === 'uncertain' ? send(options) : receipt;
    }),
  },
  {
    what: 'calls an uncertain write done',
    noticedBy: 'is not repeated when its answer is lost',
    saying: /the receipt says 'done' though no answer came/,
    alter: altersWrites(async (_id, options, send) => {
      const receipt = await send(options);
      return receipt.state === 'uncertain' ? { state: 'done' } : receipt;
    }),
  },
  {
    what: 'denies a write that took effect',
    noticedBy: 'is not repeated when its answer is lost',
    saying: /settled as 'not-applied'/,
    alter: settlesAs('not-applied'),
  },
  {
    what: 'believes in a write that never arrived',
    noticedBy: 'is not repeated when no answer comes',
    saying: /settled as 'applied'/,
    alter: settlesAs('applied'),
  },
];

const suiteBreakages: readonly Breakage[] = [
  {
    what: 'leaves out a part of the marketplace in silence',
    noticedBy: 'raises DeadlinePassedError',
    saying: /give live\.prepareTooLate, or say in skip\.prepareTooLate/,
    alterLive: () => ({ prepareTooLate: undefined }) as unknown as Partial<LiveMarketplace>,
  },
  {
    what: 'says that a part cannot be given, and gives it',
    noticedBy: 'reopen is not checked: it has no processes',
    saying: /live\.reopen is there/,
    suite: { skip: { wire: 'none', reopen: 'it has no processes' } },
  },
  {
    what: 'says that there is no wire, and has endpoints',
    noticedBy: 'wire is not checked: none',
    saying: /there are fixtures or endpoints/,
    suite: { endpoints: [{ name: 'cases.get', repeatable: 'safe', operations: ['get'] }] },
  },
];

export const breakages: readonly Breakage[] = [
  ...capabilityBreakages,
  ...readingBreakages,
  ...pagingBreakages,
  ...writingBreakages,
  ...settlingBreakages,
  ...suiteBreakages,
];
