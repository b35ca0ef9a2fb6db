import type { ReturnRecord, ReturnStatus, Seconds } from '../record.js';
import type { Change, LifeEvent } from './change.js';
import { lapseEvidence, rule, startReview } from './disputes.js';
import { hours } from './durations.js';
import { answerOffer, lapseOffer } from './negotiation.js';
import { isShipped, nextOfParcel } from './parcel.js';
import { cancel, lapseCompensation, refundBuyer, ruleCompensation } from './refunds.js';
import { nextOfOnwardParcel, ruleAtWarehouse } from './warehouse.js';

type Candidate = LifeEvent | undefined;

/** A deadline's last second still counts; what its passing does happens a second later. */
const past = (dueAt: Seconds, change: Change): Candidate => (dueAt === 0 ? undefined : { at: dueAt + 1, change });

const ofNegotiation = ({ negotiation, script }: ReturnRecord): readonly Candidate[] => {
  if (negotiation.status !== 'PENDING_RESPOND' && negotiation.status !== 'PENDING_BUYER_RESPOND') return [];
  const answers = negotiation.status === 'PENDING_BUYER_RESPOND' && script.answersOffer !== 'ignores';
  return [
    answers ? { at: negotiation.offeredAt + hours(script.answersAfterInHours), change: answerOffer } : undefined,
    past(negotiation.dueAt, lapseOffer),
  ];
};

const ofRequested = (record: ReturnRecord): readonly Candidate[] => {
  const { withdrawsAfterInHours } = record.script;
  return [
    withdrawsAfterInHours === undefined ? undefined : { at: record.createdAt + hours(withdrawsAfterInHours), change: cancel },
    ...ofNegotiation(record),
    past(record.dueAt, record.claim.awaitsBuyerEvidence ? cancel : refundBuyer('silence')),
  ];
};

/** A seller who was to fetch the parcel and did not has kept the buyer from returning it. */
const unshipped = ({ claim, isShippingProofUploaded }: ReturnRecord): Change =>
  claim.isSellerArranged && !isShippingProofUploaded ? refundBuyer('not-collected') : cancel;

const ofProcessing = (record: ReturnRecord): readonly Candidate[] => {
  const isInspected = record.deliveredAt > 0 || (isShipped(record) && !record.claim.isIntegrated);
  return [
    nextOfParcel(record),
    isShipped(record) ? undefined : past(record.shipDueAt, unshipped(record)),
    isInspected && record.claim.validation === 'seller_validation' ? past(record.sellerDueAt, refundBuyer('silence')) : undefined,
    record.deliveredAt > 0 && record.claim.validation === 'warehouse_validation'
      ? { at: record.deliveredAt + hours(48), change: ruleAtWarehouse }
      : undefined,
  ];
};

const ofJudging = (record: ReturnRecord): readonly Candidate[] => [
  record.proof.status === 'PENDING' ? past(record.proof.dueAt, lapseEvidence) : undefined,
  { at: record.judgingSince + hours(record.script.rulingAfterInHours), change: rule },
];

const ofAccepted = (record: ReturnRecord): readonly Candidate[] => [
  record.compensation.status === 'PENDING_REQUEST' ? past(record.compensation.dueAt, lapseCompensation) : undefined,
  record.compensation.status === 'REQUESTED'
    ? { at: record.compensation.requestedAt + hours(72), change: ruleCompensation }
    : undefined,
  nextOfOnwardParcel(record),
];

const candidates: Readonly<Record<ReturnStatus, (record: ReturnRecord) => readonly Candidate[]>> = {
  REQUESTED: ofRequested,
  PROCESSING: ofProcessing,
  SELLER_DISPUTE: (record) => [
    { at: (record.dispute?.raisedAt ?? record.updatedAt) + hours(record.script.reviewAfterInHours), change: startReview },
  ],
  JUDGING: ofJudging,
  ACCEPTED: ofAccepted,
  CLOSED: () => [],
  CANCELLED: () => [],
};

/** What will happen to a return next if the seller does nothing: a function of its state and its script. */
export const nextEventOf = (record: ReturnRecord): LifeEvent | undefined => {
  let next: LifeEvent | undefined;
  for (const candidate of candidates[record.status](record))
    if (candidate !== undefined && (next === undefined || candidate.at < next.at)) next = candidate;
  // Time does not run backwards, even when a plan was overtaken by a seller's answer.
  return next && { ...next, at: Math.max(next.at, record.updatedAt) };
};
