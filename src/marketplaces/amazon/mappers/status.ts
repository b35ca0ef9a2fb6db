import type { CaseKind, CasePhase, Outcome, WaitingOn } from '../../../core/vocabulary.js';
import type { SellerReturnFact } from '../merge/facts.js';
import type { JoinedCase } from '../merge/joined-case.js';
import type { RefundState } from './money.js';

/** Where the case stands and whose turn it is. */
export interface Standing {
  readonly phase: CasePhase;
  readonly waitingOn: WaitingOn;
}

const standing = (phase: CasePhase, waitingOn: WaitingOn): Standing => ({ phase, waitingOn });

const closed = standing('closed', 'nobody');
const unknown = standing('unknown', 'unknown');

/** The fifteen words of External Fulfillment Returns 2024-09-11. */
export const externalStandings: Readonly<Record<string, Standing>> = {
  CREATED: standing('awaiting-shipment', 'marketplace'),
  CARRIER_NOTIFIED_TO_PICK_UP_FROM_CUSTOMER: standing('awaiting-shipment', 'carrier'),
  CARRIER_OUT_FOR_PICK_UP_FROM_CUSTOMER: standing('awaiting-shipment', 'carrier'),
  CUSTOMER_CANCELLED_PICK_UP: standing('awaiting-shipment', 'buyer'),
  CUSTOMER_RESCHEDULED_PICK_UP: standing('awaiting-shipment', 'carrier'),
  PICKED_FROM_CUSTOMER: standing('in-transit', 'carrier'),
  CUSTOMER_DROPPED_OFF: standing('in-transit', 'carrier'),
  IN_TRANSIT: standing('in-transit', 'carrier'),
  OUT_FOR_DELIVERY: standing('in-transit', 'carrier'),
  REPLANNED: standing('in-transit', 'carrier'),
  DELIVERED: standing('inspection', 'seller'),
  PARTIALLY_PROCESSED: standing('inspection', 'seller'),
  PROCESSED: closed,
  REJECTED: closed,
  CANCELLED: closed,
};

/** Words of `Return request status` that were seen in live reports; others are unknown. */
export const sellerStatuses = ['PendingApproval', 'Approved', 'Closed'] as const;

/** `Return type` of parcels that came back without ever having reached the buyer. */
export const undeliveredTypes: readonly string[] = ['Undelivered', 'Rejected'];

const isIn = (words: readonly string[], word: string | undefined): boolean => word !== undefined && words.includes(word);

/** The report says when goods came back, not when they left: until then the buyer is taken to have them. */
const approvedStanding = (facts: readonly SellerReturnFact[]): Standing => {
  if (facts.some(({ resolution }) => resolution === 'ReturnlessRefund')) return standing('refund-pending', 'seller');
  if (facts.some(({ delivered }) => delivered !== undefined)) return standing('inspection', 'seller');
  const isOnItsWay = facts.some(({ returnType }) => isIn(undeliveredTypes, returnType));
  return isOnItsWay ? standing('in-transit', 'carrier') : standing('awaiting-shipment', 'buyer');
};

/** Several rows of one return stand where the least advanced of them stands. */
const sellerStanding = (facts: readonly SellerReturnFact[]): Standing => {
  const [leading] = facts;
  const rows = facts.filter(({ source }) => source === leading?.source);
  if (rows.some(({ status }) => status === 'PendingApproval')) return standing('requested', 'seller');
  if (rows.some(({ status }) => status === 'Approved')) return approvedStanding(facts);
  return rows.length > 0 && rows.every(({ status }) => status === 'Closed') ? closed : unknown;
};

/** The live API, where a channel has it, is ahead of the report. */
const returnStanding = ({ externalReturns, sellerReturns }: JoinedCase): Standing => {
  const external = externalReturns.map(({ status }) => externalStandings[status] ?? unknown);
  const [open = external[0]] = external.filter(({ phase }) => phase !== 'closed');
  if (open === undefined || open.phase === 'unknown')
    return sellerReturns.length > 0 ? sellerStanding(sellerReturns) : (open ?? closed);
  const needsApproval = sellerReturns.some(({ status }) => status === 'PendingApproval');
  return needsApproval && open.phase !== 'closed' ? standing('requested', 'seller') : open;
};

const isClaimed = ({ sellerReturns, money }: JoinedCase): boolean =>
  sellerReturns.some((fact) => fact.isClaimed === true) && !money.some(({ type }) => type === 'guarantee-claim');

const isReturn = ({ sellerReturns, externalReturns, fbaReturns }: JoinedCase): boolean =>
  sellerReturns.length + externalReturns.length + fbaReturns.length > 0;

const travelling: readonly CasePhase[] = ['awaiting-shipment', 'in-transit'];

/** The goods of a refund at the first scan, and those a carrier has, are still to come. */
const isStillTravelling = (joined: JoinedCase, { phase }: Standing): boolean =>
  travelling.includes(phase) &&
  (joined.sellerReturns.some(({ resolution }) => resolution === 'RefundAtFirstScan') || joined.externalReturns.length > 0);

/**
 * A claim or a chargeback shows by its money only, after Amazon's decision. It stays open, because Amazon does not say whether it is
 * being contested, until it is reversed or nothing more has come for the time that reports reach back.
 */
const moneyStanding = (
  { money }: JoinedCase,
  { refund, isSettled }: { readonly refund: RefundState; readonly isSettled: boolean },
): Standing => {
  const isContestable = money.some(({ type }) => type === 'guarantee-claim' || type === 'chargeback');
  return isContestable && refund !== 'reversed' && !isSettled ? standing('disputed', 'unknown') : closed;
};

export interface Money {
  readonly refund: RefundState;
  /** No money has moved for longer than reports reach back. */
  readonly isSettled: boolean;
}

/** The standing by all sources together: money first, then the live API, then the report. */
export const toStanding = (joined: JoinedCase, money: Money): Standing => {
  if (!isReturn(joined)) return moneyStanding(joined, money);
  const byReturn = returnStanding(joined);
  if (byReturn.phase === 'closed') return byReturn;
  if (money.refund === 'whole') return isStillTravelling(joined, byReturn) ? byReturn : closed;
  return isClaimed(joined) ? standing('disputed', 'unknown') : byReturn;
};

const externalOutcomes: Readonly<Record<string, Outcome>> = { REJECTED: 'rejected', CANCELLED: 'withdrawn' };

const moneyOutcomes: Readonly<Record<RefundState, Outcome | undefined>> = {
  none: undefined,
  partial: 'partially-refunded',
  whole: 'refunded',
  reversed: 'rejected',
};

/** Absent while nothing is decided. Money says it first; a case that is closed without any leaves it open. */
export const toOutcome = (joined: JoinedCase, { phase }: Standing, { refund }: Money): Outcome | undefined => {
  const byMoney = moneyOutcomes[refund];
  if (byMoney !== undefined) return byMoney;
  if (phase !== 'closed') return undefined;
  const [external] = joined.externalReturns;
  const byStatus = external === undefined ? undefined : externalOutcomes[external.status];
  if (byStatus !== undefined) return byStatus;
  return joined.sellerReturns.some(({ resolution }) => resolution === 'Replacement') ? 'replaced' : 'unknown';
};

const exchanges: readonly string[] = ['EXCHANGE', 'REPLACEMENT'];

const moneyKindOf = ({ money }: JoinedCase): CaseKind => {
  if (money.some(({ type }) => type === 'chargeback')) return 'chargeback';
  return money.some(({ type }) => type !== 'refund') ? 'claim' : 'refund-only';
};

export const toKind = (joined: JoinedCase): CaseKind => {
  if (!isReturn(joined)) return moneyKindOf(joined);
  const { sellerReturns, externalReturns } = joined;
  const isUndelivered =
    sellerReturns.some(({ returnType }) => isIn(undeliveredTypes, returnType)) ||
    externalReturns.some(({ type }) => type === 'REJECT');
  if (isUndelivered) return 'not-received';
  if (sellerReturns.some(({ resolution }) => resolution === 'ReturnlessRefund')) return 'refund-only';
  const isExchange =
    sellerReturns.some(({ resolution }) => resolution === 'Replacement') ||
    externalReturns.some(({ subtype }) => isIn(exchanges, subtype));
  return isExchange ? 'exchange' : 'return';
};
