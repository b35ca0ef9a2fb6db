import * as z from 'zod';
import { number, optionalFlag, optionalNumber, optionalText } from './fields.js';

const line = z.lazy(() =>
  z.object({
    reverse_order_line_id: number,
    trade_order_line_id: optionalNumber,
    reverse_status: optionalText,
    ofc_status: optionalText,
    goods_status: optionalText,
    reason_code: optionalNumber,
    reason_text: optionalText,
    refund_amount: optionalNumber,
    item_unit_price: optionalNumber,
    dispute: optionalFlag,
    seller_sku_id: optionalText,
    tracking_number: optionalText,
    return_order_line_gmt_create: optionalNumber,
    return_order_line_gmt_modified: optionalNumber,
  }),
);
export type WireReverseLine = z.infer<typeof line>;

const reverseOrder = z.lazy(() =>
  z.object({
    reverse_order_id: number,
    trade_order_id: optionalNumber,
    request_type: optionalText,
    shipping_type: optionalText,
    reverse_order_line_dtolist: z.array(line).nullish(),
  }),
);
export type WireReverseOrder = z.infer<typeof reverseOrder>;

export const wireReversePage = z.lazy(() =>
  z.object({
    result: z.object({
      page_info: z.object({ current: optionalNumber, total: optionalNumber, page_size: optionalNumber }).nullish(),
      data_source: z.array(reverseOrder).nullish(),
    }),
  }),
);

const reason = z.lazy(() => z.object({ reason_id: number, text: optionalText, muti_language_text: optionalText }));
export const wireReverseReasons = z.lazy(() => z.object({ result: z.object({ data: z.array(reason).nullish() }) }));
export type WireReverseReason = z.infer<typeof reason>;
