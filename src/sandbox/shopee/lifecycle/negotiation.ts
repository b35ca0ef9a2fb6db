import { roundToSite } from '../regions.js';
import type { ReturnRecord, Solution } from '../record.js';
import type { Change } from './change.js';
import { hours, offerAnswerTime } from './durations.js';
import { startReturn } from './returning.js';
import { refundBuyer } from './refunds.js';

interface Proposal {
  readonly solution: Solution;
  readonly amountMinor: number;
}

/** Seller's and buyer's agreement on a solution: a refund at once, or a return with the refund after it. */
const settleOn =
  ({ solution, amountMinor }: Proposal, cause: string): Change =>
  (record, at, effects) => {
    record.solution = solution;
    record.refundMinor = amountMinor;
    record.negotiation.status = 'TERMINATED';
    if (solution === 'REFUND') refundBuyer(cause)(record, at, effects);
    else startReturn(record, at, effects);
  };

const latestProposal = ({ negotiation, refundMinor }: ReturnRecord): Proposal => ({
  solution: negotiation.solution === '' ? 'REFUND' : negotiation.solution,
  amountMinor: negotiation.amountMinor === 0 ? refundMinor : negotiation.amountMinor,
});

/** The seller proposes; the seller's own deadline waits until the buyer had time to answer. */
export const makeOffer =
  ({ solution, amountMinor }: Proposal): Change =>
  (record, at) => {
    const { negotiation } = record;
    Object.assign(negotiation, { status: 'PENDING_BUYER_RESPOND', solution, amountMinor, creator: 'seller' });
    negotiation.countersLeft -= 1;
    negotiation.offeredAt = at;
    negotiation.dueAt = at + offerAnswerTime;
    record.dueAt = Math.max(record.dueAt, negotiation.dueAt + hours(24));
  };

/** The seller agrees to what the buyer proposed. */
export const acceptBuyerOffer: Change = (record, at, effects) =>
  settleOn(latestProposal(record), 'accept-offer')(record, at, effects);

/** The buyer proposes: as a request opens, or in answer to an offer. */
export const proposeAsBuyer =
  ({ solution, amountMinor }: Proposal): Change =>
  (record, at) => {
    const { negotiation } = record;
    Object.assign(negotiation, { status: 'PENDING_RESPOND', solution, amountMinor, creator: 'buyer' });
    negotiation.offeredAt = at;
    negotiation.dueAt = at + offerAnswerTime;
  };

/** The buyer answers an offer as the script says; a counter asks for the middle, and only while counters are left. */
export const answerOffer: Change = (record, at, effects) => {
  const { solution, amountMinor } = latestProposal(record);
  const middle = roundToSite((amountMinor + record.claim.requestedMinor) / 2, record.shop.region);
  const counters = record.script.answersOffer === 'counters' && record.negotiation.countersLeft > 0 && middle > amountMinor;
  if (counters) proposeAsBuyer({ solution, amountMinor: middle })(record, at, effects);
  else settleOn({ solution, amountMinor }, 'offer-accepted')(record, at, effects);
};

export const lapseOffer: Change = (record) => {
  record.negotiation.status = 'TERMINATED';
  record.negotiation.dueAt = 0;
};
