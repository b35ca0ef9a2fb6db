import { describe, expect, test } from 'vitest';
import {
  AbortedError,
  ConfigurationError,
  createClient,
  InvalidInputError,
  PartialFailureError,
  toCaseId,
  toInstant,
  UnavailableError,
  type Case,
  type Deadline,
  type Failure,
} from 'aftersale';
import { createManualClock } from '../manual-clock.js';
import { caseOf, createScriptedAdapter } from '../scripted-adapter.js';

const casesOf = (...found: Case[]): Map<string, Case> => new Map(found.map((item) => [item.id, item]));

const twoAccounts = (settings: { readonly failing?: string; readonly error?: Error } = {}) => {
  const { clock } = createManualClock();
  const calls: string[] = [];
  const onCall = (call: string): void => {
    if (settings.failing !== undefined && call.startsWith(settings.failing))
      throw settings.error ?? new UnavailableError('down', { marketplace: 'scripted' });
  };
  const first = createScriptedAdapter({ clock, cases: casesOf(caseOf('A'), caseOf('B'), caseOf('C')), calls, onCall });
  const second = createScriptedAdapter({ clock, sellerId: '2', cases: casesOf(caseOf('D', {}, '2')), calls, onCall });
  return { client: createClient({ accounts: { first, second } }), calls };
};

const nativeIds = async (source: AsyncIterable<{ readonly id: string }>): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { id } of source) ids.push(id.split(':')[3] ?? '');
  return ids;
};

describe('listing over accounts', () => {
  test('reads one account after the other, page by page', async () => {
    const { client, calls } = twoAccounts();
    expect(await nativeIds(client.cases.list())).toEqual(['A', 'B', 'C', 'D']);
    expect(calls).toEqual(['list 1 0', 'list 1 2', 'list 2 0']);
  });

  test('a token resumes in the middle of an account', async () => {
    const { client } = twoAccounts();
    const tokens: (string | undefined)[] = [];
    for await (const page of client.cases.list().byPage()) tokens.push(page.continuationToken);
    expect(tokens.at(-1)).toBeUndefined();
    const rest: string[] = [];
    for await (const page of client.cases.list().byPage({ continuationToken: tokens[0]! }))
      rest.push(...page.items.map(({ order }) => order.id));
    expect(rest).toEqual(['order-C', 'order-D']);
  });

  test('a token holds the accounts by name, so that another order of them skips none', async () => {
    const { clock } = createManualClock();
    const shop = (sellerId: string, ...ids: readonly string[]) =>
      createScriptedAdapter({ clock, sellerId, cases: casesOf(...ids.map((id) => caseOf(id, {}, sellerId))) });
    const [first, second] = [shop('1', 'A', 'B', 'C'), shop('2', 'D', 'E', 'F')];
    const resumed = async (accounts: Record<string, typeof first>, continuationToken: string): Promise<readonly string[]> => {
      const ids: string[] = [];
      const pages = createClient({ accounts }).cases.list();
      for await (const { items } of pages.byPage({ continuationToken })) ids.push(...items.map(({ order }) => order.id));
      return ids;
    };
    const tokens: string[] = [];
    for await (const { continuationToken } of createClient({ accounts: { first, second } }).cases.list().byPage())
      if (continuationToken !== undefined) tokens.push(continuationToken);
    expect(await resumed({ second, first }, tokens[0]!)).toEqual(['order-C', 'order-D', 'order-E', 'order-F']);
    expect(await resumed({ second, first }, tokens[2]!)).toEqual(['order-F']);
    await expect(resumed({ first }, tokens[0]!)).rejects.toThrow(InvalidInputError);
  });

  test('an account that fails does not stop the others, and the reading ends in what failed', async () => {
    const { client } = twoAccounts({ failing: 'list 1 2' });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { order } of client.cases.list()) seen.push(order.id);
    })();
    await expect(reading).rejects.toSatisfy(
      (error) => PartialFailureError.isInstance(error) && error.failures[0]?.account === 'first',
    );
    expect(seen).toEqual(['order-A', 'order-B', 'order-D']);
  });

  test('with onFailure nothing is thrown', async () => {
    const { client } = twoAccounts({ failing: 'list 1' });
    const failures: Failure[] = [];
    expect(await nativeIds(client.cases.list({}, { onFailure: (failure) => failures.push(failure) }))).toEqual(['D']);
    expect(failures).toMatchObject([{ account: 'first', error: { code: 'unavailable' } }]);
  });

  test.each([new AbortedError('stopped'), new InvalidInputError('bad'), new TypeError('a fault in code')])(
    '%s is thrown, never collected',
    async (error) => {
      const { client } = twoAccounts({ failing: 'list 1', error });
      await expect(nativeIds(client.cases.list({}, { onFailure: () => undefined }))).rejects.toBe(error);
    },
  );

  test('a token of something else is refused', async () => {
    const { client } = twoAccounts();
    const continuationToken = encodeURIComponent(JSON.stringify([1, 'client.cases', ['x', 5]]));
    const first = client.cases.list().byPage({ continuationToken })[Symbol.asyncIterator]();
    await expect(first.next()).rejects.toThrow('continuation token');
  });
});

describe('hydrating', () => {
  test('reads each case in the order of the summaries and reports those that failed', async () => {
    const { client } = twoAccounts({ failing: 'get scripted:sandbox:1:B' });
    const ids = ['D', 'C', 'B', 'A'].map((nativeId) => ({ id: caseOf(nativeId, {}, nativeId === 'D' ? '2' : '1').id }));
    const { items, failures } = await client.hydrate(ids, { concurrency: 3 });
    expect(items.map(({ order }) => order.id)).toEqual(['order-D', 'order-C', 'order-A']);
    expect(failures).toMatchObject([{ account: 'first', id: 'scripted:sandbox:1:B', error: { code: 'unavailable' } }]);
  });

  test('never runs more than the concurrency asked for', async () => {
    const { clock } = createManualClock();
    let running = 0;
    let most = 0;
    const many = casesOf(...Array.from({ length: 20 }, (_, index) => caseOf(`N${index}`)));
    const adapter = createScriptedAdapter({ clock, cases: many });
    const slow = {
      ...adapter,
      cases: {
        ...adapter.cases,
        get: async (id: Case['id']) => {
          most = Math.max(most, ++running);
          await new Promise((resolve) => setImmediate(resolve));
          running--;
          return adapter.cases.get(id);
        },
      },
    };
    const client = createClient({ accounts: { slow } });
    const { items } = await client.hydrate([...many.values()], { concurrency: 4 });
    expect(items).toHaveLength(20);
    expect(most).toBe(4);
  });

  test('refuses a foreign case and a senseless concurrency', async () => {
    const { client } = twoAccounts();
    const foreign = toCaseId({ marketplace: 'scripted', environment: 'sandbox', sellerId: '9', nativeId: 'A' });
    await expect(client.hydrate([{ id: foreign }])).rejects.toThrow('no account of this client holds scripted:sandbox:9:A');
    await expect(client.hydrate([], { concurrency: 0 })).rejects.toThrow(
      'concurrency: expected a whole number from 1 to 64, got 0',
    );
  });

  test('a policy’s deadlines join the marketplace’s own, the same one only once', async () => {
    const { clock } = createManualClock();
    const stated: Deadline = { duty: 'answer', party: 'seller', by: toInstant(5), source: 'marketplace', certainty: 'stated' };
    const derived: Deadline[] = [
      { duty: 'answer', party: 'seller', by: toInstant(5), source: 'policy', certainty: 'derived' },
      { duty: 'refund', party: 'seller', by: toInstant(9), source: 'policy', certainty: 'derived' },
    ];
    const adapter = createScriptedAdapter({ clock, cases: casesOf(caseOf('A', { deadlines: [stated] })) });
    const client = createClient({ accounts: { only: adapter }, deadlines: () => derived });
    const { items } = await client.hydrate([caseOf('A')]);
    expect(items[0]?.deadlines).toEqual([stated, derived[1]]);
  });
});

describe('making a client', () => {
  test('needs an account, and each account once', () => {
    const { clock } = createManualClock();
    const adapter = createScriptedAdapter({ clock, cases: new Map() });
    expect(() => createClient({ accounts: {} })).toThrow(ConfigurationError);
    expect(() => createClient({ accounts: { a: adapter, b: adapter } })).toThrow(
      "accounts.b: is the same account as 'a': scripted:sandbox:1",
    );
  });

  test('gives an account back by its name and names the ones there are', () => {
    const { client } = twoAccounts();
    expect(client.account('second').native.special()).toBe(42);
    expect(() => client.account('third' as 'second')).toThrow("no account is named 'third': there is first, second");
  });
});
