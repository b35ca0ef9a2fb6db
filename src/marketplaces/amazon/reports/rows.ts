import type { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import type { CivilDate, Instant } from '../../../core/time.js';

/** A day as a report prints it; the flat file gives no more, XML and FBA also the moment. In which zone the flat file counts days is not documented. */
export interface ReportTime {
  readonly date: CivilDate;
  readonly at?: Instant;
}

/** An exact decimal in major units as printed: `'12.50'`, `'-3'`. The currency is a column of its own. */
export type DecimalText = string;

/** What a report says of a SAFE-T claim, the seller's claim for a refund that Amazon made. */
export interface SafeTColumns {
  readonly claimId?: string;
  readonly reason?: string;
  readonly state?: string;
  readonly createdAt?: ReportTime;
  readonly reimbursed?: DecimalText;
}

export type SellerReturnSource = 'seller-returns' | 'seller-returns-xml' | 'prime-returns';

/**
 * One item of one return of an order that the seller fulfilled. The same return may be told by several rows: one for each item, and
 * again whenever the report is pulled. Words are the report's own and open lists.
 */
export interface SellerReturnRow {
  readonly source: SellerReturnSource;
  readonly orderId: string;
  readonly orderItemId?: string;
  readonly orderedAt?: ReportTime;
  readonly requestedAt: ReportTime;
  /** `Approved`, `PendingApproval`, `Closed` and others. */
  readonly status: string;
  readonly rmaId?: string;
  /** The seller's own number; the column is called "Merchant RMA ID" or "Seller RMA ID". */
  readonly sellerRmaId?: string;
  readonly asin?: string;
  readonly sku?: string;
  readonly itemName?: string;
  readonly quantity?: number;
  readonly reason?: string;
  readonly isInPolicy?: boolean;
  readonly isPrime?: boolean;
  /** An A-to-z guarantee claim was made on this order. */
  readonly isClaimed?: boolean;
  /** `C-Returns`; `Undelivered` and `Rejected`: the parcel never reached the buyer. */
  readonly returnType?: string;
  readonly resolution?: string;
  readonly currency?: string;
  readonly label?: {
    readonly type?: string;
    readonly cost?: DecimalText;
    readonly payer?: string;
    readonly carrier?: string;
    readonly trackingId?: string;
  };
  /** When the goods were back with the seller. */
  readonly deliveredAt?: ReportTime;
  readonly orderAmount?: DecimalText;
  readonly orderQuantity?: number;
  /** Not a proof that money moved: only Finances is. */
  readonly refundedAmount?: DecimalText;
  readonly invoiceNumber?: string;
  readonly category?: string;
  readonly vat?: string;
  readonly safeT?: SafeTColumns;
}

/** One unit that came back to an Amazon warehouse. It appears when the warehouse has processed it, often weeks after the refund. */
export interface FbaReturnRow {
  readonly source: 'fba-returns';
  readonly orderId: string;
  readonly returnedAt: ReportTime;
  readonly sku?: string;
  readonly asin?: string;
  readonly fnsku?: string;
  readonly itemName?: string;
  readonly quantity?: number;
  readonly fulfillmentCenterId?: string;
  /** `SELLABLE`, `CUSTOMER_DAMAGED` and others. */
  readonly disposition?: string;
  readonly reason?: string;
  readonly status?: string;
  /** The warehouse's own number of this very unit. */
  readonly licensePlate?: string;
  /** The buyer's own words: personal data, do not log them. */
  readonly comments?: string;
}

/** Money or stock that Amazon gave back to the seller for goods lost or damaged in its hands. */
export interface FbaReimbursementRow {
  readonly source: 'fba-reimbursements';
  readonly reimbursementId: string;
  readonly approvedAt: ReportTime;
  readonly orderId?: string;
  readonly caseId?: string;
  readonly reason?: string;
  readonly sku?: string;
  readonly fnsku?: string;
  readonly asin?: string;
  readonly itemName?: string;
  readonly condition?: string;
  readonly currency?: string;
  readonly amountPerUnit?: DecimalText;
  readonly amountTotal?: DecimalText;
  readonly quantityInCash?: number;
  readonly quantityInInventory?: number;
  readonly originalReimbursementId?: string;
}

export type ReportRow = SellerReturnRow | FbaReturnRow | FbaReimbursementRow;

/** A line that cannot be understood. The others are read all the same. */
export interface RowFailure {
  /** Counted from 1, the header included; in XML the number of the return. */
  readonly line: number;
  readonly error: UnexpectedResponseError;
}

/** Some rows of a report, in its order. A report is read in batches, so that its size does not matter. */
export interface RowBatch<Row> {
  readonly rows: readonly Row[];
  readonly failures: readonly RowFailure[];
}
