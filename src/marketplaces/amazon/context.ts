import type { CaseStore } from '../../core/case-store.js';
import type { Environment } from '../../core/ids.js';
import type { Clock } from '../../core/time.js';
import type { DriftReporter } from '../../transport/drift.js';
import type { Transport } from '../../transport/transport.js';
import type { ResolvedSettings } from './settings.js';

/** Whose account this is, as the ids of its cases say it. */
export interface AmazonAccount {
  readonly marketplace: string;
  readonly environment: Environment;
  readonly sellerId: string;
}

/** What every operation of one adapter shares. */
export interface AmazonContext {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly settings: ResolvedSettings;
  readonly account: AmazonAccount;
  readonly caseStore: CaseStore;
  readonly drift: DriftReporter;
  /** Reports that this adapter itself has cancelled: their CANCELLED does not mean that there is no data. */
  readonly cancelledReports: Set<string>;
  /** What bounds a send, from the settings. */
  readonly sending: { readonly timeoutInMs: number; readonly maxRetries: number };
}
