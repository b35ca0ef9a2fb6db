import { fbaReimbursementColumns, fbaReturnColumns, toFbaReimbursementRow, toFbaReturnRow } from './fba-rows.js';
import type { OnOddCell } from './cells.js';
import { readReturnsXml } from './read-returns-xml.js';
import { readTable } from './read-table.js';
import type { FbaReimbursementRow, FbaReturnRow, RowBatch, SellerReturnRow } from './rows.js';
import {
  requiredSellerReturnColumns,
  sellerReturnColumns,
  toSellerReturnRow,
  type SellerReturnColumn,
} from './seller-returns.js';

/** A report that this adapter reads as typed rows. */
export interface ReportDefinition<Row> {
  readonly reportType: string;
  /** A request for days that go further is refused by Amazon. */
  readonly longestWindowInDays: number;
  /** Some reports of Amazon's own warehouses are cancelled when they are asked for again too soon. */
  readonly isCancelledWhenTooSoon: boolean;
  readonly read: (bytes: AsyncIterable<Buffer>, onOddCell: OnOddCell) => AsyncGenerator<RowBatch<Row>>;
}

/** Returns of orders that the seller fulfils, by the day of the request: one row for each item, with SAFE-T. */
export const sellerReturns: ReportDefinition<SellerReturnRow> = {
  reportType: 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE',
  longestWindowInDays: 60,
  isCancelledWhenTooSoon: false,
  read: (bytes, onOddCell) =>
    readTable<SellerReturnColumn, SellerReturnRow>(bytes, {
      columns: sellerReturnColumns,
      required: requiredSellerReturnColumns,
      toRow: (cell) => toSellerReturnRow('seller-returns', { cell, onOddCell }),
    }),
};

/** The same in XML: exact times, but no SAFE-T, no delivery and no order item. */
export const sellerReturnsXml: ReportDefinition<SellerReturnRow> = {
  ...sellerReturns,
  reportType: 'GET_XML_RETURNS_DATA_BY_RETURN_DATE',
  read: (bytes, onOddCell) => readReturnsXml(bytes, 'seller-returns-xml', onOddCell),
};

/** Returns of Seller Fulfilled Prime. */
export const primeReturns: ReportDefinition<SellerReturnRow> = {
  ...sellerReturns,
  reportType: 'GET_XML_MFN_PRIME_RETURNS_REPORT',
  read: (bytes, onOddCell) => readReturnsXml(bytes, 'prime-returns', onOddCell),
};

/** Units that came back to Amazon's warehouses. How long a window may be is not documented; 60 days are asked for. */
export const fbaReturns: ReportDefinition<FbaReturnRow> = {
  reportType: 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA',
  longestWindowInDays: 60,
  isCancelledWhenTooSoon: true,
  read: (bytes) => readTable(bytes, { columns: fbaReturnColumns, required: ['orderId', 'returnedAt'], toRow: toFbaReturnRow }),
};

/** What Amazon paid for goods lost or damaged in its hands. */
export const fbaReimbursements: ReportDefinition<FbaReimbursementRow> = {
  reportType: 'GET_FBA_REIMBURSEMENTS_DATA',
  longestWindowInDays: 60,
  isCancelledWhenTooSoon: true,
  read: (bytes) =>
    readTable(bytes, {
      columns: fbaReimbursementColumns,
      required: ['reimbursementId', 'approvedAt'],
      toRow: toFbaReimbursementRow,
    }),
};
