import { ConflictError, NotFoundError } from '../../../core/errors/api-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { TrackingEvent } from '../../../core/operations.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { getTrackingInfo } from '../endpoints/orders.js';
import { getReturnDetail, getReverseTrackingInfo } from '../endpoints/return-reads.js';
import { toOutboundEvents, toReturnEvents } from '../mappers/tracking.js';

const readReverse = async (
  { transport }: ShopeeContext,
  returnSn: string,
  options?: CallOptions,
): Promise<readonly TrackingEvent[]> => {
  try {
    return toReturnEvents(await transport.send(getReverseTrackingInfo, { returnSn }, options));
  } catch (error) {
    // A refund without goods has no way back, which Shopee answers with an error.
    if (ConflictError.isInstance(error)) return [];
    throw error;
  }
};

const readOutbound = async (
  { transport }: ShopeeContext,
  returnSn: string,
  options?: CallOptions,
): Promise<readonly TrackingEvent[]> => {
  const { order_sn: orderSn } = await transport.send(getReturnDetail, { returnSn }, options);
  try {
    return toOutboundEvents(await transport.send(getTrackingInfo, { orderSn }, options));
  } catch (error) {
    if (NotFoundError.isInstance(error)) return [];
    throw error;
  }
};

const notStarted = new Set(['LOGISTICS_NOT_STARTED', 'LOGISTICS_NOT_START', '']);

/**
 * The goods' way back. Where none has begun, the parcel to the buyer is told instead: a delivery that failed comes back under its
 * original number. One call, or three in that case.
 */
export const trackCase =
  (context: ShopeeContext) =>
  async (id: CaseId, options?: CallOptions): Promise<readonly TrackingEvent[]> => {
    const returnSn = returnSnOf(context, id);
    const events = await readReverse(context, returnSn, options);
    const hasBegun = events.some(({ status }) => !notStarted.has(status.raw) || status.unified !== 'not-started');
    return hasBegun ? events : readOutbound(context, returnSn, options);
  };
