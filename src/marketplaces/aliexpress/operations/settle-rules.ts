import * as z from 'zod';
import type { PlainJson } from '../../../core/attempt.js';
import type { WriteOperationName } from '../../../core/operations.js';
import type { Verdict } from '../../../core/settling.js';
import type { Instant } from '../../../core/time.js';
import { isSameMoney } from '../../../core/money.js';
import { isSettled, type Solution } from '../mappers/solutions.js';
import { toText, toTime } from '../mappers/values.js';

/** The case as it is now, beside what was about to be done. */
export interface Reading {
  /** `issue_status` */
  readonly status: string;
  readonly solutions: readonly Solution[];
  readonly sellerPictures: number;
  /** Nothing the seller decides on differs from the moment before the write. */
  readonly isUnchanged: boolean;
  readonly input: PlainJson;
  readonly startedAt: Instant;
}

export type SettleRule = (reading: Reading) => Verdict;

const verdict = (state: Verdict['state'], because: string): Verdict => ({ state, because });
const amount = z.lazy(() => z.object({ minor: z.number(), currency: z.string() }));
const agreed = z.lazy(() =>
  z.object({
    solution: z.string(),
    by: z.string().optional(),
    type: z.string().optional(),
    amount: amount.optional(),
    madeAt: z.string().optional(),
  }),
);
type Agreed = z.infer<typeof agreed>;

/** The platform writes whole seconds, and may write them a little before our clock. */
const clockSlackInMs = 1000;

const isMadeAfter = ({ wire }: Solution, startedAt: Instant): boolean => {
  const madeAt = toTime(wire.gmt_create);
  return madeAt !== undefined && Date.parse(madeAt) > Date.parse(startedAt) + clockSlackInMs;
};

/** Holds where one of the two is not known. */
const isSameIfTold = (told: string | undefined, found: string | undefined): boolean =>
  told === undefined || found === undefined || told === found;

const isSameContent = ({ by, type, amount: found }: Solution, sent: Agreed): boolean =>
  isSameIfTold(sent.by, by) &&
  isSameIfTold(sent.type, type) &&
  (sent.amount === undefined || found === undefined || isSameMoney(found, sent.amount));

/**
 * The solutions that may be the one agreed to. The platform was seen to use one number twice, so a number alone does not name one: the
 * time it was made does, and of several the content. What was made only later cannot have been agreed to.
 */
const agreedSolutions = (solutions: readonly Solution[], sent: Agreed, startedAt: Instant): readonly Solution[] => {
  const numbered = solutions.filter(({ id, by }) => id === sent.solution && by !== 'seller');
  const timely = numbered.filter((solution) => isSameIfTold(sent.madeAt, toTime(solution.wire.gmt_create)));
  if (numbered.length < 2) return timely;
  return timely.filter((solution) => isSameContent(solution, sent) && !isMadeAfter(solution, startedAt));
};

/** What a solution that has been reached says about who reached it. */
const whoReached = (solution: Solution): Verdict => {
  const reachedType = toText(solution.wire.reached_type) ?? '';
  if (reachedType === 'seller_reponse_timeout')
    return verdict('not-applied', "reached by the seller's silence, not by an answer");
  const isByAnswer = reachedType === 'negotiation_consensus' || toTime(solution.wire.seller_accept_time) !== undefined;
  return isByAnswer
    ? verdict('applied', `the solution is ${solution.status}, agreed by both`)
    : verdict('unknown', `the solution is ${solution.status} by '${reachedType}'`);
};

/** Words of a solution of the platform that only the seller's agreement leads to. */
const accepted = (solution: Solution): boolean =>
  solution.status === 'seller_accept_and_buyer_refused' ||
  (solution.status.startsWith('wait_buyer') && toTime(solution.wire.seller_accept_time) !== undefined) ||
  (solution.by === 'marketplace' && solution.status === 'wait_buyer_accept');

const settleAgreement: SettleRule = (reading) => {
  const sent = agreed.safeParse(reading.input);
  const [solution, ...others] = sent.success ? agreedSolutions(reading.solutions, sent.data, reading.startedAt) : [];
  if (others.length > 0) return verdict('unknown', 'several solutions have the number that was agreed to');
  if (solution !== undefined) return settleOne(solution, reading);
  return reading.status === 'canceled_issue'
    ? verdict('not-applied', 'the issue was cancelled and the solution is gone')
    : verdict('unknown', 'the solution is no longer to be seen');
};

const settleOne = (solution: Solution, { status }: Reading): Verdict => {
  if (isSettled(solution)) return whoReached(solution);
  if (accepted(solution)) return verdict('applied', `the seller has agreed; the solution is ${solution.status}`);
  if (solution.isSellersTurn && status === 'processing') return verdict('pending', 'the solution still waits for the seller');
  if (status === 'canceled_issue') return verdict('not-applied', 'the issue was cancelled before the solution was reached');
  return verdict('unknown', `the solution is '${solution.status}' and the issue ${status}`);
};

const offered = z.lazy(() =>
  z.object({
    type: z.string(),
    amount,
    /** The seller's solutions before. */
    own: z.array(z.string()),
    changing: z.string().optional(),
    /** What the solution to be changed offered before. */
    was: amount.optional(),
  }),
);
type Offered = z.infer<typeof offered>;

const isWhatWasSent = (solution: Solution, sent: Offered): boolean =>
  solution.by === 'seller' &&
  solution.amount?.minor === sent.amount.minor &&
  solution.amount.currency === sent.amount.currency &&
  (sent.changing !== undefined || solution.type === sent.type);

const isNew = ({ wire, id }: Solution, sent: Offered, startedAt: Instant): boolean => {
  if (!sent.own.includes(id)) return true;
  const since = Date.parse(startedAt) - clockSlackInMs;
  const [madeAt, changedAt] = [toTime(wire.gmt_create), toTime(wire.gmt_modified)];
  // A number that was there before may have been given to another one since.
  if (madeAt !== undefined && Date.parse(madeAt) >= since) return true;
  return id === sent.changing && changedAt !== undefined && Date.parse(changedAt) >= since;
};

const settleOffer: SettleRule = ({ solutions, isUnchanged, input, startedAt, status }) => {
  const sent = offered.safeParse(input);
  if (!sent.success) return verdict('unknown', 'the attempt does not say what was offered');
  const found = solutions.find((solution) => isWhatWasSent(solution, sent.data) && isNew(solution, sent.data, startedAt));
  if (found !== undefined) return verdict('applied', `the seller's solution is there, as '${found.status}'`);
  const isOtherAmount = sent.data.was !== undefined && sent.data.was.minor !== sent.data.amount.minor;
  const changed = solutions.find((solution) => solution.id === sent.data.changing && isWhatWasSent(solution, sent.data));
  if (changed !== undefined && isOtherAmount) return verdict('applied', "the seller's solution has the new amount");
  return isUnchanged
    ? verdict('pending', "the seller's solutions are as they were before")
    : verdict('unknown', `no such solution of the seller is there, and the issue is ${status}`);
};

const shown = z.lazy(() => z.object({ shown: z.number() }));

const settleEvidence: SettleRule = ({ sellerPictures, input }) => {
  const before = shown.safeParse(input);
  if (before.success && sellerPictures > before.data.shown) return verdict('applied', 'one more picture of the seller is there');
  return verdict('unprovable', 'no new picture is to be seen, and where AliExpress shows it is not documented');
};

/** How each write of this marketplace is recognised afterwards. */
export const settleRules: Readonly<Partial<Record<WriteOperationName, SettleRule>>> = {
  accept: settleAgreement,
  acceptOffer: settleAgreement,
  offer: settleOffer,
  submitEvidence: settleEvidence,
};
