import { afterEach, describe, expect, test } from 'vitest';
import { createShopeeAdapter, type ShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { createFakeClock } from 'aftersale/testing';
import { toInstant, UnexpectedResponseError, type Drift, type HttpClient, type Page, type CaseSummary } from 'aftersale';
import { aReturn } from './wire-returns.js';
import { accessToken, partnerId, partnerKey, refreshToken, shopId } from './wire-under-test.js';

const now = '2026-11-21T00:00:00Z';

/** What Shopee answers to one reading of the list. */
type Answer = (query: URLSearchParams) => { readonly more?: unknown; readonly return: unknown };

let adapter: ShopeeAdapter;
let drifts: Drift[];
let asked: URLSearchParams[];

const open = (answer: Answer): void => {
  drifts = [];
  asked = [];
  const clock = createFakeClock({ startAt: now, autoAdvance: true });
  const httpClient: HttpClient = {
    send: ({ url }) => {
      const query = new URL(url).searchParams;
      asked.push(query);
      const body = JSON.stringify({ request_id: 'x', error: '', message: '', response: answer(query) });
      return Promise.resolve({ status: 200, headers: {}, body });
    },
  };
  adapter = createShopeeAdapter({
    partnerId,
    partnerKey,
    shopId,
    tokens: { accessToken, refreshToken, expiresAt: toInstant(clock.now() + 14_400_000) },
    clock,
    httpClient,
    onDrift: (drift) => drifts.push(drift),
  });
};

afterEach(() => adapter.native.close());

const readAll = async (pages: AsyncIterable<Page<CaseSummary>>): Promise<Page<CaseSummary>[]> => {
  const read: Page<CaseSummary>[] = [];
  for await (const page of pages) read.push(page);
  return read;
};

const openedUntil = toInstant(now);

describe('a page with rows in an unexpected shape', () => {
  test('gives the good rows, and a failure for each row that cannot be a case', async () => {
    const rows = [{ ...aReturn(), order_sn: '' }, null, aReturn({ return_sn: 'GOOD1' })];
    open(() => ({ more: false, return: rows }));
    const [page] = await readAll(adapter.cases.list({ openedUntil }).byPage());
    expect(page?.items.map(({ id }) => id.split(':')[3])).toEqual(['GOOD1']);
    expect(page?.failures.map(({ error }) => UnexpectedResponseError.isInstance(error) && error.issues)).toEqual([
      [expect.objectContaining({ path: 'return.0.order_sn' })],
      [expect.objectContaining({ path: 'return.1' })],
    ]);
  });

  test('loses no row for an odd element of a list in it', async () => {
    const odd = { image: [null, { url: 'https://example.com/a' }], buyer_videos: [null], item: [null] };
    open(() => ({ more: false, return: [{ ...aReturn(), ...odd }] }));
    const [page] = await readAll(adapter.cases.list({ openedUntil }).byPage());
    expect(page).toMatchObject({ items: [{ items: [] }], failures: [] });
    expect(drifts.map(({ path }) => path).sort()).toEqual(['return.*.buyer_videos.*', 'return.*.image.*', 'return.*.item.*']);
  });

  test('is no empty page when there is no list of rows at all', async () => {
    open(() => ({ more: false, return: 'none' }));
    await expect(readAll(adapter.cases.list({ openedUntil }).byPage())).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      issues: [{ path: 'return', message: 'expected array' }],
    });
  });
});

describe('a list that shrinks while it is read', () => {
  const updatedFrom = toInstant('2026-11-20T00:00:00Z');
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aReturn({ return_sn: `R${index}`, update_time: Date.parse('2026-11-20T12:00:00Z') / 1000 }),
    );

  test('skips no row that moves to another page', async () => {
    let rows = rowsOf(101);
    open((query) => {
      const from = Number(query.get('page_no')) * 100;
      return { more: from + 100 < rows.length, return: rows.slice(from, from + 100) };
    });
    const ids = new Set<string>();
    for await (const page of adapter.cases.list({ updatedFrom }).byPage()) {
      for (const { id } of page.items) ids.add(id);
      rows = rows.filter(({ return_sn }) => return_sn !== 'R0');
    }
    expect([...ids].some((id) => id.endsWith(':R100'))).toBe(true);
    expect(ids.size).toBe(100);
  });

  const old = Date.parse('2026-01-01T00:00:00Z') / 1000;
  const oldRows = (status: string, count: number) =>
    Array.from({ length: count }, (_, index) => aReturn({ return_sn: `${status}${index}`, status, create_time: old + index }));

  test.each(['REQUESTED', 'PROCESSING', 'SELLER_DISPUTE', 'JUDGING'])(
    'finds an old case in %s when another leaves between two pages',
    async (status) => {
      let rows = oldRows(status, 201);
      open((query) => {
        const set = query.get('status') === status ? rows : [];
        const from = Number(query.get('page_no')) * 100;
        return { more: from + 100 < set.length, return: set.slice(from, from + 100) };
      });
      const ids: string[] = [];
      for await (const { id } of adapter.cases.list({ open: true })) {
        ids.push(id.split(':')[3] ?? '');
        // The whole page is in hand when its first row is told; before the next is read, the oldest leaves.
        if (ids.length % 100 === 1 && rows.length > 199) rows = rows.slice(1);
      }
      const stayed = rows.map(({ return_sn }) => return_sn);
      expect(stayed.filter((returnSn) => !ids.includes(returnSn))).toEqual([]);
      expect(ids).toHaveLength(new Set(ids).size);
    },
  );

  test.each(['PROCESSING', 'SELLER_DISPUTE', 'JUDGING'])(
    'finds an old case in %s when another comes between two pages',
    async (status) => {
      let rows = oldRows(status, 201);
      open((query) => {
        const set = query.get('status') === status ? rows : [];
        const from = Number(query.get('page_no')) * 100;
        return { more: from + 100 < set.length, return: set.slice(from, from + 100) };
      });
      const ids = new Set<string>();
      for await (const page of adapter.cases.list({ open: true }).byPage()) {
        for (const { id } of page.items) ids.add(id.split(':')[3] ?? '');
        rows = [aReturn({ return_sn: `NEW${rows.length}`, status, create_time: old - rows.length }), ...rows];
      }
      expect(oldRows(status, 201).filter(({ return_sn }) => !ids.has(return_sn))).toEqual([]);
    },
  );

  test('reads the end of a list again that grew shorter while its last page was looked for', async () => {
    let rows = rowsOf(201);
    open((query) => {
      const pageNo = Number(query.get('page_no'));
      // Two leave between the look at page 1, which has a page behind it, and the look at that one.
      const answer = { more: pageNo * 100 + 100 < rows.length, return: rows.slice(pageNo * 100, pageNo * 100 + 100) };
      if (pageNo === 1 && rows.length === 201) rows = rows.slice(2);
      return answer;
    });
    const ids = (await readAll(adapter.cases.list({ updatedFrom }).byPage())).flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids.filter((id) => id.endsWith(':R200'))).toHaveLength(1);
    expect(new Set(ids).size).toBe(199);
  });

  test('a window of what was opened only grows at its end, and is read forwards once', async () => {
    const rows = rowsOf(250);
    open((query) => {
      const from = Number(query.get('page_no')) * 100;
      return { more: from + 100 < rows.length, return: rows.slice(from, from + 100) };
    });
    await readAll(
      adapter.cases
        .list({ openedFrom: toInstant('2025-11-15T00:00:00Z'), openedUntil: toInstant('2025-11-20T00:00:00Z') })
        .byPage(),
    );
    expect(asked.map((query) => query.get('page_no'))).toEqual(['0', '1', '2']);
  });

  test('costs one call when it has one page', async () => {
    open(() => ({ more: false, return: rowsOf(3) }));
    await readAll(adapter.cases.list({ updatedFrom }).byPage());
    expect(asked).toHaveLength(1);
  });
});

describe('a page that does not say as it should whether there is more', () => {
  const pagesOf = (count: number, more: unknown): Answer => {
    return (query) => {
      const pageNo = Number(query.get('page_no'));
      return { more, return: pageNo < count ? [aReturn({ return_sn: `P${pageNo}` })] : [] };
    };
  };

  test.each([['true'], ['false'], [1], [null], [undefined], [{}]])(
    '%j: the list is read to its first empty page',
    async (more) => {
      open(pagesOf(3, more));
      const ids: string[] = [];
      for await (const { id } of adapter.cases.list({ openedUntil })) ids.push(id.split(':')[3] ?? '');
      expect(ids).toEqual(['P0', 'P1', 'P2']);
      expect(asked).toHaveLength(4);
      expect(drifts).toMatchObject([{ kind: 'unexpected-shape', path: 'more' }]);
    },
  );

  test('also where it is read from its last page', async () => {
    open(pagesOf(3, 'yes'));
    const pages = await readAll(
      adapter.cases
        .list({ updatedFrom: toInstant('2025-11-18T00:00:00Z'), updatedUntil: toInstant('2025-11-19T00:00:00Z') })
        .byPage(),
    );
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id.split(':')[3]))).toEqual(['P2', 'P1', 'P0']);
  });

  test('a list without an end is an error, not a reading for ever', async () => {
    open(pagesOf(Number.POSITIVE_INFINITY, 'yes'));
    await expect(readAll(adapter.cases.list({ openedUntil }).byPage())).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      issues: [{ path: 'more' }],
    });
    expect(asked.length).toBeLessThan(1100);
  });
});
