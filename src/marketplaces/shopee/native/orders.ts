import { toCount, toIdentifier, toText } from '../mappers/values.js';
import type { WireEscrow, WireWarehouses } from '../wire/orders.js';

/** What the seller is paid for an order. Amounts are major units as Shopee sends them, in the order's currency. */
export interface ShopeeEscrow {
  /** Returns on this order. */
  readonly returnSns: readonly string[];
  readonly escrowAmount: number | undefined;
  /** Negative once a buyer was refunded, as measured on live shops. */
  readonly sellerReturnRefund: number | undefined;
  readonly adjustableRefund: number | undefined;
  readonly reverseShippingFee: number | undefined;
  readonly sellerLostCompensation: number | undefined;
  readonly escrowAmountAfterAdjustment: number | undefined;
}

export const toEscrow = ({ return_order_sn_list: returnSns, order_income: income }: WireEscrow): ShopeeEscrow => ({
  returnSns: returnSns ?? [],
  escrowAmount: toCount(income?.escrow_amount),
  sellerReturnRefund: toCount(income?.seller_return_refund),
  adjustableRefund: toCount(income?.drc_adjustable_refund),
  reverseShippingFee: toCount(income?.reverse_shipping_fee),
  sellerLostCompensation: toCount(income?.seller_lost_compensation),
  escrowAmountAfterAdjustment: toCount(income?.escrow_amount_after_adjustment),
});

/** An address of the shop to send goods from or back to. */
export interface ShopeeWarehouse {
  readonly warehouseId: string | undefined;
  readonly locationId: string | undefined;
  readonly name: string | undefined;
  /** 1: pickup. 2: return. */
  readonly type: number | undefined;
}

export const toWarehouses = (wire: WireWarehouses): readonly ShopeeWarehouse[] => {
  const list = Array.isArray(wire) ? wire : (wire?.warehouse_list ?? []);
  return list.map((warehouse) => ({
    warehouseId: toIdentifier(warehouse.warehouse_id),
    locationId: toText(warehouse.location_id),
    name: toText(warehouse.warehouse_name),
    type: toCount(warehouse.warehouse_type),
  }));
};
