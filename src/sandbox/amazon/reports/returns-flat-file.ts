import { toDecimalText } from '../money.js';
import type { ReturnRecord } from '../record.js';
import type { ReportColumns } from '../settings.js';
import { writeTable, type Column } from './table.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `29-Sep-2026`; empty for a day that has not come. */
const toDay = (at: number): string => {
  if (at === 0) return '';
  const date = new Date(at);
  return `${String(date.getUTCDate()).padStart(2, '0')}-${months[date.getUTCMonth()] ?? ''}-${date.getUTCFullYear()}`;
};

const flags = { true: 'Y', false: 'N' } as const;

const amount = (minor: number, { order }: ReturnRecord): string => toDecimalText(minor, order.marketplace.currency);

export const orderAmountOf = ({ item }: ReturnRecord): number =>
  item.paid.Principal + item.paid.Tax + item.paid.Shipping + item.paid.ShippingTax;

/** A value here proves no payment: some rows show the price before anything was refunded. */
const refundedText = (record: ReturnRecord): string => {
  if (record.refundedAt > 0) return amount(record.refundedMinor, record);
  return record.showsRefundEarly && record.status === 'Approved' ? amount(orderAmountOf(record), record) : '';
};

const column = (name: string, valueOf: (record: ReturnRecord) => string): Column<ReturnRecord> => ({ name, valueOf });

/** In the documented order: https://developer-docs.amazon.com/sp-api/docs/returns-reports-attributes */
const documented: readonly Column<ReturnRecord>[] = [
  column('Order ID', ({ order }) => order.orderId),
  column('Order date', ({ order }) => toDay(order.createdAt)),
  column('Return request date', ({ requestedAt }) => toDay(requestedAt)),
  column('Return request status', ({ status }) => status),
  column('Amazon RMA ID', ({ amazonRmaId }) => amazonRmaId),
  column('Merchant RMA ID', ({ merchantRmaId }) => merchantRmaId),
  column('Label type', ({ labelType, authorizedAt }) =>
    authorizedAt > 0 || labelType === 'CarrierArrangedLabel' ? labelType : '',
  ),
  column('Label cost', (record) => amount(record.labelCostMinor, record)),
  column('Currency code', ({ order }) => order.marketplace.currency),
  column('Return carrier', ({ carrier, trackingId }) => (trackingId === '' ? '' : carrier)),
  column('Tracking ID', ({ trackingId }) => trackingId),
  column('Label to be paid by', ({ labelPayer }) => labelPayer),
  column('A-to-Z Claim', ({ claim }) => flags[`${claim !== 'none'}`]),
  column('Is prime', ({ order }) => flags[`${order.isPrime}`]),
  column('ASIN', ({ item }) => item.asin),
  column('Merchant SKU', ({ item }) => item.sku),
  column('Item Name', ({ item }) => item.title),
  column('Return quantity', ({ quantity }) => String(quantity)),
  column('Return Reason', ({ reason }) => reason),
  column('In policy', ({ isInPolicy }) => flags[`${isInPolicy}`]),
  column('Return type', ({ returnType }) => returnType),
  column('Resolution', ({ resolution }) => resolution),
  column('Invoice number', ({ invoiceNumber }) => invoiceNumber),
  column('Return delivery date', ({ deliveredAt }) => toDay(deliveredAt)),
  column('Order Amount', (record) => amount(orderAmountOf(record), record)),
  column('Order quantity', ({ item }) => String(item.quantity)),
  column('SafeT Action reason', ({ safeT }) => safeT?.reason ?? ''),
  column('SafeT claim id', ({ safeT }) => safeT?.id ?? ''),
  column('SafeT claim state', ({ safeT }) => safeT?.state ?? ''),
  column('SafeT claim creation time', ({ safeT }) => toDay(safeT?.filedAt ?? 0)),
  column('SafeT claim reimbursement amount', (record) =>
    record.safeT?.state === 'Approved' ? amount(record.safeT.reimbursedMinor, record) : '',
  ),
  column('Refunded Amount', refundedText),
];

const seenBeyond: readonly Column<ReturnRecord>[] = [
  column('Category', ({ item }) => item.category),
  column('VAT', () => ''),
  column('Order Item ID', ({ item }) => item.orderItemId),
];

const respelled: Readonly<Record<string, string>> = {
  'Merchant RMA ID': 'Seller RMA ID',
  'A-to-Z Claim': 'A-to-z claim',
  'Return Reason': 'Return reason',
  'SafeT claim id': 'SafeT claim ID',
};

const columnsOf: Readonly<Record<ReportColumns, readonly Column<ReturnRecord>[]>> = {
  documented,
  extended: [...documented, ...seenBeyond],
  respelled: documented.map(({ name, valueOf }) => ({ name: respelled[name] ?? name, valueOf })),
};

export const writeReturnsFlatFile = (records: readonly ReturnRecord[], columns: ReportColumns): string =>
  writeTable(columnsOf[columns], records, {
    emptyCell: ' ',
    lineEnd: columns === 'respelled' ? '\r\n' : '\n',
    cutsTails: 'sometimes',
  });
