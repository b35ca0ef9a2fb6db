import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { isInstant, toInstant, type Instant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { amazonSources, listedSources, readSourceOrFail, type AmazonSource } from '../sources/sources.js';
import { before, dayInMs, reachInDays, toWindows } from '../sources/windows.js';

/** Which sources to read, how far back, and which readings are recent enough. Each report costs a minute of the seller's quota. */
export interface AmazonRefresh {
  /** Default: all that `list` reads. `seller-returns-xml` and `prime-returns` are read only when they are named. */
  readonly sources?: readonly AmazonSource[];
  /** Default: 60 days ago, as far as a report reaches. Days before that cost one report for each 60. */
  readonly from?: Instant;
  /** What was read that lately is not read again. Default 0: everything is. */
  readonly maxAgeInMs?: number;
}

const operation = 'native.refresh';

const requireRefresh = ({ sources = [], from, maxAgeInMs = 0 }: AmazonRefresh): void => {
  const issues = [
    ...sources.flatMap((source, index) =>
      amazonSources.includes(source)
        ? []
        : [{ path: `sources.${index}`, message: `expected one of ${amazonSources.join(', ')}` }],
    ),
    ...(from === undefined || isInstant(from)
      ? []
      : [{ path: 'from', message: 'expected YYYY-MM-DDTHH:mm:ss.sssZ, as toInstant makes it' }]),
    ...(maxAgeInMs >= 0 ? [] : [{ path: 'maxAgeInMs', message: 'expected 0 or more' }]),
  ];
  if (issues.length > 0) throw new InvalidInputError('amazon: native.refresh cannot be sent', { marketplace, operation, issues });
};

/**
 * Reads sources into the case store now, whenever they were read last. Each report takes one of about one report a minute, so a
 * schedule of a quarter of an hour or more is all that a seller's quota bears. What failed is returned; the rest has been read.
 */
export const refreshSources =
  (context: AmazonContext) =>
  async (wanted: AmazonRefresh = {}, options?: CallOptions): Promise<readonly Failure[]> => {
    requireRefresh(wanted);
    const { sources = listedSources, maxAgeInMs = 0 } = wanted;
    const until = toInstant(context.clock.now());
    const from = wanted.from ?? before(until, (reachInDays - 1) * dayInMs);
    const failures: Failure[] = [];
    for (const source of sources) {
      const isMoney = source === 'finances' || source === 'finances-v0';
      const windows = isMoney ? [{ from, until }] : toWindows({ from, until }, reachInDays);
      for (const range of windows)
        failures.push(...(await readSourceOrFail(context, { source, range, at: until, maxAgeInMs }, options)));
    }
    return failures;
  };
