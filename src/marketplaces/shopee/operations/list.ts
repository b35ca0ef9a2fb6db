import type { CaseSummary } from '../../../core/case.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { CallOptions, CaseQuery } from '../../../core/inputs.js';
import { createPages, type Pages } from '../../../core/pages.js';
import { isInstant, toInstant, type Instant } from '../../../core/time.js';
import type { ShopeeContext } from '../context.js';
import { getReturnDetail, getReturnList } from '../endpoints/return-reads.js';
import { toSummary } from '../mappers/case.js';
import type { WireReturn } from '../wire/returns.js';
import { findLastPage, type ReadPage } from './last-page.js';
import { requireQuery } from './list-query.js';
import { matchesQuery, toListPlan, type ListStep } from './list-plan.js';

const pageSize = 100;

/** Where a reading stands. The time is frozen in it, so that a resumed reading has the same windows. */
interface Cursor {
  readonly now: Instant;
  readonly step: number;
  /** Absent at the start of a step. */
  readonly page?: number;
}

const parseCursor = (value: unknown): Cursor | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const now: unknown = Reflect.get(value, 'now');
  const step: unknown = Reflect.get(value, 'step');
  const page: unknown = Reflect.get(value, 'page');
  if (!isInstant(now) || !isIndex(step)) return undefined;
  if (page === undefined) return { now, step };
  return isIndex(page) ? { now, step, page } : undefined;
};

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const readPage = async (
  { transport, mapping }: ShopeeContext,
  { step, pageNo }: { readonly step: ListStep; readonly pageNo: number },
  options?: CallOptions,
): Promise<ReadPage> => {
  const page = await transport.send(getReturnList, { pageNo, pageSize, ...step.filter }, options);
  for (const path of page.dropped) mapping.drift.report({ operation: getReturnList.name, kind: 'unexpected-shape', path });
  return { rows: page.return, hasMore: page.more === true, unreadable: page.unreadable };
};

/** Rows of neighbouring windows are seen twice. Two windows are remembered, so that memory does not grow with the pages. */
const createMemory = (): { readonly isNew: (returnSn: string, step: number) => boolean } => {
  let [step, earlier, current] = [0, new Set<string>(), new Set<string>()];
  return {
    isNew: (returnSn, at) => {
      if (at !== step) [step, earlier, current] = [at, current, new Set<string>()];
      if (earlier.has(returnSn) || current.has(returnSn)) return false;
      current.add(returnSn);
      return true;
    },
  };
};

interface Reading {
  readonly context: ShopeeContext;
  readonly query: CaseQuery;
  readonly options: CallOptions | undefined;
  readonly memory: ReturnType<typeof createMemory>;
}

/** A row does not tell where the parcel is; a query for such a phase reads the detail of each return under way. */
const summarize = async ({ context, query, options }: Reading, row: WireReturn): Promise<CaseSummary> => {
  const summary = toSummary(row, context.mapping);
  if (query.phase === undefined || query.phase === 'unknown' || summary.phase !== 'unknown') return summary;
  return toSummary(await context.transport.send(getReturnDetail, { returnSn: row.return_sn }, options), context.mapping);
};

const itemsOf = async (
  reading: Reading,
  rows: readonly WireReturn[],
  { step, index }: { readonly step: ListStep; readonly index: number },
): Promise<readonly CaseSummary[]> => {
  const items: CaseSummary[] = [];
  for (const row of rows) {
    if (!reading.memory.isNew(row.return_sn, index)) continue;
    const summary = await summarize(reading, row);
    if (matchesQuery(summary, reading.query, step)) items.push(summary);
  }
  return items;
};

/** The page a step begins with. The search for the last page has read it already. */
const readStart = async ({ context, options }: Reading, step: ListStep): Promise<{ pageNo: number; page: ReadPage }> => {
  const pages = new Map<number, ReadPage>();
  const read = async (pageNo: number): Promise<ReadPage> => {
    const page = pages.get(pageNo) ?? (await readPage(context, { step, pageNo }, options));
    pages.set(pageNo, page);
    return page;
  };
  const pageNo = step.direction === 'forwards' ? 0 : await findLastPage(read);
  return { pageNo, page: await read(pageNo) };
};

const isPastStop = (rows: readonly WireReturn[], { context }: Reading, { stopsBefore }: ListStep): boolean =>
  stopsBefore !== undefined && rows.length > 0 && rows.every((row) => toSummary(row, context.mapping).openedAt < stopsBefore);

/** The next page of the step, or nothing when the step has ended. An empty page is only the end when Shopee says there is no more. */
const nextPage = (
  pageNo: number,
  page: ReadPage,
  { reading, step }: { reading: Reading; step: ListStep },
): number | undefined => {
  if (step.direction === 'forwards') return page.hasMore ? pageNo + 1 : undefined;
  return pageNo === 0 || isPastStop(page.rows, reading, step) ? undefined : pageNo - 1;
};

const readStep = async (
  reading: Reading,
  cursor: Cursor,
): Promise<{ readonly items: readonly CaseSummary[]; readonly failures?: readonly Failure[]; readonly next?: Cursor }> => {
  const { context, query, options } = reading;
  const steps = toListPlan(query, { now: cursor.now, strategy: context.listStrategy });
  const step = steps[cursor.step];
  if (step === undefined) return { items: [] };
  const { pageNo, page } =
    cursor.page === undefined
      ? await readStart(reading, step)
      : { pageNo: cursor.page, page: await readPage(context, { step, pageNo: cursor.page }, options) };
  const items = await itemsOf(reading, page.rows, { step, index: cursor.step });
  const failures = (page.unreadable ?? []).map((error): Failure => ({ error }));
  const following = nextPage(pageNo, page, { reading, step });
  if (following !== undefined) return { items, failures, next: { ...cursor, page: following } };
  const isLastStep = cursor.step + 1 >= steps.length;
  return isLastStep ? { items, failures } : { items, failures, next: { now: cursor.now, step: cursor.step + 1 } };
};

/**
 * `list`. The strategy `windows` reads 15-day windows, newest first and overlapping; `unfiltered` reads all pages backwards without a
 * time filter, for shops where Shopee's filter was seen to shift by days and to leave whole periods out.
 */
export const listCases =
  (context: ShopeeContext) =>
  (query: CaseQuery = {}, options?: CallOptions): Pages<CaseSummary> => {
    requireQuery(query);
    const { account } = context.mapping;
    const kind = `${account.sellerId} ${context.listStrategy} ${JSON.stringify(query)}`;
    const begin = (): Pages<CaseSummary> => {
      const reading: Reading = { context, query, options, memory: createMemory() };
      const start = (): Cursor => ({ now: toInstant(context.clock.now()), step: 0 });
      return createPages({ kind, parseCursor, read: (cursor: Cursor | undefined) => readStep(reading, cursor ?? start()) });
    };
    // Each iteration remembers its own rows.
    return { byPage: (settings) => begin().byPage(settings), [Symbol.asyncIterator]: () => begin()[Symbol.asyncIterator]() };
  };
