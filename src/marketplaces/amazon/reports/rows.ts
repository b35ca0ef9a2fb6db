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
  readonly claimId?: string | undefined;
  readonly reason?: string | undefined;
  readonly state?: string | undefined;
  readonly createdAt?: ReportTime | undefined;
  readonly reimbursed?: DecimalText | undefined;
}

/** The report a row was read from: the flat file, which knows days only, its XML, or the XML of Seller Fulfilled Prime. */
export type SellerReturnSource = 'seller-returns' | 'seller-returns-xml' | 'prime-returns';

/**
 * One item of one return of an order that the seller fulfilled. The same return may be told by several rows: one for each item, and
 * again whenever the report is pulled. Words are the report's own and open lists.
 */
export interface SellerReturnRow {
  readonly source: SellerReturnSource;
  readonly orderId: string;
  readonly orderItemId?: string | undefined;
  readonly orderedAt?: ReportTime | undefined;
  readonly requestedAt: ReportTime;
  /** `Approved`, `PendingApproval`, `Closed` and others. */
  readonly status: string;
  readonly rmaId?: string | undefined;
  /** The seller's own number; the column is called "Merchant RMA ID" or "Seller RMA ID". */
  readonly sellerRmaId?: string | undefined;
  readonly asin?: string | undefined;
  readonly sku?: string | undefined;
  readonly itemName?: string | undefined;
  readonly quantity?: number | undefined;
  readonly reason?: string | undefined;
  readonly isInPolicy?: boolean | undefined;
  readonly isPrime?: boolean | undefined;
  /** An A-to-z guarantee claim was made on this order. */
  readonly isClaimed?: boolean | undefined;
  /** `C-Returns`; `Undelivered` and `Rejected`: the parcel never reached the buyer. */
  readonly returnType?: string | undefined;
  readonly resolution?: string | undefined;
  readonly currency?: string | undefined;
  readonly label?:
    | {
        readonly type?: string | undefined;
        readonly cost?: DecimalText | undefined;
        readonly payer?: string | undefined;
        readonly carrier?: string | undefined;
        readonly trackingId?: string | undefined;
      }
    | undefined;
  /** When the goods were back with the seller. */
  readonly deliveredAt?: ReportTime | undefined;
  readonly orderAmount?: DecimalText | undefined;
  readonly orderQuantity?: number | undefined;
  /** Not a proof that money moved: only Finances is. */
  readonly refundedAmount?: DecimalText | undefined;
  readonly invoiceNumber?: string | undefined;
  readonly category?: string | undefined;
  readonly vat?: string | undefined;
  readonly safeT?: SafeTColumns | undefined;
}

/** One unit that came back to an Amazon warehouse. It appears when the warehouse has processed it, often weeks after the refund. */
export interface FbaReturnRow {
  readonly source: 'fba-returns';
  readonly orderId: string;
  readonly returnedAt: ReportTime;
  readonly sku?: string | undefined;
  readonly asin?: string | undefined;
  readonly fnsku?: string | undefined;
  readonly itemName?: string | undefined;
  readonly quantity?: number | undefined;
  readonly fulfillmentCenterId?: string | undefined;
  /** `SELLABLE`, `CUSTOMER_DAMAGED` and others. */
  readonly disposition?: string | undefined;
  readonly reason?: string | undefined;
  readonly status?: string | undefined;
  /** The warehouse's own number of this very unit. */
  readonly licensePlate?: string | undefined;
  /** The buyer's own words: personal data, do not log them. */
  readonly comments?: string | undefined;
}

/** Money or stock that Amazon gave back to the seller for goods lost or damaged in its hands. */
export interface FbaReimbursementRow {
  readonly source: 'fba-reimbursements';
  readonly reimbursementId: string;
  readonly approvedAt: ReportTime;
  readonly orderId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly reason?: string | undefined;
  readonly sku?: string | undefined;
  readonly fnsku?: string | undefined;
  readonly asin?: string | undefined;
  readonly itemName?: string | undefined;
  readonly condition?: string | undefined;
  readonly currency?: string | undefined;
  readonly amountPerUnit?: DecimalText | undefined;
  readonly amountTotal?: DecimalText | undefined;
  readonly quantityInCash?: number | undefined;
  readonly quantityInInventory?: number | undefined;
  readonly originalReimbursementId?: string | undefined;
}

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
