import type { OfferId } from './ids.js';
import type { Money } from './money.js';
import type { OperationName } from './operations.js';
import type { Instant } from './time.js';
import type { Goods, Remedy } from './vocabulary.js';

/** Which amounts or quantities an offer may carry; all bounds are inclusive. */
export type OfferConstraint =
  | { readonly type: 'range'; readonly min: Money; readonly max: Money }
  | { readonly type: 'choices'; readonly amounts: readonly Money[] }
  | { readonly type: 'free'; readonly max?: Money }
  | { readonly type: 'quantity'; readonly min?: number; readonly max?: number };

/** What a call to the operation needs besides the case. */
export type ActionRequirement = 'return-address' | 'operator-email' | 'rejection-reason' | 'evidence' | 'text';

/** Something the seller can do with this case now. A case lists them all; what is not listed is not possible at this moment. */
export interface AvailableAction {
  readonly operation: OperationName;
  readonly remedy?: Remedy;
  readonly offerId?: OfferId;
  readonly dueBy?: Instant;
  /** The marketplace demands this step. */
  readonly mandatory?: boolean;
  readonly constraint?: OfferConstraint;
  /** What happens at once when it is called: money that leaves the seller and where the goods stay. Cannot be undone. */
  readonly effect?: { readonly refund?: Money; readonly goods: Goods };
  readonly requires: readonly ActionRequirement[];
  /** `native`: the marketplace listed it. `derived`: read from the case's state. */
  readonly source: 'native' | 'derived';
  /** The marketplace's own name of the action. */
  readonly native?: string;
}
