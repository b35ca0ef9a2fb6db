import type { FbaReturn, ReturnRecord } from '../record.js';
import type { ReportColumns } from '../settings.js';
import { writeFbaReturns } from './fba-returns.js';
import { writeReturnsFlatFile } from './returns-flat-file.js';
import { writeReturnsXml } from './returns-xml.js';

/** What a report can be written from: rows of one seller, of the marketplaces and the days that were asked for. */
export interface ReportData {
  readonly returns: readonly ReturnRecord[];
  readonly fbaReturns: readonly FbaReturn[];
  readonly columns: ReportColumns;
}

export interface ReportType {
  readonly contentType: string;
  /** How many days one report may cover; not documented for the FBA report. */
  readonly longestSpanInDays: number;
  /** Asked for again within half an hour it is canceled, as some FBA reports are. */
  readonly pauseInMs: number;
  /** `undefined` when there is nothing to report. */
  readonly write: (data: ReportData) => string | undefined;
}

const sellerFulfilled = (write: (data: ReportData) => string, contentType: string): ReportType => ({
  contentType,
  longestSpanInDays: 60,
  pauseInMs: 0,
  write: (data) => (data.returns.length === 0 ? undefined : write(data)),
});

const xmlOfReturns = sellerFulfilled(({ returns }) => writeReturnsXml(returns), 'text/xml');

/** The same elements, of orders that the seller fulfilled under Prime. */
const primeOnly: ReportType = {
  ...xmlOfReturns,
  write: (data) => xmlOfReturns.write({ ...data, returns: data.returns.filter(({ order }) => order.isPrime) }),
};

const types: ReadonlyMap<string, ReportType> = new Map([
  [
    'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE',
    sellerFulfilled(({ returns, columns }) => writeReturnsFlatFile(returns, columns), 'text/plain'),
  ],
  ['GET_XML_RETURNS_DATA_BY_RETURN_DATE', xmlOfReturns],
  ['GET_XML_MFN_PRIME_RETURNS_REPORT', primeOnly],
  [
    'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA',
    {
      contentType: 'text/plain',
      longestSpanInDays: Infinity,
      pauseInMs: 30 * 60_000,
      write: ({ fbaReturns }) => (fbaReturns.length === 0 ? undefined : writeFbaReturns(fbaReturns)),
    },
  ],
]);

export const reportTypeOf = (name: string): ReportType | undefined => types.get(name);
export const reportTypeNames: readonly string[] = [...types.keys()];
