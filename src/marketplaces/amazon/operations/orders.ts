import { NotFoundError } from '../../../core/errors/api-errors.js';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Order } from '../../../core/order.js';
import { toInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { getOrder as getOrderCall } from '../endpoints/orders.js';
import { toOrder } from '../mappers/order.js';
import { observeOrder } from '../merge/observe-order.js';
import { accountKeyOf } from '../sources/coverage.js';

const operation = 'orders.get';

/** The sale behind a case. Buyer and recipient are not asked for. Orders of more than two years ago are gone. */
export const getOrder =
  (context: AmazonContext) =>
  async (orderId: string, options?: CallOptions): Promise<Order> => {
    if (!/^[\w-]{1,64}$/.test(orderId)) {
      const issues = [{ path: 'orderId', message: 'expected an order number such as 111-1234567-1234567' }];
      throw new InvalidInputError('amazon: orders.get cannot be sent', { marketplace, operation, issues });
    }
    const wire = await context.transport.send(getOrderCall, { orderId }, options);
    if (wire.orderId !== orderId) throw new NotFoundError('amazon: the answer is another order', { marketplace, operation });
    await context.caseStore.add(accountKeyOf(context), [observeOrder(wire, toInstant(context.clock.now()))]);
    return toOrder(wire);
  };
