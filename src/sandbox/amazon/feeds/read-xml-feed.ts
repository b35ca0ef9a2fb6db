import { childOf, parseXml, textOfChild, type XmlElement } from '../xml.js';
import {
  adjustmentReasons,
  componentTypes,
  type AdjustedLine,
  type Adjustment,
  type FeedProblem,
  type ReadMessage,
  type WrittenComponent,
} from './adjustment.js';
import { any, many, one, optional, sequenceProblem } from './sequence.js';

const malformed = (description: string): FeedProblem => ({ code: '5000', description });

const envelope = [one('Header'), one('MessageType'), optional('PurgeAndReplace'), optional('EffectiveDate'), many('Message')];
const message = [one('MessageID'), optional('OperationType'), one('OrderAdjustment')];
const orderAdjustment = [
  one('AmazonOrderID', 'MerchantOrderID'),
  optional('ActionType'),
  optional('CODCollectionMethod'),
  many('AdjustedItem'),
];
const adjustedItem = [
  one('AmazonOrderItemCode', 'MerchantOrderItemID'),
  optional('MerchantAdjustmentItemID'),
  one('AdjustmentReason'),
  optional('ItemPriceAdjustments'),
  any('PromotionAdjustments'),
  optional('DirectPaymentAdjustments'),
  optional('QuantityCancelled'),
  optional('Quantity'),
];

const itemProblem = (item: XmlElement): string | undefined => {
  const prices = childOf(item, 'ItemPriceAdjustments');
  const reason = textOfChild(item, 'AdjustmentReason');
  const quantity = childOf(item, 'Quantity')?.text;
  const components = prices?.children ?? [];
  const badType = components.map((component) => textOfChild(component, 'Type')).find((type) => !componentTypes.includes(type));
  return (
    sequenceProblem(item, adjustedItem) ??
    (prices && sequenceProblem(prices, [many('Component')])) ??
    components.map((component) => sequenceProblem(component, [one('Type'), one('Amount')])).find(Boolean) ??
    (badType === undefined ? undefined : `'${badType}' is no component type`) ??
    (adjustmentReasons.includes(reason) ? undefined : `'${reason}' is no adjustment reason`) ??
    (quantity === undefined || /^[1-9]\d{0,8}$/.test(quantity) ? undefined : `'${quantity}' is no positive quantity`)
  );
};

const adjustmentProblem = (adjustment: XmlElement): string | undefined => {
  const action = childOf(adjustment, 'ActionType')?.text ?? 'Refund';
  return (
    sequenceProblem(adjustment, orderAdjustment) ??
    (['Refund', 'Cancel'].includes(action) ? undefined : `'${action}' is no action type`) ??
    adjustment.children
      .filter(({ name }) => name === 'AdjustedItem')
      .map(itemProblem)
      .find(Boolean)
  );
};

const toComponent = (component: XmlElement): WrittenComponent => ({
  type: textOfChild(component, 'Type'),
  amount: textOfChild(component, 'Amount'),
  currency: childOf(component, 'Amount')?.attributes['currency'],
});

const toLine = (item: XmlElement): AdjustedLine => {
  const quantity = childOf(item, 'Quantity')?.text;
  return {
    orderItemId: textOfChild(item, 'AmazonOrderItemCode'),
    reason: textOfChild(item, 'AdjustmentReason'),
    components: (childOf(item, 'ItemPriceAdjustments')?.children ?? []).map(toComponent),
    quantity: quantity === undefined ? undefined : Number(quantity),
  };
};

const toContent = (element: XmlElement): Adjustment | FeedProblem => {
  const adjustment = childOf(element, 'OrderAdjustment');
  const problem = sequenceProblem(element, message) ?? (adjustment && adjustmentProblem(adjustment));
  if (problem !== undefined || adjustment === undefined) return malformed(problem ?? 'No OrderAdjustment');
  return {
    orderId: textOfChild(adjustment, 'AmazonOrderID'),
    lines: adjustment.children.filter(({ name }) => name === 'AdjustedItem').map(toLine),
  };
};

/** The messages of an adjustment feed, each with what is wrong with it, or why the whole feed cannot be read. */
export const readXmlFeed = (text: string): readonly ReadMessage[] | FeedProblem => {
  const root = parseXml(text);
  if (root?.name !== 'AmazonEnvelope')
    return malformed('The XML you submitted is ill-formed at the Amazon Envelope XML level: malformed or invalid XML document');
  const problem = sequenceProblem(root, envelope);
  if (problem !== undefined) return malformed(problem);
  const type = textOfChild(root, 'MessageType');
  if (type !== 'OrderAdjustment') return malformed(`MessageType '${type}' does not belong to this feed`);
  const messages = root.children.filter(({ name }) => name === 'Message');
  return messages.map((element) => ({ messageId: textOfChild(element, 'MessageID'), content: toContent(element) }));
};
