import type { DetailStatus, IssueRecord, Seconds } from '../record.js';
import { advanceArbitration, executeRuling, startArbitration } from './arbitration.js';
import type { Change, LifeEvent } from './change.js';
import { closeUnpaid, payOut, withdraw } from './closing.js';
import { executionTime, hours, shippingTime } from './durations.js';
import { answerAsBuyer, executeOnSilence } from './negotiation.js';
import { passOnToWarehouse, ship, startQualityCheck } from './returning.js';

type Candidate = LifeEvent | undefined;

const after = ({ stateSince }: IssueRecord, wait: Seconds, change: Change): LifeEvent => ({ at: stateSince + wait, change });

/** A deadline's last second still counts; what its passing does happens a second later. */
const atTimeout = ({ timeout }: IssueRecord, change: Change): Candidate => timeout && { at: timeout.at + 1, change };

const payReached =
  (cause: string): Change =>
  (record, happening) => {
    if (record.reached !== undefined) payOut(record.reached, cause)(record, happening);
  };

const isJudged = ({ arbitrationStep }: IssueRecord): boolean => arbitrationStep >= 0;

const nextStep = (record: IssueRecord): Candidate =>
  isJudged(record)
    ? after(record, hours(record.script.arbitration[record.arbitrationStep]?.hours ?? 48), advanceArbitration)
    : undefined;

const ofSellersMove = (record: IssueRecord): readonly Candidate[] => {
  const { withdrawsAfterInHours } = record.script;
  return [
    withdrawsAfterInHours === undefined ? undefined : { at: record.createdAt + hours(withdrawsAfterInHours), change: withdraw },
    atTimeout(record, executeOnSilence),
    nextStep(record),
  ];
};

const ofBuyersMove = (record: IssueRecord): readonly Candidate[] => [
  record.script.answersOffer === 'ignores' ? undefined : after(record, hours(record.script.answersAfterInHours), answerAsBuyer),
  atTimeout(record, startArbitration),
  nextStep(record),
];

const ofBuyersReturn = (record: IssueRecord): readonly Candidate[] => {
  const { shipsAfterInHours } = record.script;
  return [
    shipsAfterInHours === undefined ? undefined : after(record, hours(shipsAfterInHours), ship),
    after(record, shippingTime + 1, closeUnpaid),
  ];
};

const onTheWay =
  (change: Change) =>
  (record: IssueRecord): readonly Candidate[] => [after(record, hours(record.script.transitInHours), change)];

const judging = (record: IssueRecord): readonly Candidate[] => [nextStep(record)];

const candidates: Readonly<Record<DetailStatus, (record: IssueRecord) => readonly Candidate[]>> = {
  wait_for_seller_response: ofSellersMove,
  wait_for_your_response: ofSellersMove,
  wait_for_buyer_response: ofBuyersMove,
  wait_for_seller_set_return_address: (record) => [atTimeout(record, payReached('silence'))],
  wait_for_buyer_return: ofBuyersReturn,
  wait_for_seller_confirmation: (record) => [atTimeout(record, payReached('silence'))],
  wait_for_service_provider_response: onTheWay(passOnToWarehouse),
  wait_for_warehouse_confirmation: onTheWay(startQualityCheck),
  wait_for_warehouse_quality_check: onTheWay(payReached('warehouse-check')),
  wait_for_AE_feedback: judging,
  wait_for_your_evidence: judging,
  wait_ae_final_feedback: judging,
  wait_for_final_solution: judging,
  ae_feedback_finish: (record) => [after(record, executionTime, executeRuling)],
  return_success: () => [],
  refund_success: () => [],
  refund_reject: () => [],
  '': () => [],
};

/** What will happen to an issue next if the seller does nothing: a function of its state and its script. */
export const nextEventOf = (record: IssueRecord): LifeEvent | undefined => {
  let next: LifeEvent | undefined;
  for (const candidate of candidates[record.detail](record))
    if (candidate !== undefined && (next === undefined || candidate.at < next.at)) next = candidate;
  // Time does not run backwards, even when a plan was overtaken by a seller's answer.
  return next && { ...next, at: Math.max(next.at, record.updatedAt) };
};
