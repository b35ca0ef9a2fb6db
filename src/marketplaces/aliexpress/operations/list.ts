import { requireQuery } from '../../../core/case-query.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { CallOptions, CaseQuery } from '../../../core/inputs.js';
import { createPages, type Pages } from '../../../core/pages.js';
import { isInstant, toInstant, type Instant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';
import { toSummary, type AliExpressCaseSummary } from '../mappers/summary.js';
import type { WireRow } from '../wire/issues.js';
import { matchesQuery, toListPlan, type ListStep } from './list-plan.js';
import { readDetail } from './read-case.js';
import { readIssuePage, type ReadPage } from './read-page.js';

/** Where a reading stands. The time is frozen in it, so that a resumed reading has the same bounds. */
interface Cursor {
  readonly now: Instant;
  readonly step: number;
  /** Absent at the start of a step. */
  readonly page?: number;
}

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const parseCursor = (value: unknown): Cursor | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const now: unknown = Reflect.get(value, 'now');
  const step: unknown = Reflect.get(value, 'step');
  const page: unknown = Reflect.get(value, 'page');
  if (!isInstant(now) || !isIndex(step)) return undefined;
  if (page === undefined) return { now, step };
  return isIndex(page) && page > 0 ? { now, step, page } : undefined;
};

interface Reading {
  readonly context: AliExpressContext;
  readonly query: CaseQuery;
  readonly options: CallOptions | undefined;
}

interface Place {
  readonly page: number;
  readonly read: ReadPage;
}

/** A backward step must look at the first page to learn which is the last. */
const readPlace = async ({ context, options }: Reading, { direction, ...filter }: ListStep, page?: number): Promise<Place> => {
  const readAt = async (at: number): Promise<Place> => ({
    page: at,
    read: await readIssuePage(context, { ...filter, page: at }, options),
  });
  const place = await readAt(page ?? 1);
  const isLast = page !== undefined || direction === 'forwards' || place.read.lastPage === 1;
  return isLast ? place : readAt(place.read.lastPage);
};

const nextPage = ({ page, read }: Place, { direction }: ListStep): number | undefined => {
  if (direction === 'backwards') return page > 1 ? page - 1 : undefined;
  return page < read.lastPage ? page + 1 : undefined;
};

/** A row does not tell whose move it is; a query for a phase reads the detail of each open issue. */
const summarize = async ({ context, query, options }: Reading, row: WireRow): Promise<AliExpressCaseSummary> => {
  const summary = toSummary(row, context.mapping);
  if (query.phase === undefined || summary.phase === 'closed') return summary;
  const { phase, waitingOn } = (await readDetail(context, summary.id, options)).found;
  return { ...summary, phase, waitingOn };
};

const itemsOf = async (reading: Reading, step: ListStep, rows: readonly WireRow[]): Promise<readonly AliExpressCaseSummary[]> => {
  const items: AliExpressCaseSummary[] = [];
  for (const row of rows) {
    const summary = await summarize(reading, row);
    if (matchesQuery(summary, reading.query, step)) items.push(summary);
  }
  return items;
};

const readStep = async (
  reading: Reading,
  cursor: Cursor,
): Promise<{
  readonly items: readonly AliExpressCaseSummary[];
  readonly failures?: readonly Failure[];
  readonly next?: Cursor;
}> => {
  const steps = toListPlan(reading.query, cursor.now);
  const step = steps[cursor.step];
  if (step === undefined) return { items: [] };
  const place = await readPlace(reading, step, cursor.page);
  const items = await itemsOf(reading, step, place.read.rows);
  const failures = place.read.unreadable.map((error): Failure => ({ error }));
  const page = nextPage(place, step);
  if (page !== undefined) return { items, failures, next: { ...cursor, page } };
  const isLastStep = cursor.step + 1 >= steps.length;
  return isLastStep ? { items, failures } : { items, failures, next: { now: cursor.now, step: cursor.step + 1 } };
};

/** `list`: the issues of each status in turn, 50 to a page. AliExpress filters by status and by the time of opening. */
export const listCases =
  (context: AliExpressContext) =>
  (query: CaseQuery = {}, options?: CallOptions): Pages<AliExpressCaseSummary> => {
    requireQuery(query, marketplace);
    const kind = `aliexpress ${context.mapping.account.sellerId} ${JSON.stringify(query)}`;
    const reading: Reading = { context, query, options };
    const start = (): Cursor => ({ now: toInstant(context.clock.now()), step: 0 });
    return createPages({ kind, parseCursor, read: (cursor: Cursor | undefined) => readStep(reading, cursor ?? start()) });
  };
