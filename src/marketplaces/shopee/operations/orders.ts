import { ConflictError, NotFoundError, PermissionDeniedError, RejectedError } from '../../../core/errors/api-errors.js';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Order } from '../../../core/order.js';
import type { TrackingEvent } from '../../../core/operations.js';
import { marketplace } from '../classify.js';
import type { ShopeeContext } from '../context.js';
import { getOrderDetail, getTrackingInfo } from '../endpoints/orders.js';
import { toOrder } from '../mappers/order.js';
import { toOutboundEvents } from '../mappers/tracking.js';

const operation = 'orders.get';
const shipped = new Set(['SHIPPED', 'TO_CONFIRM_RECEIVE', 'TO_RETURN', 'COMPLETED']);

const readEvents = async (
  { transport }: ShopeeContext,
  orderSn: string,
  options?: CallOptions,
): Promise<readonly TrackingEvent[]> => {
  try {
    return toOutboundEvents(await transport.send(getTrackingInfo, { orderSn }, options));
  } catch (error) {
    const isRefused =
      NotFoundError.isInstance(error) ||
      ConflictError.isInstance(error) ||
      RejectedError.isInstance(error) ||
      PermissionDeniedError.isInstance(error);
    if (isRefused) return [];
    throw error;
  }
};

/** The sale behind a case: the order and, once it is on its way, the parcel's events, which alone tell the day of delivery. */
export const getOrder =
  (context: ShopeeContext) =>
  async (orderId: string, options?: CallOptions): Promise<Order> => {
    if (!/^[\w-]{1,64}$/.test(orderId)) {
      const issues = [{ path: 'orderId', message: 'expected an order_sn such as 2509105J8RJMW7' }];
      throw new InvalidInputError('shopee: orders.get cannot be sent', { marketplace, operation, issues });
    }
    const { order_list: orders } = await context.transport.send(getOrderDetail, { orderSn: orderId }, options);
    const wire = orders?.find(({ order_sn: orderSn }) => orderSn === orderId);
    if (wire === undefined) throw new NotFoundError('shopee: the shop has no such order', { marketplace, operation });
    const events = shipped.has(wire.order_status ?? '') ? await readEvents(context, orderId, options) : [];
    return toOrder(wire, events);
  };
