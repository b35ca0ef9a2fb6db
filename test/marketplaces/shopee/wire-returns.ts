import { wireReturn, type WireReturn } from '../../../src/marketplaces/shopee/wire/returns.js';

/** A return of the smallest kind; each test says what it is about. */
export const aReturn = (change: object = {}): WireReturn =>
  wireReturn.parse({
    return_sn: '2611180K4TQ7WZA',
    order_sn: '251110M2N4P6Q8',
    create_time: 1763440000,
    update_time: 1763440600,
    status: 'REQUESTED',
    reason: 'PHYSICAL_DMG',
    currency: 'SGD',
    refund_amount: 34.5,
    due_date: 1763612799,
    return_ship_due_date: 1764460000,
    return_seller_due_date: 1764719200,
    return_solution: 0,
    return_refund_request_type: 0,
    validation_type: 'seller_validation',
    reverse_logistics_status: '',
    ...change,
  });

/** A return under way, with its parcel at this word. */
export const underWay = (logistics: string, change: object = {}): WireReturn =>
  aReturn({ status: 'PROCESSING', reverse_logistics_status: logistics, ...change });
