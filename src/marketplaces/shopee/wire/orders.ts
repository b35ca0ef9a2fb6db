import * as z from 'zod';
import { number, optionalNumber, optionalText, optionalTexts } from './fields.js';

const orderItem = z.lazy(() =>
  z.object({
    item_id: optionalNumber,
    model_id: optionalNumber,
    item_name: optionalText,
    item_sku: optionalText,
    model_sku: optionalText,
    model_quantity_purchased: optionalNumber,
    model_original_price: optionalNumber,
    /** 0 for a bundle deal. */
    model_discounted_price: optionalNumber,
    returned_qty: optionalNumber,
  }),
);
export type WireOrderItem = z.infer<typeof orderItem>;

const parcel = z.lazy(() =>
  z.object({ package_number: optionalText, logistics_status: optionalText, shipping_carrier: optionalText }),
);
export type WireParcel = z.infer<typeof parcel>;

const order = z.lazy(() =>
  z.object({
    order_sn: z.string().min(1),
    region: optionalText,
    currency: z.string().min(1),
    order_status: optionalText,
    create_time: number,
    update_time: optionalNumber,
    pay_time: optionalNumber,
    pickup_done_time: optionalNumber,
    total_amount: optionalNumber,
    estimated_shipping_fee: optionalNumber,
    fulfillment_flag: optionalText,
    return_request_due_date: optionalNumber,
    item_list: z.array(orderItem).nullish(),
    package_list: z.array(parcel).nullish(),
  }),
);
export type WireOrder = z.infer<typeof order>;
export const wireOrders = z.lazy(() => z.object({ order_list: z.array(order).nullish() }));

export const wireEscrow = z.lazy(() =>
  z.object({
    order_sn: optionalText,
    return_order_sn_list: optionalTexts,
    order_income: z
      .object({
        escrow_amount: optionalNumber,
        seller_return_refund: optionalNumber,
        drc_adjustable_refund: optionalNumber,
        reverse_shipping_fee: optionalNumber,
        seller_lost_compensation: optionalNumber,
        escrow_amount_after_adjustment: optionalNumber,
      })
      .nullish(),
  }),
);
export type WireEscrow = z.infer<typeof wireEscrow>;

const trackingStep = z.lazy(() =>
  z.object({ update_time: optionalNumber, description: optionalText, logistics_status: optionalText }),
);
export const wireTracking = z.lazy(() => z.object({ tracking_info: z.array(trackingStep).nullish() }));
export type WireTracking = z.infer<typeof wireTracking>;

const warehouse = z.lazy(() =>
  z.object({
    warehouse_id: optionalNumber,
    location_id: optionalText,
    warehouse_name: optionalText,
    warehouse_type: optionalNumber,
  }),
);
export const wireWarehouses = z.lazy(() =>
  z.union([z.array(warehouse), z.object({ warehouse_list: z.array(warehouse).nullish() })]).nullish(),
);
export type WireWarehouses = z.infer<typeof wireWarehouses>;
