import type { CallOptions } from '../../../core/inputs.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { AmazonContext } from '../context.js';
import { isFresh, rememberReading, type Wanted } from './coverage.js';
import { readExternalReturns, readFinancialEvents, readTransactions } from './read-calls.js';
import { reportSources, type ReadSource } from './read-reports.js';

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

/** Brings what the store knows of a source up to date, unless it was read a short while ago. */
export const readSource = async (
  context: AmazonContext,
  {
    source,
    range,
    maxAgeInMs = maxAges[source],
  }: Omit<Wanted, 'maxAgeInMs'> & { readonly source: AmazonSource; readonly maxAgeInMs?: number | undefined },
  options?: CallOptions,
): Promise<readonly Failure[]> => {
  if (await isFresh(context, source, { range, maxAgeInMs })) return [];
  const { read, failures } = await readers[source](context, range, options);
  if (read !== undefined) await rememberReading(context, source, read);
  return failures;
};
