import { sumOf, type Charge, type MoneyEventKind } from '../money-book.js';
import type { OrderItem, ReturnRecord } from '../record.js';
import type { Change } from './change.js';
import { addBusinessDays } from './durations.js';

const refundable: readonly (keyof OrderItem['paid'])[] = ['Principal', 'Tax', 'Shipping', 'ShippingTax'];

/** What is still the buyer's of the returned quantity, component by component. */
export const owedOf = ({ item, quantity }: ReturnRecord, share = 1): readonly Charge[] =>
  refundable
    .map((type) => {
      const portion = Math.round((item.paid[type] * quantity * share) / item.quantity);
      return { type, minor: Math.min(portion, item.paid[type] - (item.refunded.get(type) ?? 0)) };
    })
    .filter(({ minor }) => minor > 0);

interface Payment {
  readonly kind: MoneyEventKind;
  readonly cause: string;
  readonly by: ReturnRecord['refundedBy'];
  readonly share?: number;
}

const quantityLeft = ({ item, quantity }: ReturnRecord): number =>
  Math.max(0, Math.min(quantity, item.quantity - item.refundedQuantity));

/** Pays the buyer and closes the return. Nothing is paid twice: what went back before is left out. */
export const payBuyer =
  ({ kind, cause, by, share }: Payment): Change =>
  (record, at, money) => {
    const charges = owedOf(record, share);
    const { order, item } = record;
    record.refundedAt = at;
    record.refundDueAt = 0;
    if (record.deliveredAt > 0 || record.trackingId === '') record.status = 'Closed';
    if (charges.length === 0) return;
    money.book({ kind, order, at, cause, safeTClaimId: undefined, lines: [{ item, quantity: quantityLeft(record), charges }] });
    record.refundedMinor += sumOf(charges);
    record.refundedBy = by;
  };

export const refundBySeller = (share: number): Change => payBuyer({ kind: 'refund', cause: 'seller', by: 'seller', share });
export const refundBySilence = payBuyer({ kind: 'refund', cause: 'silence', by: 'amazon' });
export const refundAtFirstScan = payBuyer({ kind: 'refund', cause: 'first-scan', by: 'amazon' });
export const refundWithoutReturn = payBuyer({ kind: 'refund', cause: 'returnless', by: 'amazon' });

/** What the seller's feed paid closes the return it belongs to; the money is booked by the feed. */
export const noteFeedRefund =
  (minor: number): Change =>
  (record, at) => {
    record.refundedAt = at;
    record.refundedMinor += minor;
    record.refundedBy = 'seller';
    record.refundDueAt = 0;
    record.status = 'Closed';
  };

export const startRefundTime: Change = (record, at) => {
  record.refundDueAt = record.refundedAt > 0 ? 0 : addBusinessDays(at, 2);
};
