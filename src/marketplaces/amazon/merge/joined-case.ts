import type { KeptObservation } from '../../../core/observation.js';
import type { Instant } from '../../../core/time.js';
import type { ExternalReturnFact, FbaReturnFact, MoneyFact, OrderFact, SellerReturnFact } from './facts.js';

/** All that the sources told of one case. */
export interface JoinedCase {
  /** Minted from what was seen first. */
  readonly nativeId: string;
  /** The ids that the others would have had, sorted. */
  readonly aliases: readonly string[];
  /** The best source first: the flat file tells most. */
  readonly sellerReturns: readonly SellerReturnFact[];
  readonly externalReturns: readonly ExternalReturnFact[];
  readonly fbaReturns: readonly FbaReturnFact[];
  /** Oldest first, each adjustment once. */
  readonly money: readonly MoneyFact[];
  readonly order: OrderFact | undefined;
  /** When what a source says was last seen to have changed; nothing while all have said the same ever since. */
  readonly changedAt: Instant | undefined;
  readonly observations: readonly KeptObservation[];
}
