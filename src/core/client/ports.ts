import type { MarketplaceAdapter } from '../adapter.js';
import type { Case } from '../case.js';
import type { Deadline } from '../deadline.js';
import type { Failure } from '../errors/response-errors.js';
import type { Clock } from '../time.js';

/** The seller's accounts under names of the user's own choice. The names never enter a case id. */
export type Accounts = Readonly<Record<string, MarketplaceAdapter>>;

/** Adds deadlines that a marketplace does not state, usually `deadlinesFrom(policy)` of `aftersale/policy`. */
export type DeadlineSource = (found: Case) => readonly Deadline[];

/** Told of each part that could not be read, while the rest goes on. */
export type OnFailure = (failure: Failure) => void;

/** What `createClient` joins, and what it adds to what the marketplaces say. */
export interface ClientSettings<Named extends Accounts> {
  /** At least one, each under a name of its own; one seller account under two names is refused. */
  readonly accounts: Named;
  /** Asked for each case read in full. What it gives stands beside the deadlines a marketplace states, never in their place. */
  readonly deadlines?: DeadlineSource;
  /** Default: the clock of the first account. */
  readonly clock?: Clock;
}
