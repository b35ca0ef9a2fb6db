import { createRandom } from '../random.js';
import { days } from './lifecycle/durations.js';
import { toRmaId, toUuid } from './seed/identifiers.js';
import type { Marketplace, Seller } from './sellers.js';

/** An order of another shop that Amazon ships (multi-channel fulfillment). */
export interface FulfillmentOrder {
  readonly sellerFulfillmentOrderId: string;
  readonly seller: Seller;
  readonly marketplace: Marketplace;
  readonly itemId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly shipmentId: string;
  readonly orderedAt: number;
  readonly returns: FulfillmentReturn[];
}

export interface FulfillmentReturn {
  readonly sellerReturnItemId: string;
  readonly reasonCode: string;
  readonly comment: string | undefined;
  readonly createdAt: number;
  readonly authorizationId: string;
  readonly rmaId: string;
}

export interface FulfillmentOrders {
  ofSeller(seller: Seller): readonly FulfillmentOrder[];
  addReturn(
    order: FulfillmentOrder,
    request: Pick<FulfillmentReturn, 'sellerReturnItemId' | 'reasonCode' | 'comment'>,
    at: number,
  ): FulfillmentReturn;
}

const makeOrders = (seed: number, seller: Seller, startsAt: number): readonly FulfillmentOrder[] =>
  [1, 2].map((number) => {
    const random = createRandom('fulfillment order', seed, seller.sellerId, number);
    return {
      sellerFulfillmentOrderId: `SHOP-${seller.region.toUpperCase()}-${random.integer(10_000, 99_999)}${number}`,
      seller,
      marketplace: seller.marketplaces[0],
      itemId: `line-${number}`,
      sku: `SKU-MCF-${random.integer(100, 999)}`,
      quantity: number,
      shipmentId: random.text(9, 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'),
      orderedAt: startsAt - days(10 + number),
      returns: [],
    };
  });

export const createFulfillmentOrders = (seed: number, sellers: readonly Seller[], startsAt: number): FulfillmentOrders => {
  const orders = sellers.flatMap((seller) => makeOrders(seed, seller, startsAt));
  const random = createRandom('fulfillment returns', seed);
  return {
    ofSeller: (seller) => orders.filter((order) => order.seller === seller),
    addReturn: (order, request, at) => {
      const created = { ...request, createdAt: at, authorizationId: toUuid(random), rmaId: toRmaId(random) };
      order.returns.push(created);
      return created;
    },
  };
};
