import type { JsonObject } from '../../json.js';
import { toMajor } from '../money.js';
import { sumOf, type MoneyEvent, type MoneyEventKind, type MoneyLine } from '../money-book.js';
import { chargeTypeOf, signOf } from './financial-event.js';

/** Only `Shipment` is in Amazon's model; the other words are not documented, clients must take any. */
const words: Readonly<Record<MoneyEventKind, { readonly type: string; readonly description: string }>> = {
  shipment: { type: 'Shipment', description: 'Order Payment' },
  refund: { type: 'Refund', description: 'Refund Order' },
  'guarantee-claim': { type: 'GuaranteeClaim', description: 'A-to-z Guarantee Refund' },
  chargeback: { type: 'Chargeback', description: 'Chargeback Refund' },
  'safe-t': { type: 'SAFETReimbursement', description: 'SAFE-T reimbursement' },
};

const deferralInMs = 7 * 86_400_000;

/** The money of a young sale is held back. */
export const statusOf = ({ kind, at }: MoneyEvent, now: number): string =>
  kind === 'shipment' && now - at < deferralInMs ? 'DEFERRED' : 'RELEASED';

const amount = (minor: number, { order }: MoneyEvent): JsonObject => ({
  currencyAmount: toMajor(minor, order.marketplace.currency),
  currencyCode: order.marketplace.currency,
});

const taxTypes = new Set(['Tax', 'ShippingTax', 'GiftWrapTax']);

const breakdown = (type: string, minor: number, event: MoneyEvent): JsonObject => ({
  breakdownType: type,
  breakdownAmount: amount(minor, event),
});

const toBreakdowns = ({ charges }: MoneyLine, event: MoneyEvent): readonly JsonObject[] => {
  const sign = signOf(event.kind);
  const group = (name: string, isMember: (type: string) => boolean): readonly JsonObject[] => {
    const members = charges.filter(({ type }) => isMember(type));
    if (members.length === 0) return [];
    const breakdowns = members.map(({ type, minor }) => breakdown(chargeTypeOf(type), sign * minor, event));
    return [{ ...breakdown(name, sign * sumOf(members), event), breakdowns }];
  };
  return [...group('ProductCharges', (type) => !taxTypes.has(type)), ...group('Tax', (type) => taxTypes.has(type))];
};

const toItem = (line: MoneyLine, event: MoneyEvent): JsonObject => {
  const { item, adjustmentId, quantity, charges } = line;
  return {
    description: item.title,
    relatedIdentifiers:
      event.kind === 'shipment'
        ? []
        : [{ itemRelatedIdentifierName: 'ORDER_ADJUSTMENT_ITEM_ID', itemRelatedIdentifierValue: adjustmentId }],
    totalAmount: amount(signOf(event.kind) * sumOf(charges), event),
    breakdowns: toBreakdowns(line, event),
    contexts: [
      {
        contextType: 'ProductContext',
        asin: item.asin,
        sku: item.sku,
        quantityShipped: quantity,
        fulfillmentNetwork: event.order.fulfilledBy === 'AMAZON' ? 'AFN' : 'MFN',
      },
    ],
  };
};

const identifier = (relatedIdentifierName: string, relatedIdentifierValue: string): JsonObject => ({
  relatedIdentifierName,
  relatedIdentifierValue,
});

export const toTransaction = (event: MoneyEvent, now: number): JsonObject => {
  const { order, id, kind, at, lines } = event;
  const { marketplace, seller } = order;
  return {
    sellingPartnerMetadata: { sellingPartnerId: seller.sellerId, accountType: 'PAYABLE', marketplaceId: marketplace.id },
    relatedIdentifiers: [
      identifier('ORDER_ID', order.orderId),
      ...(kind === 'refund' ? [identifier('REFUND_ID', id)] : []),
      identifier('FINANCIAL_EVENT_GROUP_ID', `group-${new Date(at).toISOString().slice(0, 7)}`),
    ],
    transactionType: words[kind].type,
    transactionId: `tx-${id}`,
    transactionStatus: statusOf(event, now),
    description: words[kind].description,
    postedDate: new Date(at).toISOString(),
    totalAmount: amount(
      lines.reduce((sum, { charges }) => sum + signOf(kind) * sumOf(charges), 0),
      event,
    ),
    marketplaceDetails: { marketplaceId: marketplace.id, marketplaceName: marketplace.name },
    items: lines.map((line) => toItem(line, event)),
    contexts: [],
    breakdowns: [],
  };
};
