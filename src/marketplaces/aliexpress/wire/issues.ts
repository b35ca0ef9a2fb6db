import * as z from 'zod';
import { identifier, optionalFlag, optionalNumber, optionalText } from './fields.js';

/** A row of the list: neither a deadline nor a sub-status. */
export const wireRow = z.lazy(() =>
  z.object({
    issue_id: identifier,
    order_id: identifier,
    parent_order_id: identifier.nullish(),
    buyer_login_id: optionalText,
    issue_status: optionalText,
    reason_english: optionalText,
    reason_chinese: optionalText,
    gmt_create: optionalText,
    gmt_modified: optionalText,
  }),
);
export type WireRow = z.infer<typeof wireRow>;

/** The rows are read one by one, so that a bad one does not hide the others. */
export const wirePage = z.lazy(() =>
  z
    .object({ total_item: optionalNumber, data_list: z.unknown().optional() })
    .refine((page) => page.data_list !== undefined || (page.total_item !== undefined && page.total_item !== null), {
      error: 'expected rows or their number',
    }),
);

const solution = z.lazy(() =>
  z.object({
    id: identifier,
    solution_type: optionalText,
    status: optionalText,
    is_default: optionalFlag,
    refund_money: optionalNumber,
    refund_money_currency: optionalText,
    refund_money_post: optionalNumber,
    refund_money_post_currency: optionalText,
    logistics_fee_bear_role: optionalText,
    reached_type: optionalText,
    reached_time: optionalText,
    seller_accept_time: optionalText,
    gmt_create: optionalText,
    gmt_modified: optionalText,
  }),
);
export type WireSolution = z.infer<typeof solution>;

const attachment = z.lazy(() => z.object({ file_path: optionalText, owner: optionalText, gmt_create: optionalText }));

const record = z.lazy(() =>
  z.object({
    action_type: optionalText,
    submit_member_type: optionalText,
    content: optionalText,
    has_buyer_video: optionalFlag,
    has_seller_video: optionalFlag,
    gmt_create: optionalText,
    attachments: z.array(attachment).nullish(),
  }),
);
export type WireRecord = z.infer<typeof record>;

const detail = z.lazy(() =>
  z.object({
    /** Not the id that the issue is asked with: it was seen to differ from it and from the ids inside. */
    id: optionalNumber,
    issue_status: optionalText,
    reverse_detail_status: optionalText,
    timeout_type: optionalText,
    timeout_trigger_time: optionalText,
    issue_reason_id: optionalNumber,
    issue_reason: optionalText,
    order_id: identifier,
    parent_order_id: identifier.nullish(),
    buyer_login_id: optionalText,
    gmt_create: optionalText,
    product_id: optionalNumber,
    product_name: optionalText,
    product_price: optionalNumber,
    product_price_currency: optionalText,
    issue_quantity: optionalNumber,
    refund_money_max: optionalNumber,
    refund_money_max_currency: optionalText,
    refund_money_max_local: optionalNumber,
    refund_money_max_local_currency: optionalText,
    after_sale_warranty: optionalFlag,
    buyer_return_logistics_company: optionalText,
    buyer_return_logistics_lp_no: optionalText,
    buyer_return_no: optionalText,
    buyer_solution_list: z.array(solution).nullish(),
    seller_solution_list: z.array(solution).nullish(),
    platform_solution_list: z.array(solution).nullish(),
    process_dto_list: z.array(record).nullish(),
  }),
);
export type WireDetail = z.infer<typeof detail>;

export const wireDetailAnswer = z.lazy(() => z.object({ result_object: detail.nullish() }));

/** What a write answers. Without it nobody can tell what became of the write. */
export const wireWritten = z.lazy(() => z.object({ result_object: z.union([z.literal(true), z.literal('true')]) }));
