import type { CaseEvidence, CaseItem, CaseOffer, CaseRefund, CaseShipment } from '../../core/case.js';
import type { Deadline } from '../../core/deadline.js';
import type { CaseId } from '../../core/ids.js';
import type { Money } from '../../core/money.js';
import type { OperationName, TrackingEvent } from '../../core/operations.js';
import type { Reason } from '../../core/reason.js';
import type { Instant } from '../../core/time.js';
import type { Translated } from '../../core/translated.js';
import type { CaseKind, Goods, Outcome, Party, Programme, Remedy } from '../../core/vocabulary.js';

/** What one side asks for or offers. */
export interface Proposal {
  readonly remedy: Remedy;
  readonly goods: Goods;
  /** The full value of the goods when absent. */
  readonly amount?: Money;
}

/** A message of a case, as it was sent. */
export interface MemoryMessage {
  readonly from: Party;
  readonly text: string;
  readonly at: Instant;
}

export interface RecordedOrder {
  readonly id: string;
  readonly placedAt: Instant;
  readonly deliveredAt: Instant;
}

/** A case as the marketplace keeps it. Never changed in place: each step makes a new one. */
export interface CaseRecord {
  readonly id: CaseId;
  /** The order of opening, which is the order of the list. */
  readonly sequence: number;
  readonly kind: CaseKind;
  readonly status: string;
  readonly reason: Translated<Reason>;
  readonly order: RecordedOrder;
  readonly items: readonly (CaseItem & { readonly price: Money })[];
  readonly asked: Proposal;
  readonly agreed?: Proposal;
  readonly offers: readonly CaseOffer[];
  readonly evidence: readonly CaseEvidence[];
  readonly shipments: readonly CaseShipment[];
  readonly tracking: readonly TrackingEvent[];
  readonly refunds: readonly CaseRefund[];
  readonly messages: readonly MemoryMessage[];
  readonly deadlines: readonly Deadline[];
  /** What a deadline that passed has shut. */
  readonly tooLateFor: readonly OperationName[];
  readonly outcome?: Outcome;
  /** For whom the marketplace decides a dispute. */
  readonly judgement: 'buyer' | 'seller';
  /** Where a contested case stood, to return there when the rejection is taken back. */
  readonly contested?: { readonly status: string; readonly deadlines: readonly Deadline[]; readonly at: Instant };
  readonly needsReturnAddress: boolean;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly site?: string;
  readonly programme?: Programme;
  readonly buyerCountry?: string;
}
