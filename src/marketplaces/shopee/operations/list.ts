import { requireQuery } from '../../../core/case-query.js';
import type { CaseSummary } from '../../../core/case.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { CallOptions, CaseQuery } from '../../../core/inputs.js';
import { createPages, type Pages } from '../../../core/pages.js';
import { isInstant, toInstant, type Instant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { ShopeeContext } from '../context.js';
import { getReturnDetail, getReturnList } from '../endpoints/return-reads.js';
import { toSummary } from '../mappers/case.js';
import type { WireReturn } from '../wire/returns.js';
import { findLastPage, mayHaveMore, type ReadPage } from './last-page.js';
import { matchesQuery, toListPlan, type ListStep } from './list-plan.js';

const pageSize = 100;

/** Where a reading stands. The time is frozen in it, so that a resumed reading has the same windows. */
interface Cursor {
  readonly now: Instant;
  readonly step: number;
  /** Absent at the start of a step. */
  readonly place?: Place;
}

interface Place {
  readonly page: number;
  /** On the way back from the last page to the first. */
  readonly isReturning?: true;
}

const parseCursor = (value: unknown): Cursor | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const now: unknown = Reflect.get(value, 'now');
  const step: unknown = Reflect.get(value, 'step');
  const place: unknown = Reflect.get(value, 'place');
  if (!isInstant(now) || !isIndex(step)) return undefined;
  if (place === undefined) return { now, step };
  const parsed = parsePlace(place);
  return parsed === undefined ? undefined : { now, step, place: parsed };
};

const parsePlace = (value: unknown): Place | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const page: unknown = Reflect.get(value, 'page');
  if (!isIndex(page)) return undefined;
  return Reflect.get(value, 'isReturning') === true ? { page, isReturning: true } : { page };
};

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const readPage = async (
  { transport, mapping }: ShopeeContext,
  { step, pageNo }: { readonly step: ListStep; readonly pageNo: number },
  options?: CallOptions,
): Promise<ReadPage> => {
  const page = await transport.send(getReturnList, { pageNo, pageSize, ...step.filter }, options);
  for (const path of page.dropped) mapping.drift.report({ operation: getReturnList.name, kind: 'unexpected-shape', path });
  return { rows: page.return, hasMore: page.more, unreadable: page.unreadable };
};

interface Reading {
  readonly context: ShopeeContext;
  readonly query: CaseQuery;
  readonly options: CallOptions | undefined;
}

/** A row does not tell where the parcel is; a query for such a phase reads the detail of each return under way. */
const summarize = async ({ context, query, options }: Reading, row: WireReturn): Promise<CaseSummary> => {
  const summary = toSummary(row, context.mapping);
  if (query.phase === undefined || query.phase === 'unknown' || summary.phase !== 'unknown') return summary;
  return toSummary(await context.transport.send(getReturnDetail, { returnSn: row.return_sn }, options), context.mapping);
};

const itemsOf = async (reading: Reading, rows: readonly WireReturn[], step: ListStep): Promise<readonly CaseSummary[]> => {
  const items: CaseSummary[] = [];
  for (const row of rows) {
    const summary = await summarize(reading, row);
    if (matchesQuery(summary, reading.query, step)) items.push(summary);
  }
  return items;
};

/** The page a step begins with, or the one that the cursor names. */
const readPlace = async (
  { context, options }: Reading,
  { place, step }: { readonly place: Place | undefined; readonly step: ListStep },
): Promise<{ readonly place: Place; readonly page: ReadPage }> => {
  const read = (pageNo: number): Promise<ReadPage> => readPage(context, { step, pageNo }, options);
  if (place === undefined && step.direction === 'backwards') {
    const { pageNo, page } = await findLastPage(read);
    return { place: { page: pageNo }, page };
  }
  const here = place ?? { page: 0 };
  return { place: here, page: await read(here.page) };
};

const isPastStop = (rows: readonly WireReturn[], { context }: Reading, { stopsBefore }: ListStep): boolean =>
  stopsBefore !== undefined && rows.length > 0 && rows.every((row) => toSummary(row, context.mapping).openedAt < stopsBefore);

/** The next page of the step, or nothing when the step has ended. An empty page is only the end when Shopee says there is no more. */
const nextPlace = (place: Place, page: ReadPage, { reading, step }: { reading: Reading; step: ListStep }): Place | undefined => {
  const { page: pageNo, isReturning } = place;
  if (step.direction === 'backwards' || isReturning === true)
    return pageNo === 0 || isPastStop(page.rows, reading, step) ? undefined : { ...place, page: pageNo - 1 };
  if (mayHaveMore(pageNo, page)) return { page: pageNo + 1 };
  return step.direction === 'there-and-back' && pageNo > 0 ? { page: pageNo - 1, isReturning: true } : undefined;
};

const readStep = async (
  reading: Reading,
  cursor: Cursor,
): Promise<{ readonly items: readonly CaseSummary[]; readonly failures?: readonly Failure[]; readonly next?: Cursor }> => {
  const { context, query } = reading;
  const steps = toListPlan(query, { now: cursor.now, strategy: context.listStrategy });
  const step = steps[cursor.step];
  if (step === undefined) return { items: [] };
  const { place, page } = await readPlace(reading, { place: cursor.place, step });
  const items = await itemsOf(reading, page.rows, step);
  const failures = (page.unreadable ?? []).map((error): Failure => ({ error }));
  const following = nextPlace(place, page, { reading, step });
  if (following !== undefined) return { items, failures, next: { ...cursor, place: following } };
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
    requireQuery(query, marketplace);
    const { account } = context.mapping;
    const kind = `${account.sellerId} ${context.listStrategy} ${JSON.stringify(query)}`;
    const reading: Reading = { context, query, options };
    const start = (): Cursor => ({ now: toInstant(context.clock.now()), step: 0 });
    return createPages({ kind, parseCursor, read: (cursor: Cursor | undefined) => readStep(reading, cursor ?? start()) });
  };
