import { documentError } from './document-error.js';
import { toCount, toDecimalText, toReportTime } from './cells.js';
import type { FbaReimbursementRow, FbaReturnRow } from './rows.js';
import type { CellOf } from './seller-returns.js';

export const fbaReturnColumns = {
  returnedAt: ['return-date'],
  orderId: ['order-id'],
  sku: ['sku'],
  asin: ['asin'],
  fnsku: ['fnsku'],
  itemName: ['product-name'],
  quantity: ['quantity'],
  fulfillmentCenterId: ['fulfillment-center-id'],
  disposition: ['detailed-disposition'],
  reason: ['reason'],
  status: ['status'],
  licensePlate: ['license-plate-number'],
  comments: ['customer-comments'],
} as const;

export const fbaReimbursementColumns = {
  approvedAt: ['approval-date'],
  reimbursementId: ['reimbursement-id'],
  caseId: ['case-id'],
  orderId: ['amazon-order-id'],
  reason: ['reason'],
  sku: ['sku'],
  fnsku: ['fnsku'],
  asin: ['asin'],
  itemName: ['product-name'],
  condition: ['condition'],
  currency: ['currency-unit'],
  amountPerUnit: ['amount-per-unit'],
  amountTotal: ['amount-total'],
  quantityInCash: ['quantity-reimbursed-cash'],
  quantityInInventory: ['quantity-reimbursed-inventory'],
  originalReimbursementId: ['original-reimbursement-id'],
} as const;

const cut = (column: string): Error => documentError(`a row has no '${column}' that can be read: it is cut or empty`);

export const toFbaReturnRow = (cell: CellOf<keyof typeof fbaReturnColumns>): FbaReturnRow => {
  const orderId = cell('orderId');
  const returnedAt = toReportTime(cell('returnedAt'));
  if (orderId === undefined) throw cut('order-id');
  if (returnedAt === undefined) throw cut('return-date');
  return {
    source: 'fba-returns',
    orderId,
    returnedAt,
    sku: cell('sku'),
    asin: cell('asin'),
    fnsku: cell('fnsku'),
    itemName: cell('itemName'),
    quantity: toCount(cell('quantity')),
    fulfillmentCenterId: cell('fulfillmentCenterId'),
    disposition: cell('disposition'),
    reason: cell('reason'),
    status: cell('status'),
    licensePlate: cell('licensePlate'),
    comments: cell('comments'),
  };
};

export const toFbaReimbursementRow = (cell: CellOf<keyof typeof fbaReimbursementColumns>): FbaReimbursementRow => {
  const reimbursementId = cell('reimbursementId');
  const approvedAt = toReportTime(cell('approvedAt'));
  if (reimbursementId === undefined) throw cut('reimbursement-id');
  if (approvedAt === undefined) throw cut('approval-date');
  return {
    source: 'fba-reimbursements',
    reimbursementId,
    approvedAt,
    orderId: cell('orderId'),
    caseId: cell('caseId'),
    reason: cell('reason'),
    sku: cell('sku'),
    fnsku: cell('fnsku'),
    asin: cell('asin'),
    itemName: cell('itemName'),
    condition: cell('condition'),
    currency: cell('currency'),
    amountPerUnit: toDecimalText(cell('amountPerUnit')),
    amountTotal: toDecimalText(cell('amountTotal')),
    quantityInCash: toCount(cell('quantityInCash')),
    quantityInInventory: toCount(cell('quantityInInventory')),
    originalReimbursementId: cell('originalReimbursementId'),
  };
};
