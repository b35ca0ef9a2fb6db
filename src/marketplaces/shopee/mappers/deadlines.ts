import type { Deadline } from '../../../core/deadline.js';
import type { WireNumber } from '../wire/fields.js';
import type { WireReturn } from '../wire/returns.js';
import type { Axes } from './axes.js';
import { parcelStageOf } from './parcel.js';
import { toTime } from './values.js';

type Terms = Pick<Deadline, 'duty' | 'party'> & Partial<Pick<Deadline, 'onMiss' | 'certainty'>>;

const deadline = (at: WireNumber, { duty, party, onMiss = 'unknown', certainty = 'stated' }: Terms): readonly Deadline[] => {
  const by = toTime(at);
  return by === undefined ? [] : [{ duty, party, by, onMiss, source: 'marketplace', certainty }];
};

/** Silence past `due_date` is agreement: the return is accepted and the buyer refunded. */
const answering = (wire: WireReturn, { status, negotiation }: Axes): readonly Deadline[] => {
  const answer = (): readonly Deadline[] => deadline(wire.due_date, { duty: 'answer', party: 'seller', onMiss: 'auto-refunded' });
  const isOpen = status === 'REQUESTED' || status === 'PROCESSING';
  if (isOpen && negotiation === 'PENDING_BUYER_RESPOND') {
    return deadline(wire.negotiation?.offer_due_date, { duty: 'answer-offer', party: 'buyer' });
  }
  if (isOpen && negotiation === 'PENDING_RESPOND') {
    const offer = deadline(wire.negotiation?.offer_due_date, { duty: 'answer-offer', party: 'seller' });
    return status === 'REQUESTED' ? [...offer, ...answer()] : offer;
  }
  return status === 'REQUESTED' ? answer() : [];
};

/**
 * `return_seller_due_date` is filled in with an estimate long before the parcel arrives and moves with it; it binds only once the
 * parcel is delivered (measured on live shops). After it the buyer is refunded.
 */
const inspecting = (wire: WireReturn, { status, isWarehouseValidated, logistics }: Axes): readonly Deadline[] =>
  deadline(wire.return_seller_due_date, {
    duty: 'inspect',
    party: isWarehouseValidated ? 'marketplace' : 'seller',
    // Once accepted the refund is paid anyway; what is lost is the right to dispute.
    onMiss: status === 'ACCEPTED' ? 'denied' : 'auto-refunded',
    certainty: parcelStageOf(logistics) === 'delivered' ? 'stated' : 'estimated',
  });

/** In transit to the buyer, or refused at the door: the parcel turns around by itself and the buyer sends nothing. */
const isCarriersTurn = ({ requestType }: Axes): boolean => requestType !== undefined && requestType > 0;

const travelling = (wire: WireReturn, axes: Axes): readonly Deadline[] => {
  const stage = parcelStageOf(axes.logistics);
  if (axes.goods !== 'returned' || (axes.status !== 'PROCESSING' && axes.status !== 'ACCEPTED')) return [];
  const isWaitedFor = stage === 'not-arranged' || stage === 'arranged' || stage === 'unknown';
  const dispatch =
    isWaitedFor && axes.status === 'PROCESSING' && !isCarriersTurn(axes)
      ? deadline(wire.return_ship_due_date, { duty: 'dispatch-back', party: 'buyer', onMiss: 'case-closed' })
      : [];
  // Once accepted, the warehouse has had its say; the seller may still look at what came back and dispute.
  const isInspectable = axes.status === 'PROCESSING' || (stage === 'delivered' && !axes.isWarehouseValidated);
  return isInspectable ? [...dispatch, ...inspecting(wire, axes)] : dispatch;
};

const proving = (wire: WireReturn, { proof }: Axes): readonly Deadline[] =>
  proof === 'PENDING'
    ? deadline(wire.seller_proof?.seller_evidence_deadline ?? wire.seller_evidence_deadline, {
        duty: 'submit-evidence',
        party: 'seller',
        onMiss: 'platform-decides',
      })
    : [];

const claiming = (wire: WireReturn, { compensation }: Axes): readonly Deadline[] =>
  compensation === 'PENDING_REQUEST'
    ? deadline(wire.seller_compensation?.seller_compensation_due_date, {
        duty: 'claim-compensation',
        party: 'seller',
        onMiss: 'denied',
      })
    : [];

const hasEnded = ({ status }: Axes): boolean => status === 'CLOSED' || status === 'CANCELLED' || status === 'REFUND_PAID';

/** Every date of the payload that binds now, with whose it is. 0 and null are no date; an ended case has none. */
export const toDeadlines = (wire: WireReturn, axes: Axes): readonly Deadline[] =>
  hasEnded(axes) ? [] : [...answering(wire, axes), ...travelling(wire, axes), ...proving(wire, axes), ...claiming(wire, axes)];

/**
 * A row of the list has no date for an offer or a compensation, no parcel and not always a date for evidence. Its deadlines are given
 * only where none of these can be running, so that "no deadline" is never said of a case that has one.
 */
export const knowsAllDeadlines = ({ status, negotiation, proof, compensation }: Axes): boolean => {
  const isQuiet = !negotiation.startsWith('PENDING') && proof !== 'PENDING' && compensation !== 'PENDING_REQUEST';
  return status === 'REQUESTED' ? isQuiet : status === 'CLOSED' || status === 'CANCELLED' || status === 'REFUND_PAID';
};
