import { describe, expect, test } from 'vitest';
import {
  createClient,
  NotFoundError,
  parseCheckpoint,
  PartialFailureError,
  toInstant,
  UnavailableError,
  type Case,
  type CaseChange,
  type MarketplaceAdapter,
  type WatchOptions,
} from 'aftersale';
import { createManualClock } from '../manual-clock.js';
import { caseOf, createScriptedAdapter } from '../scripted-adapter.js';

const start = Date.UTC(2026, 0, 10);
const minute = 60_000;

const setUp = (
  settings: { readonly nativeFilters?: MarketplaceAdapter['nativeFilters']; readonly onCall?: (call: string) => void } = {},
) => {
  const { clock, advance, sleeps } = createManualClock(start);
  const cases = new Map<string, Case>();
  const calls: string[] = [];
  const put = (nativeId: string, change: Partial<Case> = {}): void => {
    const found = caseOf(nativeId, { updatedAt: toInstant(clock.now()), ...change });
    cases.set(found.id, found);
  };
  const client = createClient({ accounts: { shop: createScriptedAdapter({ clock, cases, calls, ...settings }) } });
  const watch = (options: WatchOptions = {}) => client.watch(options)[Symbol.asyncIterator]();
  return { client, watch, put, cases, advance, sleeps, calls };
};

const brief = ({ change, case: found }: CaseChange): string => `${change} ${found.order.id}`;

const next = async (changes: AsyncIterator<CaseChange>): Promise<CaseChange> => {
  const result = await changes.next();
  if (result.done === true) throw new Error('the watch ended');
  return result.value;
};

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Asks for the next change, lets the reading run dry, moves the clock, and gives what came. */
const nextAfter = async (changes: AsyncIterator<CaseChange>, step: () => void | Promise<void>): Promise<CaseChange> => {
  const pending = next(changes);
  for (let turn = 0; turn < 5; turn++) await tick();
  await step();
  return pending;
};

test.each<[string, object]>([
  ['intervalInMs', { intervalInMs: Number.NaN }],
  ['intervalInMs', { intervalInMs: -1 }],
  ['overlapInMs', { overlapInMs: Number.NaN }],
  ['checkpoint', { from: {} }],
  ['accounts.shop', { from: { version: 1, accounts: { shop: null } } }],
])('a wrong %s is refused before anything is read', async (path, options) => {
  const { watch, put } = setUp({});
  put('A');
  await expect(next(watch(options))).rejects.toThrow(path);
});

describe.each([
  ['by time', ['updatedFrom', 'open']],
  ['by the list of open cases', []],
] as const)('watching %s', (_how, nativeFilters) => {
  test('emits all open cases first, then what opens, changes and closes', async () => {
    const { watch, put, advance } = setUp({ nativeFilters });
    put('A');
    put('OLD', { phase: 'closed', updatedAt: toInstant(0) });
    const changes = watch();
    expect(brief(await next(changes))).toBe('opened order-A');
    expect(brief(await nextAfter(changes, async () => (put('B'), advance(minute))))).toBe('opened order-B');
    expect(brief(await nextAfter(changes, async () => (put('A', { native: { status: 'MOVED' } }), advance(minute))))).toBe(
      'updated order-A',
    );
    expect(
      brief(await nextAfter(changes, async () => (put('B', { phase: 'closed', native: { status: 'DONE' } }), advance(minute)))),
    ).toBe('closed order-B');
    expect(brief(await nextAfter(changes, async () => (await advance(minute), put('C'), advance(minute))))).toBe(
      'opened order-C',
    );
    await changes.return?.();
  });
});

describe('resuming', () => {
  test('from a stored checkpoint continues without repeating what was emitted, and finds what happened meanwhile', async () => {
    const { watch, put, advance } = setUp();
    put('A');
    put('B');
    const first = watch();
    expect(brief(await next(first))).toBe('opened order-A');
    const { checkpoint } = await next(first);
    await first.return?.();
    await advance(5 * minute);
    put('A', { native: { status: 'MOVED' } });
    const second = watch({ from: parseCheckpoint(JSON.parse(JSON.stringify(checkpoint))) });
    expect(brief(await next(second))).toBe('updated order-A');
    await second.return?.();
  });

  test('from the checkpoint of the first of two changes repeats the second: at least once', async () => {
    const { watch, put } = setUp();
    put('A');
    put('B');
    const { checkpoint } = await next(watch());
    const second = watch({ from: checkpoint });
    expect(brief(await next(second))).toBe('opened order-B');
  });

  test.each([
    null,
    5,
    {},
    { version: 2, accounts: {} },
    { version: 1, accounts: { shop: { readUntil: 'yesterday', known: {} } } },
  ])('a checkpoint that is none is refused: %j', (value) => {
    expect(() => parseCheckpoint(value)).toThrow('checkpoint');
  });
});

test('a change that a list row does not show is told by its time of change', async () => {
  const { watch, put, advance } = setUp();
  put('A');
  const changes = watch();
  await next(changes);
  expect(brief(await nextAfter(changes, async () => (await advance(1), put('A'), advance(minute))))).toBe('updated order-A');
});

describe('a case that was opened and closed between two readings', () => {
  const openedOnly = ['openedFrom', 'open'] as const;
  const pass =
    (put: ReturnType<typeof setUp>['put'], advance: (ms: number) => Promise<void>, ids: readonly string[]) => async () => {
      for (const id of ids) put(id, { openedAt: toInstant(start), phase: 'closed', native: { status: 'DONE' } });
      await advance(minute);
    };

  test('is told where the marketplace filters by the time of opening only', async () => {
    const { watch, put, advance } = setUp({ nativeFilters: openedOnly });
    put('A');
    const changes = watch();
    await next(changes);
    expect(brief(await nextAfter(changes, pass(put, advance, ['SHORT'])))).toBe('closed order-SHORT');
    await changes.return?.();
  });

  test('is told once, though each reading looks back beyond it, and is then forgotten', async () => {
    const { watch, put, advance } = setUp({ nativeFilters: openedOnly });
    put('A');
    const changes = watch();
    await next(changes);
    await nextAfter(changes, pass(put, advance, ['SHORT']));
    expect(brief(await nextAfter(changes, pass(put, advance, ['NEXT'])))).toBe('closed order-NEXT');
    const change = await nextAfter(changes, async () => (await advance(30 * minute), put('B'), advance(minute)));
    expect(brief(change)).toBe('opened order-B');
    const last = await nextAfter(changes, async () => (put('C'), advance(minute)));
    expect(Object.keys(last.checkpoint.accounts.shop!.known)).toEqual(['A', 'B', 'C'].map((id) => caseOf(id).id));
    await changes.return?.();
  });

  test('is no change on the first reading, and is not looked for where every list is read whole', async () => {
    const { watch, put, advance, calls } = setUp({ nativeFilters: [] });
    put('A');
    put('SHORT', { openedAt: toInstant(start), phase: 'closed' });
    const changes = watch();
    expect(brief(await next(changes))).toBe('opened order-A');
    expect(brief(await nextAfter(changes, async () => (put('B'), advance(minute))))).toBe('opened order-B');
    expect(calls).toEqual(['list 1 0', 'list 1 0']);
    await changes.return?.();
  });
});

describe('two cases that turn out to be one', () => {
  const merge = (cases: Map<string, Case>): void => {
    const [first, second] = [caseOf('A'), caseOf('B')];
    cases.delete(second.id);
    cases.set(first.id, { ...first, aliases: [second.id], native: { status: 'JOINED' } });
  };

  test.each([['by time', ['updatedFrom', 'open']] as const, ['by the list of open cases', []] as const])(
    'are told as merged, and then as one case that changed, %s',
    async (_how, nativeFilters) => {
      const { watch, put, cases, advance } = setUp({ nativeFilters });
      put('A', { updatedAt: toInstant(0) });
      put('B', { updatedAt: toInstant(0) });
      const changes = watch();
      await next(changes);
      await next(changes);
      const merged = await nextAfter(changes, async () => {
        merge(cases);
        put('A', { ...cases.get(caseOf('A').id), updatedAt: toInstant(start) });
        await advance(minute);
      });
      expect(merged).toMatchObject({
        change: 'merged',
        from: caseOf('B').id,
        into: caseOf('A').id,
        case: { id: caseOf('A').id },
      });
      expect(Object.keys(merged.checkpoint.accounts.shop!.known)).toEqual([caseOf('A').id]);
      expect(brief(await next(changes))).toBe('updated order-A');
      await changes.return?.();
    },
  );

  test('are told as merged when only the one that is gone was known, and not as newly opened', async () => {
    const { watch, put, cases, advance } = setUp({ nativeFilters: [] });
    put('B');
    const changes = watch();
    await next(changes);
    const merged = await nextAfter(changes, async () => (merge(cases), advance(minute)));
    expect(merged).toMatchObject({ change: 'merged', from: caseOf('B').id, into: caseOf('A').id });
    expect(brief(await next(changes))).toBe('updated order-A');
    await changes.return?.();
  });

  test('are one case from the start for whoever never saw the other', async () => {
    const { watch, cases } = setUp();
    merge(cases);
    expect(brief(await next(watch()))).toBe('opened order-A');
  });
});

describe('waiting', () => {
  test('a push wakes the reading before its time', async () => {
    const { client, watch, put } = setUp();
    put('A');
    const changes = watch({ intervalInMs: 60 * minute });
    await next(changes);
    const change = await nextAfter(changes, () => {
      put('B');
      client.wake();
    });
    expect(brief(change)).toBe('opened order-B');
  });

  test('looks back by the overlap, so that a late entry is not missed', async () => {
    const { watch, put, advance } = setUp();
    put('A');
    const changes = watch();
    await next(changes);
    const late = toInstant(start - 9 * minute);
    expect(brief(await nextAfter(changes, async () => (put('LATE', { updatedAt: late }), advance(minute))))).toBe(
      'opened order-LATE',
    );
  });

  test('ends quietly when its signal is aborted, also while it waits', async () => {
    const { watch, put } = setUp();
    put('A');
    const stop = new AbortController();
    const changes = watch({ signal: stop.signal });
    await next(changes);
    const ending = changes.next();
    await tick();
    stop.abort();
    expect(await ending).toEqual({ done: true, value: undefined });
    expect(await watch({ signal: stop.signal }).next()).toEqual({ done: true, value: undefined });
  });

  test('an abort in the middle of a reading ends it quietly too', async () => {
    const stop = new AbortController();
    const { watch, put } = setUp({
      onCall: () => {
        stop.abort();
        throw new Error('aborted');
      },
    });
    put('A');
    expect(await watch({ signal: stop.signal }).next()).toEqual({ done: true, value: undefined });
  });
});

describe('failing', () => {
  test('an account that fails once is told and read again the next time', async () => {
    let down = true;
    const told: string[] = [];
    const { watch, put, advance } = setUp({
      onCall: () => {
        if (down) throw new UnavailableError('down');
      },
    });
    put('A');
    const changes = watch({ onFailure: ({ account, error }) => told.push(`${account} ${error.code}`) });
    const change = await nextAfter(changes, async () => ((down = false), advance(minute)));
    expect(brief(change)).toBe('opened order-A');
    expect(told).toEqual(['shop unavailable']);
  });

  test('without onFailure the watch ends in what failed', async () => {
    const { watch } = setUp({
      onCall: () => {
        throw new UnavailableError('down');
      },
    });
    await expect(watch().next()).rejects.toSatisfy(PartialFailureError.isInstance);
  });

  const setUpGone = () => {
    const gone = new Set<string>();
    const made = setUp({
      nativeFilters: [],
      onCall: (call) => {
        if (gone.has(call)) throw new NotFoundError('no such case', { marketplace: 'scripted', requestId: 'r-1' });
      },
    });
    const lose = (nativeId: string): void => {
      const { id } = caseOf(nativeId);
      made.cases.delete(id);
      gone.add(`get ${id}`);
    };
    made.put('A');
    made.put('B');
    return { ...made, lose };
  };

  test('a case that left the list and can no longer be read is told once, by its id, and the account is read on', async () => {
    const { watch, put, lose, advance, calls } = setUpGone();
    const told: unknown[] = [];
    const changes = watch({
      onFailure: ({ account, error }) => told.push([account, error.code, error.requestId, error.message]),
    });
    await next(changes);
    await next(changes);
    const change = await nextAfter(changes, async () => (lose('A'), put('B', { native: { status: 'MOVED' } }), advance(minute)));
    expect(brief(change)).toBe('updated order-B');
    const { checkpoint } = await nextAfter(changes, async () => (await advance(3 * minute), put('C'), advance(minute)));
    const { id } = caseOf('A');
    expect(told).toEqual([['shop', 'not-found', 'r-1', expect.stringContaining(id)]]);
    expect(calls.filter((call) => call === `get ${id}`)).toHaveLength(1);
    expect(Object.keys(checkpoint.accounts.shop!.known)).toEqual(['B', 'C'].map((name) => caseOf(name).id));
    await changes.return?.();
  });

  test('a case that is gone does not end a watch without onFailure, which would end again whenever it is resumed', async () => {
    const { watch, put, lose, advance } = setUpGone();
    const first = watch();
    await next(first);
    const { checkpoint } = await next(first);
    lose('A');
    await advance(minute);
    put('C');
    const second = watch({ from: checkpoint });
    expect(brief(await next(second))).toBe('opened order-C');
    expect(brief(await nextAfter(second, async () => (put('D'), advance(minute))))).toBe('opened order-D');
    await second.return?.();
  });
});
