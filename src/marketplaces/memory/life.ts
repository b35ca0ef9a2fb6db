import type { CaseOffer } from '../../core/case.js';
import { toOfferId } from '../../core/ids.js';
import { epochMsOf, toInstant, type Instant } from '../../core/time.js';
import type { Outcome, Party } from '../../core/vocabulary.js';
import { dueFor, refundableOf } from './amounts.js';
import { deadlinesOf } from './deadlines.js';
import type { CaseRecord, Proposal } from './record.js';
import type { Periods } from './settings.js';
import type { StageName } from './stages.js';
import { movesMoney, toNativeWord } from './vocabulary.js';

/** When a step happens, and how long the next ones may take. */
export interface Moment {
  readonly now: number;
  readonly periods: Periods;
}

/** Why money moved; kept on the refund and in the ledger. */
export type PaymentCause = 'ACCEPTED' | 'OFFER_ACCEPTED' | 'SILENCE' | 'JUDGED' | 'REFUNDED';

export const enter = (record: CaseRecord, status: StageName, { now, periods }: Moment): CaseRecord => {
  const entered = { ...record, status, updatedAt: toInstant(now), tooLateFor: [] };
  return { ...entered, deadlines: deadlinesOf(entered, { now, periods }) };
};

const closeOffers = (record: CaseRecord, state: CaseOffer['state']): CaseRecord => ({
  ...record,
  offers: record.offers.map((offer) => (offer.state === 'open' ? { ...offer, state } : offer)),
});

export const close = (record: CaseRecord, outcome: Outcome, moment: Moment): CaseRecord => ({
  ...enter(closeOffers(record, 'expired'), 'CLOSED', moment),
  outcome,
});

/** Pays the buyer. The only place where money moves. */
export const pay = (record: CaseRecord, minor: number, { cause, now }: Moment & { readonly cause: PaymentCause }): CaseRecord => {
  const at = toInstant(now);
  const amount = { ...refundableOf(record), minor };
  if (minor === 0) return record;
  return { ...record, updatedAt: at, refunds: [...record.refunds, { amount, state: 'paid', to: 'buyer', at, native: cause }] };
};

/** Carries a proposal out and closes the case. */
export const conclude = (record: CaseRecord, proposal: Proposal, step: Moment & { readonly cause: PaymentCause }): CaseRecord => {
  if (!movesMoney(proposal.remedy)) return close(record, 'replaced', step);
  const paid = pay(record, dueFor(record, proposal)?.minor ?? 0, step);
  return close(paid, refundableOf(paid).minor === 0 ? 'refunded' : 'partially-refunded', step);
};

/** Agrees to a proposal: goods that must come back come first, anything else is carried out at once. */
export const agree = (record: CaseRecord, proposal: Proposal, step: Moment & { readonly cause: PaymentCause }): CaseRecord => {
  const agreed = { ...record, agreed: proposal };
  const isBack = record.status === 'RECEIVED';
  return proposal.goods === 'returned' && !isBack
    ? enter(closeOffers(agreed, 'expired'), 'RETURN_AGREED', step)
    : conclude(agreed, proposal, step);
};

/** Puts an offer on the table; whatever lay there is answered by it. */
export const propose = (record: CaseRecord, proposal: Proposal & { readonly by: Party }, moment: Moment): CaseRecord => {
  const answered = record.offers.map((offer): CaseOffer =>
    offer.state === 'open' ? { ...offer, state: offer.by === proposal.by ? 'replaced' : 'refused' } : offer,
  );
  const entered = enter(record, proposal.by === 'seller' ? 'OFFERED' : 'COUNTERED', moment);
  const answerBy = entered.deadlines[0]?.by;
  const offer: CaseOffer = {
    id: toOfferId(`offer-${record.sequence}-${record.offers.length + 1}`),
    by: proposal.by,
    remedy: proposal.remedy,
    goods: proposal.goods,
    ...(proposal.amount === undefined ? {} : { amount: proposal.amount }),
    ...(answerBy === undefined ? {} : { answerBy }),
    state: 'open',
    madeAt: toInstant(moment.now),
    native: toNativeWord(proposal.remedy),
  };
  return { ...entered, offers: [...answered, offer] };
};

/** The other side takes an open offer. */
export const takeOffer = (record: CaseRecord, offer: CaseOffer, moment: Moment): CaseRecord => {
  const offers = record.offers.map((other): CaseOffer => (other.id === offer.id ? { ...other, state: 'accepted' } : other));
  const proposal = { remedy: offer.remedy, goods: offer.goods ?? 'kept-by-buyer' };
  const priced = offer.amount === undefined ? proposal : { ...proposal, amount: offer.amount };
  return agree({ ...record, offers }, priced, { ...moment, cause: 'OFFER_ACCEPTED' });
};

/** The buyer turns the seller's offer down and insists on the request. */
export const refuseOffer = (record: CaseRecord, moment: Moment): CaseRecord =>
  enter(closeOffers(record, 'refused'), 'REQUESTED', moment);

/** The seller contests; the marketplace judges. */
export const contest = (record: CaseRecord, moment: Moment): CaseRecord => {
  const { status, deadlines } = record;
  return { ...enter(record, 'CONTESTED', moment), contested: { status, deadlines, at: toInstant(moment.now) } };
};

/** The rejection is taken back: the case returns to where it stood, with the time that was left. */
export const takeRejectionBack = (record: CaseRecord, { now }: Moment): CaseRecord => {
  const { contested, ...rest } = record;
  if (contested === undefined) return record;
  const later = (at: Instant): Instant => toInstant(now - epochMsOf(contested.at) + epochMsOf(at));
  const deadlines = contested.deadlines.map((deadline) => ({ ...deadline, by: later(deadline.by) }));
  const offers = record.offers.map((offer) =>
    offer.state === 'open' && offer.answerBy !== undefined ? { ...offer, answerBy: later(offer.answerBy) } : offer,
  );
  return { ...rest, status: contested.status, deadlines, offers, tooLateFor: [], updatedAt: toInstant(now) };
};

/** The marketplace decides a dispute. */
export const judge = (record: CaseRecord, inFavourOf: 'buyer' | 'seller', moment: Moment): CaseRecord =>
  inFavourOf === 'seller'
    ? close(record, 'rejected', moment)
    : conclude(record, record.agreed ?? record.asked, { ...moment, cause: 'JUDGED' });
