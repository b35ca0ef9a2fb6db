import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../emulator.js';
import type { RateSettings } from './quotas.js';

/** How a report's columns deviate from the documented ones: all three were seen. */
export type ReportColumns = 'documented' | 'extended' | 'respelled';

/** How a document is stored. `double-gzip` is compressed twice, which a client has to notice by itself. */
export type DocumentCompression = 'auto' | 'none' | 'gzip' | 'double-gzip';

/** How the emulated Amazon differs from its defaults. All of it is made up; nothing here is a real credential. */
export interface AmazonSandboxSettings {
  readonly clientId?: string;
  /** Derived from the seed unless given. */
  readonly clientSecret?: string;
  /** Documented rates unless given; by operation, such as `createReport`. `'unlimited'` switches every quota off. */
  readonly quotas?: Readonly<Record<string, RateSettings>> | 'unlimited';
  /** `x-amzn-RateLimit-Limit` is best effort: `'missing'` leaves it out everywhere. */
  readonly rateHeader?: 'sent' | 'missing';
  /** A report waits and is worked on; 20 and 40 seconds unless given. */
  readonly reportQueueInMs?: number;
  readonly reportProcessingInMs?: number;
  /** `extended` for the American seller, `documented` elsewhere unless given. */
  readonly reportColumns?: ReportColumns;
  /** Of every downloaded document; Japan's are `windows-31j`, the others `utf-8` unless given. */
  readonly charset?: 'utf-8' | 'windows-1252' | 'windows-31j';
  /** Whether the download's Content-Type names the charset. */
  readonly charsetHeader?: 'sent' | 'missing';
  /** `auto`: small documents come plain, larger ones as GZIP. */
  readonly compression?: DocumentCompression;
  /** Report types whose documents need a restricted data token; none unless given (the current list is not public). */
  readonly restrictedReportTypes?: readonly string[];
  /** A feed waits and is worked on; 30 and 60 seconds unless given. Live feeds have hung for days. */
  readonly feedQueueInMs?: number;
  readonly feedProcessingInMs?: number;
  /** How far the Finances APIs lag behind the money; 24 hours unless given, up to 48 live. */
  readonly financesLagInMs?: number;
  /** Transactions per page of the newer Finances API; 500 unless given. */
  readonly transactionsPerPage?: number;
  /** Whether a list of several pages has an empty one in it, as documented; `'present'` unless given. */
  readonly emptyPages?: 'present' | 'absent';
}

/** The emulated application with its defaults filled in. */
export interface AmazonApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rateHeader: 'sent' | 'missing';
  readonly reportQueueInMs: number;
  readonly reportProcessingInMs: number;
  readonly reportColumns: ReportColumns | undefined;
  readonly charset: AmazonSandboxSettings['charset'];
  readonly charsetHeader: 'sent' | 'missing';
  readonly compression: DocumentCompression;
  readonly restrictedReportTypes: ReadonlySet<string>;
  readonly feedQueueInMs: number;
  readonly feedProcessingInMs: number;
  readonly financesLagInMs: number;
  readonly transactionsPerPage: number;
  readonly emptyPages: 'present' | 'absent';
}

const derived = (seed: number, what: string): string => createHash('sha256').update(`${what} ${seed}`).digest('hex').slice(0, 32);

export const toAmazonApp = (settings: AmazonSandboxSettings, { seed }: Pick<EmulatorContext, 'seed'>): AmazonApp => ({
  clientId: settings.clientId ?? `amzn1.application-oa2-client.${derived(seed.value, 'client')}`,
  clientSecret: settings.clientSecret ?? `amzn1.oa2-cs.v1.${derived(seed.value, 'client secret')}`,
  rateHeader: settings.rateHeader ?? 'sent',
  reportQueueInMs: settings.reportQueueInMs ?? 20_000,
  reportProcessingInMs: settings.reportProcessingInMs ?? 40_000,
  reportColumns: settings.reportColumns,
  charset: settings.charset,
  charsetHeader: settings.charsetHeader ?? 'sent',
  compression: settings.compression ?? 'auto',
  restrictedReportTypes: new Set(settings.restrictedReportTypes),
  feedQueueInMs: settings.feedQueueInMs ?? 30_000,
  feedProcessingInMs: settings.feedProcessingInMs ?? 60_000,
  financesLagInMs: settings.financesLagInMs ?? 24 * 3_600_000,
  transactionsPerPage: settings.transactionsPerPage ?? 500,
  emptyPages: settings.emptyPages ?? 'present',
});
