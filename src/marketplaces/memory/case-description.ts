import type { EvidenceKind } from '../../core/case.js';
import type { Money } from '../../core/money.js';
import type { Reason } from '../../core/reason.js';
import type { Instant } from '../../core/time.js';
import type { CaseKind, Goods, Programme } from '../../core/vocabulary.js';
import type { GrantableRemedy, StartingPhase } from './vocabulary.js';

/** A case to seed. Everything may be left out: the default is a refund request of 20.00 USD for faulty goods the buyer keeps. */
export interface CaseDescription {
  /** The marketplace's own id of the case. Default: `1001`, `1002`, … */
  readonly nativeId?: string;
  /** Default: by remedy and goods. */
  readonly kind?: CaseKind;
  /** Default `defective`. */
  readonly reason?: Reason;
  /** The marketplace's own word for the reason, as it stands in `reason.raw`. */
  readonly nativeReason?: string;
  /** What the buyer asks. Default `refund`. */
  readonly remedy?: GrantableRemedy;
  /** What the buyer asks back. Default: the value of the items. Alone it is also the price of the one item. */
  readonly amount?: Money;
  /** Default `kept-by-buyer`. */
  readonly goods?: Goods;
  /** Default: one item of 20.00 USD. */
  readonly items?: readonly {
    readonly id: string;
    readonly sku?: string;
    readonly name?: string;
    readonly quantity: number;
    readonly price: Money;
  }[];
  /** How far the case has come. Default `requested`; a later phase is reached by the steps before it. */
  readonly phase?: StartingPhase;
  /** A status word of your own, to see how a word nobody knows is treated. */
  readonly status?: string;
  /** For whom the marketplace decides, should it come to a dispute. Default `buyer`. */
  readonly judgement?: 'buyer' | 'seller';
  /** Agreeing to a return must name an address. */
  readonly needsReturnAddress?: boolean;
  /** What the buyer shows. */
  readonly evidence?: readonly { readonly kind: EvidenceKind; readonly url?: string; readonly text?: string }[];
  readonly order?: { readonly id: string; readonly placedAt?: Instant; readonly deliveredAt?: Instant };
  readonly site?: string;
  readonly programme?: Programme;
  readonly buyerCountry?: string;
}
