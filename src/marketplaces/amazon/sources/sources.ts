import { MarketplaceError, type MarketplaceErrorCode } from '../../../core/errors/marketplace-error.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import { toInstant, type Instant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { isFresh, rememberReading } from './coverage.js';
import { readExternalReturns, readFinancialEvents, readTransactions } from './read-calls.js';
import { reportSources, type ReadSource } from './read-reports.js';
import type { Range } from './windows.js';

/** Where cases come from. */
export const amazonSources = [
  'finances-v0',
  'finances',
  'external-returns',
  'seller-returns',
  'seller-returns-xml',
  'prime-returns',
  'fba-returns',
] as const;
/** A source by name: two of Finances, live calls (`external-returns`), and reports. docs/marketplaces/amazon.md says what each tells. */
export type AmazonSource = (typeof amazonSources)[number];

const readers: Readonly<Record<AmazonSource, ReadSource>> = {
  ...reportSources,
  'finances-v0': readFinancialEvents,
  finances: readTransactions,
  'external-returns': readExternalReturns,
};

/**
 * Money first, then what is live, then the reports: what is told of a case is then told with its money. XML tells little that the flat
 * file does not, and each report costs a minute of quota, so it is read on request only.
 */
export const listedSources = [
  'finances-v0',
  'finances',
  'external-returns',
  'seller-returns',
  'fba-returns',
] as const satisfies readonly AmazonSource[];

/** Amazon makes one report a minute for each seller, and its reports change no more often than this. */
const reportMaxAgeInMs = 900_000;

const maxAges: Readonly<Record<AmazonSource, number>> = {
  'finances-v0': 60_000,
  finances: 60_000,
  'external-returns': 60_000,
  'seller-returns': reportMaxAgeInMs,
  'seller-returns-xml': reportMaxAgeInMs,
  'prime-returns': reportMaxAgeInMs,
  'fba-returns': reportMaxAgeInMs,
};

export interface SourceWanted {
  readonly source: AmazonSource;
  readonly range: Range;
  /** The time of the pass that this reading belongs to. Default: now. */
  readonly at?: Instant | undefined;
  /** 0 reads again whatever has been read. Default: what the source's quota allows. */
  readonly maxAgeInMs?: number | undefined;
}

/** Brings what the store knows of a source up to date, unless it was read a short while ago. */
export const readSource = async (
  context: AmazonContext,
  { source, range, at = toInstant(context.clock.now()), maxAgeInMs = maxAges[source] }: SourceWanted,
  options?: CallOptions,
): Promise<readonly Failure[]> => {
  if (await isFresh(context, source, { range, maxAgeInMs })) return [];
  const { read, failures } = await readers[source](context, { ...range, at }, options);
  if (read !== undefined) await rememberReading(context, source, read);
  return failures;
};

const forAll: ReadonlySet<MarketplaceErrorCode> = new Set(['aborted', 'authentication', 'configuration', 'invalid-input']);

/** A source that fails does not keep the others from being told; what fails for all of them does. */
export const readSourceOrFail = async (
  context: AmazonContext,
  wanted: SourceWanted,
  options?: CallOptions,
): Promise<readonly Failure[]> => {
  try {
    return await readSource(context, wanted, options);
  } catch (error) {
    if (!MarketplaceError.isInstance(error) || forAll.has(error.code)) throw error;
    return [{ error }];
  }
};
