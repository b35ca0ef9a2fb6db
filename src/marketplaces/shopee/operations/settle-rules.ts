import * as z from 'zod';
import type { PlainJson } from '../../../core/attempt.js';
import type { CaseOffer } from '../../../core/case.js';
import type { Money } from '../../../core/money.js';
import type { WriteOperationName } from '../../../core/operations.js';
import type { Verdict } from '../../../core/settling.js';
import type { Instant } from '../../../core/time.js';
import type { ShopeeProof } from '../native/proof.js';
import type { Axes } from '../mappers/axes.js';

/**
 * How long a read may still show the case as it was before a write. Shopee documents no delay; until this has passed an unchanged
 * case proves nothing.
 */
export const readLagInMs = 120_000;

/** The case as it is now, beside what was about to be done. */
export interface Reading {
  readonly axes: Axes;
  readonly offers: readonly CaseOffer[];
  /** Nothing the seller decides on differs from the moment before the write. */
  readonly isUnchanged: boolean;
  readonly isDisputed: boolean;
  /** What the case refunds now. */
  readonly amount: Money | undefined;
  /** When the case last changed. */
  readonly updatedAt: Instant;
  readonly input: PlainJson;
  /** Read for evidence only. */
  readonly proof?: ShopeeProof | undefined;
  /** Recognises a text that the attempt kept a trace of. */
  readonly traceOf: (text: string) => string;
}

export type SettleRule = (reading: Reading) => Verdict;

const verdict = (state: Verdict['state'], because: string): Verdict => ({ state, because });
const isOngoing = (status: string): boolean => status === 'PROCESSING' || status === 'ACCEPTED' || status === 'REFUND_PAID';

const settleAccept: SettleRule = ({ axes: { status }, isUnchanged }) => {
  if (status === 'ACCEPTED' || status === 'REFUND_PAID') return verdict('applied', `status is ${status}: the refund is agreed`);
  if (isUnchanged || status === 'REQUESTED') return verdict('pending', `status is still ${status}`);
  if (status === 'CANCELLED') return verdict('not-applied', 'status is CANCELLED: nothing was refunded');
  return verdict('unknown', `status is ${status}, which confirming does not lead to`);
};

const amount = z.lazy(() => z.object({ minor: z.number(), currency: z.string() }));
const offerInput = z.lazy(() => z.object({ solution: z.string(), amount: amount.optional() }));

const settleOffer: SettleRule = ({ axes, offers, isUnchanged, input }) => {
  const sent = offerInput.safeParse(input);
  const latest = offers.at(-1);
  if (isUnchanged) return verdict('pending', 'the negotiation is as it was before');
  const isOurs =
    sent.success &&
    latest?.native === sent.data.solution &&
    (sent.data.amount === undefined || latest.amount?.minor === sent.data.amount.minor);
  if (isOurs && axes.negotiation === 'PENDING_BUYER_RESPOND')
    return verdict('applied', 'the offer is open and waits for the buyer');
  if (isOurs && axes.negotiation === 'TERMINATED' && isOngoing(axes.status))
    return verdict('applied', `the offer was taken: status is ${axes.status}`);
  return verdict('unknown', `negotiation is '${axes.negotiation}' and status is ${axes.status}`);
};

const acceptOfferInput = z.lazy(() =>
  z.object({
    offer: z.string(),
    amount: amount.optional(),
    status: z.string(),
    /** From then on silence may have done what the answer would have done. */
    silentFrom: z.string().optional(),
  }),
);

/** Whether only our answer can have ended the talk: the status moved, to our amount, before silence could have moved it. */
const isOurDoing = ({ axes, input, amount: refund, updatedAt }: Reading): boolean => {
  const sent = acceptOfferInput.safeParse(input);
  if (!sent.success || sent.data.status === axes.status) return false;
  const isOurAmount = sent.data.amount === undefined || refund?.minor === sent.data.amount.minor;
  return isOurAmount && (sent.data.silentFrom === undefined || updatedAt < sent.data.silentFrom);
};

const settleAcceptOffer: SettleRule = (reading) => {
  const { axes, offers, input } = reading;
  const sent = z.object({ offer: z.string() }).safeParse(input);
  const open = offers.find(({ state }) => state === 'open');
  if (axes.negotiation === 'PENDING_RESPOND') {
    const isSame = sent.success && open?.id === sent.data.offer;
    return isSame
      ? verdict('pending', 'the proposal is still open')
      : verdict('not-applied', 'the buyer has made another proposal instead');
  }
  if (axes.negotiation !== 'PENDING_BUYER_RESPOND' && isOngoing(axes.status)) {
    const ended = `the negotiation has ended and status is ${axes.status}`;
    return isOurDoing(reading) ? verdict('applied', ended) : verdict('unknown', `${ended}, which silence may have done as well`);
  }
  if (axes.status === 'CANCELLED') return verdict('not-applied', 'status is CANCELLED');
  return verdict('unknown', `negotiation is '${axes.negotiation}' and status is ${axes.status}`);
};

const contested = new Set(['REQUESTED', 'APPROVED', 'REJECTED']);
const rejectInput = z.lazy(() => z.object({ wasDisputed: z.boolean(), compensation: z.string() }));

const settleReject: SettleRule = ({ axes, isUnchanged, isDisputed, input }) => {
  const before = rejectInput.safeParse(input).data;
  if (axes.status === 'SELLER_DISPUTE') return verdict('applied', 'status is SELLER_DISPUTE');
  if (before !== undefined && contested.has(axes.compensation) && !contested.has(before.compensation))
    return verdict('applied', `compensation is ${axes.compensation}: the dispute was raised`);
  if (isDisputed && before?.wasDisputed === false) return verdict('applied', 'the case carries a dispute since');
  if (isDisputed) return verdict('unknown', 'the case carries a dispute, which may be an earlier one');
  return isUnchanged
    ? verdict('pending', 'the case carries no dispute')
    : verdict('unknown', `status is ${axes.status} and no dispute is to be seen`);
};

const settleWithdrawal: SettleRule = ({ axes: { compensation } }) => {
  if (compensation === 'CANCELLED') return verdict('applied', 'the dispute about compensation is cancelled');
  if (compensation === 'REQUESTED') return verdict('pending', 'the dispute about compensation is still open');
  return verdict('not-applied', `compensation is ${compensation}: it was decided before`);
};

const evidenceInput = z.lazy(() => z.object({ photos: z.array(z.string()), text: z.string().optional() }));

const isShown = ({ proof, input, traceOf }: Reading): boolean => {
  const sent = evidenceInput.safeParse(input);
  if (proof === undefined || !sent.success) return false;
  const shown = new Set(proof.images.map(({ url }) => traceOf(url)));
  const isTextShown =
    sent.data.text === undefined || (proof.description !== undefined && traceOf(proof.description) === sent.data.text);
  return sent.data.photos.every((photo) => shown.has(photo)) && isTextShown;
};

const settleEvidence: SettleRule = (reading) => {
  const { proof } = reading.axes;
  if (proof === 'UPLOADED') return verdict('applied', 'evidence is UPLOADED');
  if (isShown(reading)) return verdict('applied', 'query_proof shows what was sent');
  if (proof === 'PENDING') return verdict('pending', 'evidence is still PENDING');
  return proof === 'OVERDUE' ? verdict('not-applied', 'evidence is OVERDUE') : verdict('unknown', `evidence is '${proof}'`);
};

/** How each write of this marketplace is recognised afterwards. */
export const settleRules: Readonly<Partial<Record<WriteOperationName, SettleRule>>> = {
  accept: settleAccept,
  offer: settleOffer,
  acceptOffer: settleAcceptOffer,
  reject: settleReject,
  withdrawRejection: settleWithdrawal,
  submitEvidence: settleEvidence,
};
