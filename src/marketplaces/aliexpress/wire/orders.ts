import * as z from 'zod';
import { identifier, optionalNumber, optionalText } from './fields.js';

const money = z.lazy(() =>
  z.object({
    amount: optionalNumber,
    currency_code: optionalText,
    cent: optionalNumber,
    cent_factor: optionalNumber,
  }),
);
const optionalMoney = money.nullish();
export type WireMoney = z.infer<typeof optionalMoney>;

const childOrder = z.lazy(() =>
  z.object({
    id: optionalNumber,
    child_id: optionalNumber,
    sku_code: optionalText,
    product_name: optionalText,
    product_count: optionalNumber,
    product_price: optionalMoney,
    product_unit_price: optionalMoney,
  }),
);
export type WireChildOrder = z.infer<typeof childOrder>;

const parcel = z.lazy(() => z.object({ logistics_no: optionalText, logistics_service: optionalText, gmt_send: optionalText }));
export type WireParcel = z.infer<typeof parcel>;

const order = z.lazy(() =>
  z.object({
    id: optionalNumber,
    order_id: optionalNumber,
    order_status: optionalText,
    gmt_create: optionalText,
    gmt_pay_success: optionalText,
    gmt_pay_time: optionalText,
    gmt_send_goods_time: optionalText,
    gmt_trade_end: optionalText,
    order_amount: optionalMoney,
    pay_amount: optionalMoney,
    logistics_amount: optionalMoney,
    receipt_address: z.object({ country: optionalText }).nullish(),
    buyer_info: z.object({ country: optionalText }).nullish(),
    child_order_list: z.array(childOrder).nullish(),
    product_list: z.array(childOrder).nullish(),
    logistic_info_list: z.array(parcel).nullish(),
  }),
);
export type WireOrder = z.infer<typeof order>;
export const wireOrderAnswer = z.lazy(() => z.object({ target: order.nullish() }));

const orderRow = z.lazy(() =>
  z.object({
    order_id: identifier,
    order_status: optionalText,
    issue_status: optionalText,
    buyer_login_id: optionalText,
    gmt_create: optionalText,
    gmt_update: optionalText,
    pay_amount: optionalMoney,
    timeout_left_time: optionalNumber,
  }),
);
export type WireOrderRow = z.infer<typeof orderRow>;

export const wireOrderPage = z.lazy(() =>
  z.object({
    result: z.object({
      total_count: optionalNumber,
      total_page: optionalNumber,
      current_page: optionalNumber,
      target_list: z.array(orderRow).nullish(),
    }),
  }),
);
export type WireOrderPage = z.infer<typeof wireOrderPage>;

const yes = z.lazy(() => z.union([z.literal(true), z.literal('true')]));

/** `extendsbuyeracceptgoodstime` and `evaluation.reply`, which say it each in their own way. */
export const wireExtended = z.lazy(() =>
  z.union([z.object({ is_success: yes }), z.object({ result: z.object({ is_success: yes }) })]),
);
export const wireReplied = z.lazy(() => z.object({ target: yes }));
export const wireAnswered = z.lazy(() => z.object({ result: z.object({ success: yes }) }));
