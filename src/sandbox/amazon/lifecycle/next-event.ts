import type { ReturnRecord } from '../record.js';
import type { Change, LifeEvent } from './change.js';
import { chargeBack, decideSafeT, fileSafeT, openClaim, ruleClaim } from './claims.js';
import { claimAnswerTime, hours, safeTDecisionTime, safeTFilingTime, unusedLabelTime } from './durations.js';
import { refundAtFirstScan, refundBySeller, refundBySilence, refundWithoutReturn } from './refunds.js';
import { decide, deliver, lapse, ship } from './way.js';

type Candidate = LifeEvent | undefined;

const event = (at: number, change: Change): Candidate => ({ at, change });

/** Of a parcel on its way back; the seller's own refund is played only in the past, later it is the client's to send. */
const ofApproved = (record: ReturnRecord, playedUntil: number): Candidate => {
  const { script, authorizedAt, shippedAt, deliveredAt, refundedAt, resolution } = record;
  if (resolution === 'ReturnlessRefund') return event(authorizedAt + hours(1), refundWithoutReturn);
  if (shippedAt === 0) {
    const { shipsAfterInHours } = script;
    if (shipsAfterInHours === undefined) return event(authorizedAt + unusedLabelTime, lapse);
    return event(authorizedAt + hours(shipsAfterInHours), ship);
  }
  if (resolution === 'RefundAtFirstScan' && refundedAt === 0) return event(shippedAt + hours(1), refundAtFirstScan);
  if (deliveredAt === 0) return event(shippedAt + hours(script.transitInHours), deliver);
  if (refundedAt > 0) return undefined;
  const sellerAt = deliveredAt + hours(script.sellerRefunds?.afterInHours ?? 0);
  if (script.sellerRefunds !== undefined && sellerAt <= playedUntil)
    return event(sellerAt, refundBySeller(script.sellerRefunds.share));
  // The last second still counts.
  return record.refundDueAt === 0 ? undefined : event(record.refundDueAt + 1000, refundBySilence);
};

const ofClaim = ({ claim, claimedAt, requestedAt, refundedAt, script }: ReturnRecord): Candidate => {
  if (claim === 'open') return event(claimedAt + claimAnswerTime, ruleClaim);
  if (claim !== 'none' || script.claimsAfterInHours === undefined || refundedAt > 0) return undefined;
  return event(requestedAt + hours(script.claimsAfterInHours), openClaim);
};

const ofSafeT = ({ script, safeT, refundedBy, refundedAt }: ReturnRecord): Candidate => {
  if (script.safeT === undefined || refundedBy !== 'amazon') return undefined;
  if (safeT === undefined) return event(refundedAt + safeTFilingTime, fileSafeT);
  return safeT.state === 'Pending' && script.safeT !== 'Pending'
    ? event(safeT.filedAt + safeTDecisionTime, decideSafeT)
    : undefined;
};

const ofChargeback = ({ script, deliveredAt, isChargedBack }: ReturnRecord): Candidate =>
  script.chargesBackAfterInHours === undefined || deliveredAt === 0 || isChargedBack
    ? undefined
    : event(deliveredAt + hours(script.chargesBackAfterInHours), chargeBack);

const ofWay = (record: ReturnRecord, playedUntil: number): Candidate => {
  if (record.status === 'PendingApproval') return event(record.requestedAt + hours(record.script.authorizedAfterInHours), decide);
  return record.status === 'Approved' ? ofApproved(record, playedUntil) : undefined;
};

/** What will happen to a return next if the seller does nothing: a function of its state and its script. */
export const nextEventOf = (record: ReturnRecord, playedUntil: number): LifeEvent | undefined => {
  let next: LifeEvent | undefined;
  for (const candidate of [ofWay(record, playedUntil), ofClaim(record), ofSafeT(record), ofChargeback(record)])
    if (candidate !== undefined && (next === undefined || candidate.at < next.at)) next = candidate;
  // Time does not run backwards, even when a plan was overtaken by a seller's answer.
  return next && { ...next, at: Math.max(next.at, record.updatedAt) };
};
