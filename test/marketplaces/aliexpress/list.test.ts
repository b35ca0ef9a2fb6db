import { afterEach, describe, expect, test } from 'vitest';
import { createAliExpressAdapter, type AliExpressAdapter, type AliExpressCaseSummary } from 'aftersale/marketplaces/aliexpress';
import { createFakeClock } from 'aftersale/testing';
import { toCaseId, toInstant, UnexpectedResponseError, type Drift, type HttpClient, type Page } from 'aftersale';
import { aRow } from './wire-issues.js';
import { accessToken, appKey, appSecret, refreshToken, sellerId } from './wire-under-test.js';

interface Asked {
  readonly current_page: number;
  readonly issue_status: string;
  readonly create_time_start?: number;
  readonly create_time_end?: number;
  readonly channel_seller_id?: number;
}

let adapter: AliExpressAdapter;
let asked: Asked[];
let drifts: Drift[];

const open = (answer: (asked: Asked) => object, settings: object = {}): void => {
  [asked, drifts] = [[], []];
  const clock = createFakeClock({ startAt: '2026-11-21T00:00:00Z', autoAdvance: true });
  const httpClient: HttpClient = {
    send: ({ body }) => {
      const query: Asked = JSON.parse(new URLSearchParams(typeof body === 'string' ? body : '').get('query_dto') ?? '{}');
      asked.push(query);
      return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(answer(query)) });
    },
  };
  adapter = createAliExpressAdapter({
    appKey,
    appSecret,
    sellerId,
    tokens: { accessToken, refreshToken, expiresAt: toInstant(clock.now() + 86_400_000) },
    clock,
    httpClient,
    maxRetries: 0,
    onDrift: (drift) => drifts.push(drift),
    ...settings,
  });
};

afterEach(() => adapter.native.close());

const pagesOf = async (pages: AsyncIterable<Page<AliExpressCaseSummary>>): Promise<Page<AliExpressCaseSummary>[]> => {
  const read: Page<AliExpressCaseSummary>[] = [];
  for await (const page of pages) read.push(page);
  return read;
};

const nothing = { total_item: 0, data_list: [] };
const rowsOf = (count: number, first = 1000) => Array.from({ length: count }, (_, index) => aRow({ issue_id: first + index }));
const slice = (rows: readonly object[], page: number): object => ({
  total_item: rows.length,
  data_list: rows.slice((page - 1) * 50, page * 50),
});

describe('what is asked for', () => {
  test('all open issues, and those that ended and were opened in the last 60 days', async () => {
    open(() => nothing, { channelSellerId: '2000000001' });
    await pagesOf(adapter.cases.list().byPage());
    const now = Date.parse('2026-11-21T00:00:00Z');
    expect(asked.map(({ issue_status: status, create_time_start: from }) => [status, from])).toEqual([
      ['processing', undefined],
      ['finish', now - 60 * 86_400_000],
      ['canceled_issue', now - 60 * 86_400_000],
    ]);
    expect(
      asked.every(({ create_time_end: until, channel_seller_id: channel }) => until === now + 600_000 && channel === 2000000001),
    ).toBe(true);
  });

  test.each([
    [{ open: true }, ['processing']],
    [{ open: false }, ['finish', 'canceled_issue']],
    [{ phase: 'closed' }, ['finish', 'canceled_issue']],
    [{ phase: 'closed', open: true }, []],
  ] as const)('%j', async (query, statuses) => {
    open(() => nothing);
    await pagesOf(adapter.cases.list(query).byPage());
    expect(asked.map(({ issue_status: status }) => status)).toEqual(statuses);
  });

  test('what ended and was changed since a day was opened at most 180 days before it', async () => {
    open(() => nothing);
    const updatedFrom = toInstant('2026-11-01T00:00:00Z');
    await pagesOf(adapter.cases.list({ updatedFrom }).byPage());
    const from = Date.parse(updatedFrom) - 180 * 86_400_000;
    expect(asked.map(({ create_time_start: start }) => start)).toEqual([undefined, from, from]);
  });

  test('a change is never older than the opening, which bounds what is read', async () => {
    open(() => nothing);
    await pagesOf(adapter.cases.list({ updatedUntil: toInstant('2026-11-01T00:00:00Z'), open: true }).byPage());
    expect(asked).toMatchObject([{ create_time_end: Date.parse('2026-11-01T00:10:00Z') }]);
  });

  test.each([
    [{ openedFrom: '2026-11-01' }, 'query.openedFrom'],
    [{ openedFrom: toInstant(2), openedUntil: toInstant(1) }, 'query.openedUntil'],
    [{ phase: 'open' }, 'query.phase'],
  ])('%j is refused', (query, path) => {
    open(() => nothing);
    expect(() => adapter.cases.list(query as object)).toThrow(path);
  });
});

describe('a list that changes while it is read', () => {
  test('skips no open issue when others leave, because it is read from its end', async () => {
    let rows = rowsOf(120);
    open(({ current_page: page, issue_status: status }) => {
      if (status !== 'processing') return nothing;
      const answer = slice(rows, page);
      if (asked.length === 2) rows = rows.slice(60);
      return answer;
    });
    const read = await pagesOf(adapter.cases.list({ open: true }).byPage());
    expect(asked.map(({ current_page: page }) => page)).toEqual([1, 3, 2, 1]);
    const seen = new Set(read.flatMap(({ items }) => items.map(({ id }) => id.split(':').at(-1))));
    for (const { issue_id: id } of rows) expect(seen.has(String(id))).toBe(true);
  });

  test('resumes where it stopped, with the window it began with', async () => {
    open(({ current_page: page, issue_status: status }) => (status === 'finish' ? slice(rowsOf(120), page) : nothing));
    const [first] = await pagesOf(adapter.cases.list({ open: false }).byPage());
    const until = asked[0]?.create_time_end;
    await adapter.clock.sleep(3_600_000);
    asked = [];
    await pagesOf(adapter.cases.list({ open: false }).byPage({ continuationToken: first?.continuationToken ?? '' }));
    expect(asked[0]).toMatchObject({ current_page: 2, create_time_end: until });
  });
});

describe('the scan for the buyer of an unknown case', () => {
  const idOf = (issueId: number) =>
    toCaseId({ marketplace: 'aliexpress', environment: 'live', sellerId, nativeId: String(issueId) });

  test('looks at the newest issues first, and at no more than it says', async () => {
    open(({ current_page: page }) => slice(rowsOf(1500), page));
    await expect(adapter.cases.get(idOf(999))).rejects.toThrow('nor among the newest 1000 issues of each status');
    const pages = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(asked.map(({ current_page: page, issue_status: status }) => [status, page])).toEqual(
      ['processing', 'finish', 'canceled_issue'].flatMap((status) => pages.map((page) => [status, page])),
    );
  });

  test('misses no open issue that moves up while others leave the list', async () => {
    let rows = rowsOf(150);
    // The 51st becomes the 11th between two pages: read on, it would never be seen.
    const wanted = 1050;
    open(({ current_page: page, issue_status: status }) => {
      if (status !== 'processing') return nothing;
      const answer = slice(rows, page);
      if (asked.length === 1) rows = rows.slice(40);
      return answer;
    });
    await expect(adapter.cases.get(idOf(wanted))).rejects.toMatchObject({
      code: 'not-found',
      operation: expect.stringContaining('detail'),
    });
    expect(asked.filter(({ issue_status: status }) => status === 'processing').map(({ current_page: page }) => page)).toEqual([
      1, 2, 1,
    ]);
  });
});

describe('an odd answer', () => {
  test('gives the good rows, and a failure for each row that cannot be a case', async () => {
    const rows = [{ ...aRow(), issue_id: 'abc' }, null, { ...aRow({ issue_id: 7 }), reason_english: { en: 1 } }];
    open(() => ({ total_item: 3, data_list: rows }));
    const [page] = await pagesOf(adapter.cases.list({ open: true }).byPage());
    expect(page?.items.map(({ id }) => id.split(':')[3])).toEqual(['7']);
    expect(page?.failures.map(({ error }) => UnexpectedResponseError.isInstance(error) && error.issues[0]?.path)).toEqual([
      'data_list.0.issue_id',
      'data_list.1',
    ]);
    expect(drifts.map(({ path }) => path)).toContain('data_list.*.reason_english');
  });

  test.each([{ data_list: 'none', total_item: 1 }, { total_item: null }, {}, { total_item: 10_000_000_000, data_list: [] }])(
    '%j is an error and no empty list',
    async (answer) => {
      open(() => answer);
      await expect(pagesOf(adapter.cases.list({ open: true }).byPage())).rejects.toMatchObject({
        name: 'UnexpectedResponseError',
      });
    },
  );

  test('without a number of issues a full page has another behind it', async () => {
    open(({ current_page: page }) => ({ data_list: page === 1 ? rowsOf(50) : rowsOf(3, 2000) }));
    const read = await pagesOf(adapter.cases.list({ open: true }).byPage());
    expect(new Set(read.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(53);
  });
});
