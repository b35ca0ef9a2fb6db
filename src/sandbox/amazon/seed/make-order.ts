import { createRandom, type Random } from '../../random.js';
import { hours } from '../lifecycle/durations.js';
import type { OrderItem, OrderRecord } from '../record.js';
import type { Marketplace, Seller } from '../sellers.js';
import { toAsin, toOrderId, toOrderItemId, toTrackingId, toUuid, type Serial } from './identifiers.js';
import { buyerNameOf, categoryOf, goodsNameOf } from './words.js';

export interface OrderPlan {
  readonly seed: number;
  readonly seller: Seller;
  readonly marketplace: Marketplace;
  /** Each order of a seller has its own. */
  readonly index: number;
  readonly createdAt: number;
  readonly lines?: number;
  /** Of each line; drawn unless given. */
  readonly quantity?: number;
  readonly fulfilledBy?: OrderRecord['fulfilledBy'];
  readonly packageStatus?: string;
  readonly isExternal?: boolean;
  readonly replaces?: string;
}

const taxRate = 0.0825;

/** Whole yen, whole cents: amounts are minor units from the start. */
const makeItem = (serial: Serial, line: number, plan: OrderPlan): OrderItem => {
  const { random } = serial;
  const { country, currency, isTaxInclusive } = plan.marketplace;
  const quantity = plan.quantity ?? random.pick([1, 1, 1, 2, 3]);
  const principal = quantity * (currency === 'JPY' ? random.integer(8, 90) * 100 : random.integer(900, 8900));
  const shipping = random.chance(0.3) ? (currency === 'JPY' ? 410 : 599) : 0;
  return {
    orderItemId: toOrderItemId(serial, line),
    sku: `SKU-${country}-${random.text(5, '0123456789ABCDEFGH')}`,
    asin: toAsin(random),
    title: goodsNameOf(country, random),
    category: categoryOf(random),
    quantity,
    paid: {
      Principal: principal,
      Tax: isTaxInclusive ? 0 : Math.round(principal * taxRate),
      Shipping: shipping,
      ShippingTax: isTaxInclusive ? 0 : Math.round(shipping * taxRate),
    },
    refunded: new Map(),
    refundedQuantity: 0,
  };
};

const makeItems = (serial: Serial, plan: OrderPlan): OrderRecord['items'] => {
  const first = makeItem(serial, 1, plan);
  return [first, ...Array.from({ length: (plan.lines ?? 1) - 1 }, (_, line) => makeItem(serial, line + 2, plan))];
};

const carriers: Readonly<Record<string, string>> = { US: 'UPS', CA: 'Canada Post', GB: 'Royal Mail', DE: 'DHL', JP: 'Yamato' };

export const makeOrder = (plan: OrderPlan): OrderRecord => {
  const { seed, seller, marketplace, index, createdAt } = plan;
  const random: Random = createRandom('order', seed, seller.sellerId, index);
  const serial = { region: seller.region, ordinal: seller.ordinal, index, random };
  const shippedAt = createdAt + hours(random.integer(8, 30));
  const deliveredAt = shippedAt + hours(random.integer(20, 60));
  return {
    orderId: toOrderId(serial),
    seller,
    marketplace,
    createdAt,
    shippedAt,
    deliveredAt,
    fulfilledBy: plan.fulfilledBy ?? 'MERCHANT',
    isPrime: plan.isExternal === true || random.chance(0.2),
    items: makeItems(serial, plan),
    buyerName: buyerNameOf(random),
    carrier: carriers[marketplace.country] ?? 'USPS',
    trackingId: toTrackingId(random),
    packageStatus: plan.packageStatus ?? 'DELIVERED',
    fulfillmentOrderId: plan.isExternal === true ? toUuid(random) : undefined,
    replaces: plan.replaces,
    isMessageable: index % 9 !== 8,
    updatedAt: deliveredAt,
  };
};
