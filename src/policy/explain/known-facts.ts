import type { ConditionFacts, DisclosureName, EventFacts } from '../facts/case-facts.js';

/** Facts outside the groups below that can decide an answer. */
export const singleFacts = [
  'agreed.designatedCarrier',
  'agreed.keepsGoods',
  'agreed.returnPayer',
  'agreed.sellerCollects',
  'buyer.attributes',
  'buyer.hadConversation',
  'buyer.isConsumer',
  'buyer.memberTier',
  'buyer.subdivision',
  'buyer.timeZone',
  'contract.channel',
  'contract.concludedAt',
  'contract.documentAt',
  'item.brand',
  'item.category',
  'item.hasFreeReturns',
  'item.listedReturnDays',
  'item.listedReturnPayer',
  'item.price',
  'item.soldAs',
  'item.tags',
  'item.traits',
  'marketplace',
  'order.carrierChosenBy',
  'order.completedAt',
  'order.deliveredAt',
  'order.deliveryMode',
  'order.deliveryPattern',
  'order.estimatedDeliveryAt',
  'order.incoterm',
  'order.installedAt',
  'order.isWhole',
  'order.placedAt',
  'order.shippedAt',
  'order.shipping',
  'order.shipping.cheapestStandard',
  'platformStates.isReturnless',
  'programme',
  'rates',
  'reason',
  'remediesTried',
  'remedy',
  'requestedAt',
  'returnShipping.cost',
  'returnShipping.isInternational',
  'returnShipping.mode',
  'seller.country',
  'seller.offersLocalReturnAddress',
  'seller.subdivision',
  'seller.timeZone',
  'site',
] as const;

type Fact =
  | (typeof singleFacts)[number]
  | `events.${keyof EventFacts}`
  | `item.condition.${keyof ConditionFacts}`
  | `disclosures.${DisclosureName}`;

/** A name for every fact that can be asked for. */
export type FactWords = Readonly<Record<Fact, string>>;
