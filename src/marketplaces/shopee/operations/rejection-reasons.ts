import type { CaseId } from '../../../core/ids.js';
import type { CallOptions, RejectionReason } from '../../../core/inputs.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { getReturnDisputeReason } from '../endpoints/return-reads.js';
import { toRejectionReason } from '../mappers/rejection-reasons.js';

/**
 * The reasons this case can be disputed for at this moment. Empty before the window opens and after `return_seller_due_date` (measured on live
 * shops), so an empty list is not an error.
 */
export const readRejectionReasons =
  (context: ShopeeContext) =>
  async (id: CaseId, options?: CallOptions): Promise<readonly RejectionReason[]> => {
    const returnSn = returnSnOf(context, id);
    const { dispute_reason_list: reasons } = await context.transport.send(getReturnDisputeReason, { returnSn }, options);
    return (reasons ?? []).map(toRejectionReason);
  };
