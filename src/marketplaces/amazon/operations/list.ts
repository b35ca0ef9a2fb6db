import * as z from 'zod';
import { requireQuery } from '../../../core/case-query.js';
import type { ObservedGroup } from '../../../core/case-store.js';
import type { CaseSummary } from '../../../core/case.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { CallOptions, CaseQuery } from '../../../core/inputs.js';
import { createPages, type Pages } from '../../../core/pages.js';
import { isInstant, toInstant, type Instant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { toSummary, type MappingContext } from '../mappers/case.js';
import { accountKeyOf } from '../sources/coverage.js';
import { casesOf, linkedGroupOf } from '../sources/group-reading.js';
import { readSourceOrFail } from '../sources/sources.js';
import { homeOf, isToldBy, matchesQuery, toListPlan, type ListStep } from './list-plan.js';
import { mappingOf, requireNotAborted } from './own-case.js';

const pageSize = 100;

/** Where a reading stands: the step, and the last group of the store that it has told. The time is frozen in it. */
const cursorSchema = z.lazy(() =>
  z.object({
    now: z.custom<Instant>(isInstant),
    step: z.int().min(0),
    after: z.string().optional(),
  }),
);
type Cursor = z.infer<typeof cursorSchema>;

interface Reading {
  readonly context: AmazonContext;
  readonly mapping: MappingContext;
  readonly query: CaseQuery;
  readonly options: CallOptions | undefined;
}

interface Listed {
  readonly items: readonly CaseSummary[];
  readonly failures?: readonly Failure[];
  readonly next?: Cursor;
}

const isMoneyStep = (step: ListStep): boolean =>
  step.type === 'source' && (step.source === 'finances-v0' || step.source === 'finances');

interface StepReading extends Reading {
  readonly step: ListStep;
  readonly now: Instant;
  /** Where the oldest window begins. */
  readonly first: Instant;
}

/** A group's cases that this step tells. What stands under a SAFE-T claim is told with its order. */
const summariesOf = async (
  { context, mapping, query, step, now, first }: StepReading,
  { observations }: ObservedGroup,
): Promise<readonly CaseSummary[]> => {
  if (linkedGroupOf(observations) !== undefined) return [];
  const joined = await casesOf(context, observations);
  return joined.flatMap((found) => {
    const summary = toSummary(found, mapping);
    const isTold = isToldBy(step, { home: homeOf(found), openedAt: summary.openedAt, first });
    return isTold && matchesQuery(summary, query, now) ? [summary] : [];
  });
};

/** Goes through the store from where the last page ended until a page is full. */
const readStored = async (
  reading: StepReading,
  after: string | undefined,
): Promise<{ readonly items: readonly CaseSummary[]; readonly after?: string }> => {
  const { context, options } = reading;
  const items: CaseSummary[] = [];
  for await (const group of context.caseStore.groups(accountKeyOf(context), after === undefined ? {} : { after })) {
    requireNotAborted('list', options);
    items.push(...(await summariesOf(reading, group)));
    if (items.length >= pageSize) return { items, after: group.group };
  }
  return { items };
};

const readStep = async (reading: Reading, cursor: Cursor): Promise<Listed> => {
  const { context, query, options } = reading;
  requireNotAborted('list', options);
  const steps = toListPlan(query, cursor.now);
  const step = steps[cursor.step];
  if (step === undefined) return { items: [] };
  const isStart = cursor.after === undefined;
  const failures = isStart && step.type === 'source' ? await readSourceOrFail(context, { ...step, at: cursor.now }, options) : [];
  const first = steps.at(-1)?.told.from ?? cursor.now;
  const stored = isMoneyStep(step) ? { items: [] } : await readStored({ ...reading, step, now: cursor.now, first }, cursor.after);
  if (stored.after !== undefined) return { items: stored.items, failures, next: { ...cursor, after: stored.after } };
  const isLastStep = cursor.step + 1 >= steps.length;
  return { items: stored.items, failures, ...(isLastStep ? {} : { next: { now: cursor.now, step: cursor.step + 1 } }) };
};

/**
 * `list`. Reads each source that has not been read of late into the store, and tells the cases it is the home of as soon as it is read;
 * then what else the store knows. One report costs a minute of quota, so reports are not read again within a quarter of an hour.
 */
export const listCases =
  (context: AmazonContext) =>
  (query: CaseQuery = {}, options?: CallOptions): Pages<CaseSummary> => {
    requireQuery(query, marketplace);
    const reading: Reading = { context, mapping: mappingOf(context), query, options };
    return createPages({
      kind: `${accountKeyOf(context)} ${JSON.stringify(query)}`,
      parseCursor: (value) => cursorSchema.safeParse(value).data,
      read: (cursor: Cursor | undefined) => readStep(reading, cursor ?? { now: toInstant(context.clock.now()), step: 0 }),
    });
  };
