import { toDecimalText } from '../money.js';
import type { ReturnRecord } from '../record.js';
import { element, textElement } from '../xml.js';
import { toSecondsTime } from '../endpoints/input.js';
import { orderAmountOf } from './returns-flat-file.js';

const flags = { true: 'Y', false: 'N' } as const;

const toItem = (record: ReturnRecord): string => {
  const { item, reason, isInPolicy, quantity, resolution, refundedMinor, order } = record;
  return element(
    'item_details',
    textElement('item_name', item.title),
    textElement('asin', item.asin),
    textElement('return_reason_code', reason),
    textElement('merchant_sku', item.sku),
    textElement('in_policy', flags[`${isInPolicy}`]),
    textElement('return_quantity', String(quantity)),
    textElement('resolution', resolution),
    textElement('category', item.category),
    textElement('refund_amount', toDecimalText(refundedMinor, order.marketplace.currency)),
  );
};

const toLabel = ({ trackingId, carrier, order, labelCostMinor, labelType }: ReturnRecord): string =>
  element(
    'label_details',
    textElement('tracking_id', trackingId),
    textElement('return_carrier', trackingId === '' ? '' : carrier),
    textElement('currency_code', order.marketplace.currency),
    textElement('label_cost', toDecimalText(labelCostMinor, order.marketplace.currency)),
    textElement('label_type', labelType),
  );

const toReturn = (records: readonly [ReturnRecord, ...ReturnRecord[]]): string => {
  const [first] = records;
  const { order } = first;
  const total = records.reduce((sum, record) => sum + orderAmountOf(record), 0);
  return element(
    'return_details',
    ...records.map(toItem),
    textElement('order_id', order.orderId),
    textElement('order_date', toSecondsTime(order.createdAt)),
    textElement('amazon_rma_id', first.amazonRmaId),
    textElement('return_request_date', toSecondsTime(first.requestedAt)),
    textElement('return_request_status', first.status),
    // The one flag this report spells out.
    textElement('a_to_z_claim', String(first.claim !== 'none')),
    textElement('is_prime', flags[`${order.isPrime}`]),
    toLabel(first),
    textElement('label_to_be_paid_by', first.labelPayer),
    textElement('return_type', first.returnType),
    textElement('order_amount', toDecimalText(total, order.marketplace.currency)),
    textElement('order_quantity', String(records.reduce((sum, { item }) => sum + item.quantity, 0))),
  );
};

/** Lines of one request stand together, as `item_details` of one return. */
const groupByRequest = (records: readonly ReturnRecord[]): readonly [ReturnRecord, ...ReturnRecord[]][] => {
  const groups = new Map<string, [ReturnRecord, ...ReturnRecord[]]>();
  for (const record of records) {
    const key = `${record.order.orderId} ${record.requestedAt}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
};

export const writeReturnsXml = (records: readonly ReturnRecord[]): string => {
  const head = element('Header', textElement('DocumentVersion', '1.0')) + textElement('MessageType', 'Returns-Report');
  const message = element('Message', ...groupByRequest(records).map(toReturn));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('AmazonEnvelope', head, message)}\n`;
};
