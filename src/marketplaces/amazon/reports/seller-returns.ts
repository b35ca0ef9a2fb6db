import { documentError } from './document-error.js';
import { toCount, toDecimalText, toFlag, toReportTime, type OnOddCell } from './cells.js';
import type { SafeTColumns, SellerReturnRow, SellerReturnSource } from './rows.js';

/** The columns of a row, each under the names that it has had: reports rename, reorder and add columns. Lower case, single spaces. */
export const sellerReturnColumns = {
  orderId: ['order id'],
  orderItemId: ['order item id'],
  orderedAt: ['order date'],
  requestedAt: ['return request date'],
  status: ['return request status'],
  rmaId: ['amazon rma id'],
  sellerRmaId: ['merchant rma id', 'seller rma id'],
  labelType: ['label type'],
  labelCost: ['label cost'],
  currency: ['currency code'],
  carrier: ['return carrier'],
  trackingId: ['tracking id'],
  labelPayer: ['label to be paid by'],
  isClaimed: ['a-to-z claim'],
  isPrime: ['is prime'],
  asin: ['asin'],
  sku: ['merchant sku', 'seller sku'],
  itemName: ['item name'],
  quantity: ['return quantity'],
  reason: ['return reason', 'return reason code'],
  isInPolicy: ['in policy'],
  returnType: ['return type'],
  resolution: ['resolution'],
  invoiceNumber: ['invoice number'],
  deliveredAt: ['return delivery date'],
  orderAmount: ['order amount'],
  orderQuantity: ['order quantity'],
  safeTReason: ['safet action reason'],
  safeTClaimId: ['safet claim id'],
  safeTState: ['safet claim state'],
  safeTCreatedAt: ['safet claim creation time'],
  safeTReimbursed: ['safet claim reimbursement amount'],
  refundedAmount: ['refunded amount'],
  category: ['category'],
  vat: ['vat'],
} as const;

export type SellerReturnColumn = keyof typeof sellerReturnColumns;

/** Without these a row names no return. */
export const requiredSellerReturnColumns = ['orderId', 'requestedAt', 'status'] as const satisfies readonly SellerReturnColumn[];

/** One cell of a row, trimmed; nothing when it is empty or missing. */
export type CellOf<Column extends string> = (column: Column) => string | undefined;

interface Reading {
  readonly cell: CellOf<SellerReturnColumn>;
  readonly onOddCell: OnOddCell;
}

/** A cell that does not fit its column is told and left out: what it says is not known. */
const read = <Value>(
  { cell, onOddCell }: Reading,
  column: SellerReturnColumn,
  parse: (text: string | undefined) => Value | undefined,
): Value | undefined => {
  const text = cell(column);
  const value = parse(text);
  if (value === undefined && text !== undefined) onOddCell(column);
  return value;
};

const labelOf = (reading: Reading): SellerReturnRow['label'] => {
  const { cell } = reading;
  const label = {
    type: cell('labelType'),
    cost: read(reading, 'labelCost', toDecimalText),
    payer: cell('labelPayer'),
    carrier: cell('carrier'),
    trackingId: cell('trackingId'),
  };
  return Object.values(label).some((value) => value !== undefined) ? label : undefined;
};

const safeTOf = (reading: Reading): SafeTColumns | undefined => {
  const { cell } = reading;
  const claimId = cell('safeTClaimId');
  const state = cell('safeTState');
  const reason = cell('safeTReason');
  if (claimId === undefined && state === undefined && reason === undefined) return undefined;
  return {
    claimId,
    state,
    reason,
    createdAt: read(reading, 'safeTCreatedAt', toReportTime),
    reimbursed: read(reading, 'safeTReimbursed', toDecimalText),
  };
};

const required = (cell: CellOf<SellerReturnColumn>, column: SellerReturnColumn): string => {
  const text = cell(column);
  if (text === undefined) throw documentError(`a row has no '${sellerReturnColumns[column][0]}': it is cut or empty`);
  return text;
};

/** One row as a value. Throws `UnexpectedResponseError` for a row that names no return; no text of the row is in the error. */
export const toSellerReturnRow = (source: SellerReturnSource, reading: Reading): SellerReturnRow => {
  const { cell } = reading;
  const orderId = required(cell, 'orderId');
  const requestedAt = toReportTime(required(cell, 'requestedAt'));
  if (requestedAt === undefined)
    throw documentError(`a row's 'return request date' is not a day: the row is cut or of another layout`);
  return {
    source,
    orderId,
    orderItemId: cell('orderItemId'),
    orderedAt: read(reading, 'orderedAt', toReportTime),
    requestedAt,
    status: required(cell, 'status'),
    rmaId: cell('rmaId'),
    sellerRmaId: cell('sellerRmaId'),
    asin: cell('asin'),
    sku: cell('sku'),
    itemName: cell('itemName'),
    quantity: read(reading, 'quantity', toCount),
    reason: cell('reason'),
    isInPolicy: read(reading, 'isInPolicy', toFlag),
    isPrime: read(reading, 'isPrime', toFlag),
    isClaimed: read(reading, 'isClaimed', toFlag),
    returnType: cell('returnType'),
    resolution: cell('resolution'),
    currency: cell('currency'),
    label: labelOf(reading),
    deliveredAt: read(reading, 'deliveredAt', toReportTime),
    orderAmount: read(reading, 'orderAmount', toDecimalText),
    orderQuantity: read(reading, 'orderQuantity', toCount),
    refundedAmount: read(reading, 'refundedAmount', toDecimalText),
    invoiceNumber: cell('invoiceNumber'),
    category: cell('category'),
    vat: cell('vat'),
    safeT: safeTOf(reading),
  };
};
