import type { WireReturn } from '../wire/returns.js';
import { isReassessed } from './reason.js';
import { toCount, toText } from './values.js';

/** Where a return stands on each of Shopee's independent axes, both spellings and both places of each field read as one. */
export interface Axes {
  readonly status: string;
  readonly negotiation: string;
  readonly proof: string;
  /** Without the prefix `COMPENSATION_`, which the samples leave out and the error texts do not. */
  readonly compensation: string;
  /** Undefined where the answer has no such field, as in the list; `''` where it is there and empty. */
  readonly logistics: string | undefined;
  readonly goods: 'kept-by-buyer' | 'returned';
  /** 0: after delivery. 1: while in transit. 2: refused at the door. */
  readonly requestType: number | undefined;
  readonly isWarehouseValidated: boolean;
}

const withoutPrefix = (word: string): string => word.replace(/^COMPENSATION_/, '');

const logisticsOf = (wire: WireReturn): string | undefined =>
  toText(wire.reverse_logistics_status) ??
  toText(wire.reverse_logistic_status) ??
  toText(wire.logistics_status) ??
  wire.reverse_logistics_status ??
  wire.reverse_logistic_status ??
  wire.logistics_status ??
  undefined;

/** `return_solution` is the newest word (0: return and refund, 1: refund only); older rows only say whether goods travel. */
const goodsOf = (wire: WireReturn): Axes['goods'] => {
  const solution = toCount(wire.return_solution);
  if (solution === 0) return 'returned';
  if (solution === 1) return 'kept-by-buyer';
  return wire.needs_logistics === false ? 'kept-by-buyer' : 'returned';
};

export const toAxes = (wire: WireReturn): Axes => ({
  status: toText(wire.status) ?? '',
  negotiation: toText(wire.negotiation?.negotiation_status ?? wire.negotiation_status) ?? '',
  proof: toText(wire.seller_proof?.seller_proof_status ?? wire.seller_proof_status) ?? '',
  compensation: withoutPrefix(
    toText(wire.seller_compensation?.seller_compensation_status ?? wire.seller_compensation_status) ?? '',
  ),
  logistics: logisticsOf(wire),
  goods: goodsOf(wire),
  requestType: toCount(wire.return_refund_request_type),
  isWarehouseValidated: toText(wire.validation_type) === 'warehouse_validation',
});

/** The raw words by axis, as sent. An axis the answer does not have is left out. */
export const toNative = (wire: WireReturn): Readonly<Record<string, string>> => {
  const native: Record<string, string> = { status: wire.status ?? '' };
  const add = (axis: string, word: string | number | null | undefined): void => {
    if (word !== null && word !== undefined) native[axis] = String(word);
  };
  add('negotiation', wire.negotiation?.negotiation_status ?? wire.negotiation_status);
  add('proof', wire.seller_proof?.seller_proof_status ?? wire.seller_proof_status);
  add('compensation', wire.seller_compensation?.seller_compensation_status ?? wire.seller_compensation_status);
  add('logistics', logisticsOf(wire));
  add('solution', wire.return_solution);
  add('requestType', wire.return_refund_request_type);
  add('refundType', wire.return_refund_type);
  add('validation', wire.validation_type);
  add('warehouse', wire.is_arrived_at_warehouse);
  // Kept beside the reassessed word, which is the case's reason.
  if (isReassessed(wire)) add('buyersReason', wire.reason);
  return native;
};
