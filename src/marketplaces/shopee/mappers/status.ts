import type { CaseKind, CasePhase, Outcome, WaitingOn } from '../../../core/vocabulary.js';
import type { ShopeeEscrow } from '../native/orders.js';
import type { WireReturn } from '../wire/returns.js';
import type { Axes } from './axes.js';
import { parcelStageOf, type ParcelStage } from './parcel.js';
import { isNotReceived } from './reason.js';

/** Where the case stands and whose turn it is; they are read together because the same words decide both. */
export interface Standing {
  readonly phase: CasePhase;
  readonly waitingOn: WaitingOn;
}

export const toKind = (wire: WireReturn, axes: Axes): CaseKind => {
  if (axes.goods === 'returned') return 'return';
  return isNotReceived(wire) ? 'not-received' : 'refund-only';
};

const negotiating: Readonly<Record<string, Standing>> = {
  PENDING_RESPOND: { phase: 'negotiating', waitingOn: 'seller' },
  PENDING_BUYER_RESPOND: { phase: 'negotiating', waitingOn: 'buyer' },
};

const travelling: Readonly<Record<Exclude<ParcelStage, 'delivered'>, Standing>> = {
  'not-arranged': { phase: 'awaiting-label', waitingOn: 'buyer' },
  arranged: { phase: 'awaiting-shipment', waitingOn: 'buyer' },
  moving: { phase: 'in-transit', waitingOn: 'carrier' },
  failed: { phase: 'in-transit', waitingOn: 'carrier' },
  lost: { phase: 'in-transit', waitingOn: 'marketplace' },
  // A list row does not say where the parcel is, and a new word would be a guess.
  unknown: { phase: 'unknown', waitingOn: 'unknown' },
};

const whileProcessing = (wire: WireReturn, axes: Axes): Standing => {
  if (axes.goods === 'kept-by-buyer') return { phase: 'refund-pending', waitingOn: 'marketplace' };
  const stage = parcelStageOf(axes.logistics);
  if (stage === 'delivered') return { phase: 'inspection', waitingOn: axes.isWarehouseValidated ? 'marketplace' : 'seller' };
  const mustSellerArrange = wire.is_seller_arrange === true && wire.has_uploaded_shipping_proof !== true;
  if (stage === 'not-arranged' && mustSellerArrange) return { phase: 'awaiting-label', waitingOn: 'seller' };
  // In transit to the buyer or refused at the door, the carrier already has the parcel.
  if (stage === 'arranged' && (axes.requestType ?? 0) > 0) return { phase: 'awaiting-shipment', waitingOn: 'carrier' };
  return travelling[stage];
};

/** The buyer is refunded, but the seller may still prove something or claim compensation, so it has not ended. */
const whileAccepted = (axes: Axes): Standing => {
  if (axes.proof === 'PENDING') return { phase: 'disputed', waitingOn: 'seller' };
  if (axes.compensation === 'REQUESTED') return { phase: 'disputed', waitingOn: 'marketplace' };
  return { phase: 'refund-pending', waitingOn: axes.compensation === 'PENDING_REQUEST' ? 'seller' : 'marketplace' };
};

const closed: Standing = { phase: 'closed', waitingOn: 'nobody' };

/** The seven documented words and REFUND_PAID of the first API version. */
export const toStanding = (wire: WireReturn, axes: Axes): Standing => {
  switch (axes.status) {
    case 'REQUESTED':
      return negotiating[axes.negotiation] ?? { phase: 'requested', waitingOn: 'seller' };
    case 'PROCESSING':
      return negotiating[axes.negotiation] ?? whileProcessing(wire, axes);
    case 'ACCEPTED':
      return whileAccepted(axes);
    case 'SELLER_DISPUTE':
    case 'JUDGING':
      return { phase: 'disputed', waitingOn: axes.proof === 'PENDING' ? 'seller' : 'marketplace' };
    case 'CLOSED':
    case 'CANCELLED':
    case 'REFUND_PAID':
      return closed;
    default:
      return { phase: 'unknown', waitingOn: 'unknown' };
  }
};

/** Whether the seller ever disputed: the field is null before, afterwards an id, a text or a list of texts. */
export const isDisputed = ({ dispute_reason: reason }: WireReturn): boolean =>
  Array.isArray(reason) ? reason.length > 0 : reason !== null && reason !== undefined && reason !== '' && reason !== 0;

const refundOf = (wire: WireReturn): Outcome => (wire.is_refund_amount_adjusted === true ? 'partially-refunded' : 'refunded');

/**
 * CLOSED alone does not say who won. A disputed return that closes was decided for the seller (measured: 21 of 21); the order's escrow
 * tells the rest, as long as no other return was made on that order.
 */
const closedOutcome = (wire: WireReturn, { goods, logistics }: Axes, escrow: ShopeeEscrow | undefined): Outcome => {
  const isShared = escrow?.returnSns.some((returnSn) => returnSn !== wire.return_sn) === true;
  const refunded = isShared ? undefined : escrow?.sellerReturnRefund;
  if (refunded !== undefined && refunded < 0) return refundOf(wire);
  if (isDisputed(wire)) return 'rejected';
  const stage = parcelStageOf(logistics);
  const wasNeverSent = goods === 'returned' && (stage === 'not-arranged' || stage === 'arranged');
  return wasNeverSent && refunded !== undefined ? 'expired' : 'unknown';
};

/** Absent while nothing is decided. ACCEPTED means that the buyer is refunded (measured: 15 of 15), though the case is still open. */
export const toOutcome = (wire: WireReturn, axes: Axes, escrow?: ShopeeEscrow): Outcome | undefined => {
  switch (axes.status) {
    case 'ACCEPTED':
    case 'REFUND_PAID':
      return refundOf(wire);
    case 'CANCELLED':
      return 'withdrawn';
    case 'CLOSED':
      return closedOutcome(wire, axes, escrow);
    default:
      return undefined;
  }
};
