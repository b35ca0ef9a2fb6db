import type { Refund, RefundComponent } from '../../../core/inputs.js';
import { addMoney, money, toDecimal, type Money } from '../../../core/money.js';
import type { Reason } from '../../../core/reason.js';

/** https://developer-docs.amazon.com/sp-api/docs/order-feed-type-values */
export const adjustmentFeedType = 'POST_PAYMENT_ADJUSTMENT_DATA';
export const adjustmentContentType = 'text/xml; charset=UTF-8';

const componentTypes: Readonly<Record<RefundComponent, string>> = {
  item: 'Principal',
  tax: 'Tax',
  shipping: 'Shipping',
  'shipping-tax': 'ShippingTax',
  'gift-wrap': 'GiftWrap',
  'restocking-fee': 'RestockingFee',
  'return-shipping': 'ReturnShipping',
  other: 'Other',
};

/** Where prices contain tax, Amazon refuses it as a component of its own; together they are the same money. */
const typesWithTax: Readonly<Record<RefundComponent, string>> = {
  ...componentTypes,
  tax: 'Principal',
  'shipping-tax': 'Shipping',
};

/** Reasons that Amazon's schema has a word for; every other one is a customer's return or a general adjustment. */
const adjustmentReasons: Readonly<Partial<Record<Reason, string>>> = {
  'no-reason': 'CustomerReturn',
  'no-longer-needed': 'CustomerReturn',
  'ordered-by-mistake': 'CustomerReturn',
  'does-not-fit': 'CustomerReturn',
  'style-or-colour': 'CustomerReturn',
  'not-compatible': 'CustomerReturn',
  'quality-below-expectation': 'CustomerReturn',
  defective: 'CustomerReturn',
  'not-as-described': 'CustomerReturn',
  'missing-parts': 'CustomerReturn',
  'damaged-in-transit': 'CustomerReturn',
  'wrong-item': 'DifferentItem',
  'better-price': 'PriceError',
  'out-of-stock': 'NoInventory',
  'not-received': 'CarrierCreditDecision',
  'delivery-failed-address': 'CustomerAddressIncorrect',
  'delivery-refused': 'RefusedDelivery',
  'returned-before-export': 'Undeliverable',
  'cancelled-after-dispatch': 'CustomerCancel',
};

/** `GeneralAdjustment` for a reason that the schema has no word for. */
export const adjustmentReasonOf = (reason: Reason): string => adjustmentReasons[reason] ?? 'GeneralAdjustment';

export interface AdjustmentLine {
  readonly orderItemId: string;
  readonly quantity?: number | undefined;
  /** By Amazon's type, in its order of appearance. Totals for the quantity; what the buyer bears is negative. */
  readonly components: readonly { readonly type: string; readonly amount: Money }[];
}

/** Everything that one feed says about one order. */
export interface Adjustment {
  readonly merchantIdentifier: string;
  readonly orderId: string;
  readonly reason: string;
  readonly lines: readonly AdjustmentLine[];
}

/** The parts of a line as Amazon's components, those of one type added up. */
export const toComponents = (
  parts: Refund['lines'][number]['parts'],
  tax: 'included' | 'apart',
): AdjustmentLine['components'] => {
  const types = tax === 'included' ? typesWithTax : componentTypes;
  const sums = new Map<string, Money>();
  for (const { component, amount } of parts) {
    const type = types[component];
    const signed = component === 'restocking-fee' ? money(-amount.minor, amount.currency) : amount;
    const known = sums.get(type);
    sums.set(type, known === undefined ? signed : addMoney(known, signed));
  }
  return [...sums].map(([type, amount]) => ({ type, amount }));
};

/** What the buyer gets for a line, or for several. */
export const netOf = (components: AdjustmentLine['components']): Money | undefined =>
  components
    .map(({ amount }) => amount)
    .reduce<Money | undefined>((sum, amount) => (sum === undefined ? amount : addMoney(sum, amount)), undefined);

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

const toItem = ({ orderItemId, quantity, components }: AdjustmentLine, reason: string): string =>
  [
    '<AdjustedItem>',
    element('AmazonOrderItemCode', orderItemId),
    element('AdjustmentReason', reason),
    '<ItemPriceAdjustments>',
    ...components.map(
      ({ type, amount }) =>
        `<Component>${element('Type', type)}<Amount currency="${amount.currency}">${toDecimal(amount)}</Amount></Component>`,
    ),
    '</ItemPriceAdjustments>',
    ...(quantity === undefined ? [] : [element('Quantity', String(quantity))]),
    '</AdjustedItem>',
  ].join('');

/** The feed's content. The schema is a sequence, so the order of elements is part of it; all lines of an order are one message. */
export const toAdjustmentXml = ({ merchantIdentifier, orderId, reason, lines }: Adjustment): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">',
    `<Header>${element('DocumentVersion', '1.01')}${element('MerchantIdentifier', merchantIdentifier)}</Header>`,
    element('MessageType', 'OrderAdjustment'),
    `<Message>${element('MessageID', '1')}<OrderAdjustment>`,
    element('AmazonOrderID', orderId),
    element('ActionType', 'Refund'),
    ...lines.map((line) => toItem(line, reason)),
    '</OrderAdjustment></Message>',
    '</AmazonEnvelope>',
  ].join('\n');
