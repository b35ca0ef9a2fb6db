import type { Seconds } from './pacific-time.js';
import type { Seller } from './sellers.js';

export type { Seconds } from './pacific-time.js';

export type IssueStatus = 'processing' | 'canceled_issue' | 'finish';

/** Whose move it is; empty where a canceled issue has none. */
export type DetailStatus =
  | ''
  | 'wait_for_seller_response'
  | 'wait_for_your_response'
  | 'wait_for_your_evidence'
  | 'wait_for_seller_set_return_address'
  | 'wait_for_seller_confirmation'
  | 'wait_for_buyer_response'
  | 'wait_for_buyer_return'
  | 'wait_for_service_provider_response'
  | 'wait_for_warehouse_confirmation'
  | 'wait_for_warehouse_quality_check'
  | 'wait_for_AE_feedback'
  | 'wait_for_final_solution'
  | 'wait_ae_final_feedback'
  | 'ae_feedback_finish'
  | 'return_success'
  | 'refund_success'
  | 'refund_reject';

export type TimeoutType = 'WAIT_SOLUTION_TIMEOUT' | 'WAIT_SELLER_FILL_ADDRESS_TIMEOUT' | 'WAIT_RECEIVE_ITEM_TIMEOUT';
export type SolutionType = 'refund' | 'return_and_refund';
export type SolutionOwner = 'buyer' | 'seller' | 'platform';
/** As the platform spells them. */
export type SolutionStatus =
  | ''
  | 'wait_buyer_and_seller_accept'
  | 'wait_buyer_accept'
  | 'wait_seller_accept'
  | 'reached'
  | 'buyer_refused'
  | 'seller_accept_and_buyer_refused'
  | 'reach_cancle'
  | 'perform';
export type ReachedType = '' | 'negotiation_consensus' | 'platform_arbitrate' | 'seller_reponse_timeout';

export interface Solution {
  readonly id: string;
  readonly owner: SolutionOwner;
  readonly isDefault: boolean;
  readonly createdAt: Seconds;
  type: SolutionType;
  amountMinor: number;
  content: string;
  status: SolutionStatus;
  reachedType: ReachedType;
  version: number;
  updatedAt: Seconds;
  reachedAt: Seconds;
  buyerAcceptedAt: Seconds;
  sellerAcceptedAt: Seconds;
  feeBearer: '' | SolutionOwner;
}

export interface Attachment {
  readonly path: string;
  readonly owner: 'buyer' | 'seller';
  readonly at: Seconds;
}

/** One line of the history. */
export interface ProcessEntry {
  readonly action: string;
  readonly by: 'buyer' | 'seller' | 'platform' | 'system';
  readonly content: string;
  readonly at: Seconds;
  readonly attachments: readonly Attachment[];
}

/** A step of the platform's judgement: what it waits for, and how long. */
export interface ArbitrationStep {
  readonly detail: 'wait_for_AE_feedback' | 'wait_for_your_evidence' | 'wait_ae_final_feedback' | 'wait_for_final_solution' | 'wait_for_your_response';
  readonly hours: number;
} // prettier-ignore

/** What the buyer and the platform will do, decided when the issue is made, so that the seed decides the story. */
export interface Script {
  /** After the opening; `undefined`: the buyer does not withdraw. */
  readonly withdrawsAfterInHours: number | undefined;
  readonly answersOffer: 'accepts' | 'modifies' | 'escalates' | 'ignores';
  readonly answersAfterInHours: number;
  /** After the return was agreed; `undefined`: the buyer never ships. */
  readonly shipsAfterInHours: number | undefined;
  /** Who receives the return. */
  readonly returnsTo: 'seller' | 'provider' | 'warehouse';
  readonly transitInHours: number;
  readonly arbitration: readonly ArbitrationStep[];
  readonly ruling: 'buyer' | 'half' | 'seller' | 'return';
}

/** Deviations of one issue's wire form, each seen in real answers. */
export interface Quirks {
  /** The `id` of the answer is another than the issue's own. */
  readonly outerIdDiffers: boolean;
  readonly strayNulCharacter: boolean;
  /** The platform's solution is numbered -2 and has no status. */
  readonly platformSolutionMinusTwo: boolean;
  /** Ended by the word `return_success` although nothing was to come back. */
  readonly contradictoryEnding: boolean;
  readonly freeTextReturnNumber: boolean;
  readonly timeoutMissing: boolean;
  /** Empty texts are left out instead of being sent as "". */
  readonly omitsEmpty: boolean;
  readonly hasNewerFields: boolean;
}

export interface Product {
  readonly productId: string;
  readonly name: string;
  readonly priceMinor: number;
  readonly quantity: number;
}

/** What the buyer complains of: fixed when the issue is opened. */
export interface Claim {
  readonly reasonId: number;
  readonly reasonChinese: string;
  readonly reasonEnglish: string;
  readonly isNotReceived: boolean;
  /** What the buyer may ask back at most, in the buyer's currency. */
  readonly maximumMinor: number;
  readonly currency: string;
  readonly product: Product;
  readonly hasWarranty: boolean;
}

/** One issue, as the emulated AliExpress keeps it. Mutable: its life happens to it. */
export interface IssueRecord {
  readonly issueId: string;
  readonly outerId: string;
  readonly orderId: string;
  readonly parentOrderId: string;
  readonly seller: Seller;
  readonly buyerLoginId: string;
  readonly scenario: string;
  readonly claim: Claim;
  readonly script: Script;
  readonly quirks: Quirks;
  readonly createdAt: Seconds;
  updatedAt: Seconds;
  status: IssueStatus;
  detail: DetailStatus;
  /** When the present state began. */
  stateSince: Seconds;
  timeout: { readonly type: TimeoutType; readonly at: Seconds } | undefined;
  readonly solutions: Solution[];
  /** Oldest first. */
  readonly history: ProcessEntry[];
  /** Images that wait for the seller's next word. */
  readonly pendingImages: Attachment[];
  readonly parcel: { company: string; lpNumber: string; number: string; shippedAt: Seconds };
  /** The seller's address goods go back to; empty until it is named. */
  returnAddressId: string;
  /** The solution that was agreed, ruled or fell due. */
  reached: Solution | undefined;
  arbitrationStep: number;
  paidMinor: number;
  /** Counts changes: planned events of an older revision are void. */
  revision: number;
}
