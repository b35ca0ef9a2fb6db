import { createRandom } from '../../random.js';
import { toNumber } from '../identifiers.js';
import { days, hours } from '../lifecycle/durations.js';
import type { CancelRequest, ReverseLine, ReverseOrder, ReverseStatus } from '../reverse-orders.js';
import type { Seller } from '../sellers.js';
import type { OrderSeed } from './seed-orders.js';

interface Part {
  readonly requestType: ReverseOrder['requestType'];
  readonly status: ReverseStatus;
  readonly lines: number;
}

const cast: readonly Part[] = [
  { requestType: 'RETURN', status: 'REQUEST_INITIATE', lines: 1 },
  { requestType: 'RETURN', status: 'REQUEST_INITIATE', lines: 2 },
  { requestType: 'ONLY_REFUND', status: 'REQUEST_INITIATE', lines: 1 },
  { requestType: 'RETURN', status: 'SELLER_AGREE_RETURN', lines: 1 },
  { requestType: 'RETURN', status: 'BUYER_RETURN_ITEM', lines: 1 },
  { requestType: 'RETURN', status: 'REFUND_PENDING', lines: 1 },
  { requestType: 'RETURN', status: 'REFUND_SUCCESS', lines: 1 },
];

const goodsStatusOf = (status: ReverseStatus): string => {
  if (status === 'BUYER_RETURN_ITEM' || status === 'REFUND_PENDING') return 'delivered';
  return status === 'SELLER_AGREE_RETURN' ? 'reverse fulfillment order created' : '';
};

const makeOrder = (seller: Seller, index: number, { seed, startsAt }: OrderSeed): ReverseOrder => {
  const random = createRandom('reverse order', seed, index);
  const { requestType, status, lines: count } = cast[index] ?? { requestType: 'RETURN', status: 'REQUEST_INITIATE', lines: 1 };
  const createdAt = startsAt - (status === 'REQUEST_INITIATE' ? hours(random.integer(2, 20)) : days(random.integer(2, 5)));
  const number = { ordinal: seller.ordinal, index };
  const lines = Array.from({ length: count }, (_, part): ReverseLine => {
    const sku = `ES-${random.integer(1000, 9999)}`;
    return {
      lineId: toNumber({ family: 'reverseLine', ...number, part }),
      tradeLineId: toNumber({ family: 'childOrder', ...number, part }),
      reasonCode: '10000019',
      reasonText: 'The product is not as described',
      refundMinor: random.integer(199, 9999),
      sku,
      status,
      goodsStatus: goodsStatusOf(status),
      updatedAt: Math.max(createdAt, startsAt - hours(20)),
    };
  });
  return {
    reverseOrderId: toNumber({ family: 'reverse', ...number }),
    tradeOrderId: toNumber({ family: 'parentOrder', ...number }),
    seller,
    requestType,
    buyerId: String(random.integer(100_000_000, 999_999_999)),
    createdAt,
    trackingNumber: status === 'REQUEST_INITIATE' ? '' : `PQ${random.integer(10_000_000, 99_999_999)}ES`,
    lines,
  };
};

export const seedReverseOrders = (seller: Seller, seed: OrderSeed): readonly ReverseOrder[] =>
  cast.map((_, index) => makeOrder(seller, index, seed));

/** Two lines of one package: only both together can be canceled. */
export const seedCancelRequests = ({ ordinal }: Seller): readonly CancelRequest[] => [
  {
    tradeOrderId: toNumber({ family: 'parentOrder', ordinal, index: 900_100 }),
    lineIds: [1, 2].map((part) => toNumber({ family: 'childOrder', ordinal, index: 900_100, part })),
    status: 'waitSellerConfirmCancel',
  },
];
