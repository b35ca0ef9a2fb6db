import { NotFoundError } from '../../../core/errors/api-errors.js';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Order } from '../../../core/order.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';
import { findOrder } from '../endpoints/orders.js';
import { toOrder } from '../mappers/order.js';

const operation = 'orders.get';

/** The sale behind a case, by the order that the buyer paid (`case.order.id`), not by one of its lines. */
export const getOrder =
  (context: AliExpressContext) =>
  async (orderId: string, options?: CallOptions): Promise<Order> => {
    if (!/^\d{1,19}$/.test(orderId)) {
      const issues = [{ path: 'orderId', message: 'expected the digits of an order' }];
      throw new InvalidInputError('aliexpress: orders.get cannot be sent', { marketplace, operation, issues });
    }
    const wire = await context.transport.send(findOrder, { orderId }, options);
    if (wire === undefined) throw new NotFoundError('aliexpress: the seller has no such order', { marketplace, operation });
    return toOrder(orderId, wire);
  };
