import type { MarketplaceAdapter } from '../core/adapter.js';
import type { Receipt, WriteOptions } from '../core/attempt.js';
import type { CaseId } from '../core/ids.js';
import type { OperationName, WriteOperationName } from '../core/operations.js';
import type { Instant } from '../core/time.js';

type Later<Value> = Value | Promise<Value>;

type Write = (id: CaseId, options?: WriteOptions) => Promise<Receipt>;

/** A write that is possible now, with its input already chosen. */
export interface PreparedWrite {
  readonly id: CaseId;
  /** Calls the operation. The kit passes the case itself, or somebody else's. */
  readonly call: Write;
  /** The same call with something else `expected` than the case holds. Needed for `accept` and `acceptOffer`. */
  readonly mismatched?: Write;
}

/**
 * A marketplace the kit may act on: a sandbox, an emulator, a test account.
 * An optional part that is missing fails the checks that need it, unless `skip` says why it cannot be given.
 */
export interface LiveMarketplace {
  /** How many cases `list` reads at a time; the kit seeds more than two pages. */
  readonly pageSize: number;
  /** Opens a case on which the operation can be called. */
  readonly seedCase: (operation: OperationName) => Later<CaseId>;
  /** Opens that many cases for `list` to find. */
  readonly seedCases: (count: number) => Later<readonly CaseId[]>;
  /** Opens a case on which the write is possible, and binds the write to its input. */
  readonly prepare: (operation: WriteOperationName) => Later<PreparedWrite>;
  /** Calls that have reached the marketplace since it was made. `writes` are those that change a case; an upload that prepares one is a read. */
  readonly requests: () => { readonly reads: number; readonly writes: number };
  /** Moves the marketplace's own time, for settlements that take time. */
  readonly advanceTo: (at: Instant) => Later<void>;
  /** Somebody else changes the case so that its fingerprint differs, and what was prepared stays possible: only the comparison can refuse. */
  readonly changeCase?: (id: CaseId) => Later<void>;
  /** The next write takes effect, and its answer is lost. */
  readonly loseNextResponse?: (operation: WriteOperationName) => Later<void>;
  /** The next write never takes effect, and no answer comes. */
  readonly dropNextRequest?: (operation: WriteOperationName) => Later<void>;
  /** Opens a case with a status word that nobody knows. */
  readonly seedUnknownStatus?: () => Later<{ readonly id: CaseId; readonly word: string }>;
  /** A write whose deadline has passed. */
  readonly prepareTooLate?: () => Later<PreparedWrite>;
  /** A second adapter for the same account, as a process that was restarted would make it. */
  readonly reopen?: () => Later<MarketplaceAdapter>;
}

/** Parts of a live marketplace that may be left out with a reason. */
export type LiveHook = 'changeCase' | 'loseNextResponse' | 'dropNextRequest' | 'seedUnknownStatus' | 'prepareTooLate' | 'reopen';
