import assert from 'node:assert/strict';
import type { CaseSummary } from '../../core/case.js';
import type { CaseId } from '../../core/ids.js';
import type { Page } from '../../core/pages.js';
import { withLive, type LiveBench } from '../bench.js';
import { collect } from '../collect.js';
import type { Check } from '../suite.js';

/** More pages than this for the cases the kit has seeded is a list without an end. */
const maxPages = 1000;

const pagesFrom = async (pages: AsyncIterable<Page<CaseSummary>>): Promise<readonly Page<CaseSummary>[]> => {
  const read: Page<CaseSummary>[] = [];
  for await (const page of pages) {
    read.push(page);
    assert.ok(read.length < maxPages, `the list did not end within ${maxPages} pages`);
  }
  return read;
};

const idsOf = (pages: readonly Page<CaseSummary>[]): readonly CaseId[] => pages.flatMap(({ items }) => items.map(({ id }) => id));

const without = (ids: readonly CaseId[], seen: readonly CaseId[]): readonly CaseId[] => ids.filter((id) => !seen.includes(id));

const seedPages = async ({ live }: LiveBench): Promise<readonly CaseId[]> => live.seedCases(live.pageSize * 2 + 1);

/** Reads until a page carries a token; returns it with everything read so far. */
const firstPart = async (pages: AsyncIterable<Page<CaseSummary>>): Promise<{ token: string; ids: readonly CaseId[] }> => {
  const read: Page<CaseSummary>[] = [];
  for await (const page of pages) {
    read.push(page);
    if (page.continuationToken !== undefined && page.items.length > 0) return { token: page.continuationToken, ids: idsOf(read) };
  }
  return assert.fail('no page carried a continuation token, though there is more than one');
};

const listsAll: Check = {
  title: 'lists every case once, over several pages, and ends',
  run: (suite) =>
    withLive(suite, async (bench) => {
      const seeded = await seedPages(bench);
      const pages = await pagesFrom(bench.adapter.cases.list().byPage());
      const ids = idsOf(pages);
      assert.deepEqual(without(seeded, ids), [], 'cases are missing from the list');
      assert.equal(new Set(ids).size, ids.length, 'a case is listed twice');
      assert.ok(pages.length > 2, `the ${seeded.length} cases did not take more than two pages`);
      assert.equal(pages.at(-1)?.continuationToken, undefined, 'the last page carries a token');
    }),
};

const isLazy: Check = {
  title: 'lists lazily: nothing before it is asked, no page before its turn',
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      const [id] = await live.seedCases(live.pageSize * 2 + 1);
      assert.ok(id !== undefined, 'seedCases gave no case');
      const readsOf = async (action: () => Promise<unknown>): Promise<number> => {
        const before = live.requests().reads;
        await action();
        return live.requests().reads - before;
      };
      const get = await readsOf(() => adapter.cases.get(id));
      const iterator = adapter.cases.list()[Symbol.asyncIterator]();
      // A whole call in between gives a request that was sent too early the time to arrive.
      const meanwhile = await readsOf(() => adapter.cases.get(id));
      assert.equal(meanwhile, get, 'list sent a request before the first case was asked for');
      const first = await readsOf(async () => [await iterator.next(), await iterator.return?.()]);
      const all = await readsOf(() => collect(adapter.cases.list()));
      assert.ok(first > 0 && first < all, `the first case took ${first} requests, the whole list ${all}`);
    }),
};

const resumes: Check = {
  title: 'resumes from a token and skips nothing',
  run: (suite) =>
    withLive(suite, async (bench) => {
      const seeded = await seedPages(bench);
      const { token, ids } = await firstPart(bench.adapter.cases.list().byPage());
      const rest = idsOf(await pagesFrom(bench.adapter.cases.list().byPage({ continuationToken: token })));
      assert.deepEqual(without(seeded, [...ids, ...rest]), [], 'cases are skipped when a list is resumed');
      assert.ok(without(ids, rest).length > 0, 'the token began the list anew');
    }),
};

const foreignToken: Check = {
  title: 'refuses a continuation token that is not its own',
  run: (suite) =>
    withLive(suite, async ({ adapter, failing }) => {
      await failing('invalid-input', () => pagesFrom(adapter.cases.list().byPage({ continuationToken: 'not-a-token' })));
    }),
};

const abortStops: Check = {
  title: 'stops before the next request when aborted',
  run: (suite) =>
    withLive(suite, async (bench) => {
      await seedPages(bench);
      const control = new AbortController();
      const pages = bench.adapter.cases.list({}, { signal: control.signal }).byPage()[Symbol.asyncIterator]();
      await pages.next();
      control.abort();
      const before = bench.live.requests();
      await bench.failing('aborted', () => pages.next());
      const id = await bench.live.seedCase('get');
      const seeded = bench.live.requests();
      await bench.failing('aborted', () => bench.adapter.cases.get(id, { signal: control.signal }));
      assert.deepEqual(seeded, before, 'the list sent a request after it was aborted');
      assert.deepEqual(bench.live.requests(), seeded, 'get sent a request though it was aborted');
    }),
};

const filters: Check = {
  title: 'lists only what the query asks for',
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      const id = await live.seedCase('get');
      const { phase, openedAt } = await adapter.cases.get(id);
      const samePhase = await collect(adapter.cases.list({ phase }));
      assert.ok(
        samePhase.some((found) => found.id === id),
        'a case is missing from the list of its own phase',
      );
      assert.deepEqual([...new Set(samePhase.map((found) => found.phase))], [phase], 'the filter by phase lets others through');
      const open = await collect(adapter.cases.list({ open: true }));
      assert.equal(
        open.some((found) => found.phase === 'closed'),
        false,
        'the filter by open lets closed cases through',
      );
      const sinceThen = await collect(adapter.cases.list({ openedFrom: openedAt, openedUntil: openedAt }));
      assert.ok(
        sinceThen.some((found) => found.id === id),
        'bounds are not inclusive',
      );
      assert.equal(
        sinceThen.some((found) => found.openedAt !== openedAt),
        false,
        'the bounds let others through',
      );
    }),
};

/** How cases are listed. */
export const pagingChecks: readonly Check[] = [listsAll, isLazy, resumes, foreignToken, abortStops, filters];
