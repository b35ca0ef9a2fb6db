import * as z from 'zod';
import { epochMsOf, isInstant, toInstant, type Instant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { before, type Range } from './windows.js';

/** A window of a source that has been read to its end. */
const reading = z.lazy(() =>
  z.object({
    from: z.custom<Instant>(isInstant),
    until: z.custom<Instant>(isInstant),
    readAt: z.custom<Instant>(isInstant),
  }),
);
export type Reading = z.infer<typeof reading>;

const readings = z.lazy(() => z.array(reading));

/** What is remembered of one source; older readings are no longer fresh anyway. */
const longest = 50;

export const accountKeyOf = ({ account }: Pick<AmazonContext, 'account'>): string =>
  `${account.marketplace}:${account.environment}:${account.sellerId}`;

type Stored = Pick<AmazonContext, 'account' | 'caseStore' | 'clock'>;

/** A mark that cannot be understood is no mark: the source is then read again. */
export const readingsOf = async (context: Stored, source: string): Promise<readonly Reading[]> =>
  readings.safeParse(await context.caseStore.readMark(accountKeyOf(context), `read ${source}`)).data ?? [];

/** Money is asked for up to a moment before now, because Amazon takes no later one. */
const untilNowInMs = 300_000;

/** When the range was last read to its end, or to the moment of reading where that was earlier. */
export const freshestOf = (known: readonly Reading[], range: Range): Instant | undefined =>
  known
    .filter(({ from, until, readAt }) => from <= range.from && (until >= range.until || until >= before(readAt, untilNowInMs)))
    .map(({ readAt }) => readAt)
    .sort((left, right) => (left < right ? 1 : -1))[0];

export const isFresh = async (context: Stored, source: string, { range, maxAgeInMs }: Wanted): Promise<boolean> => {
  const readAt = freshestOf(await readingsOf(context, source), range);
  return readAt !== undefined && epochMsOf(readAt) >= context.clock.now() - maxAgeInMs;
};

export interface Wanted {
  readonly range: Range;
  /** 0 reads again whatever has been read. */
  readonly maxAgeInMs: number;
}

export const rememberReading = async (context: Stored, source: string, range: Range): Promise<void> => {
  const own = { ...range, readAt: toInstant(context.clock.now()) };
  const others = (await readingsOf(context, source)).filter(({ from, until }) => from < range.from || until > range.until);
  await context.caseStore.writeMark(accountKeyOf(context), `read ${source}`, [own, ...others].slice(0, longest));
};
