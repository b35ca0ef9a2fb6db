import type { DetailStatus, IssueRecord, Seconds, Solution } from '../record.js';
import type { Change, Happening } from './change.js';
import { note } from './state.js';

const closingWordOf = (record: IssueRecord, { amountMinor }: Solution): DetailStatus => {
  if (amountMinor === 0) return 'refund_reject';
  if (record.quirks.contradictoryEnding) return 'return_success';
  return record.parcel.shippedAt > 0 ? 'return_success' : 'refund_success';
};

const end = (record: IssueRecord, detail: DetailStatus, at: Seconds): void => {
  record.status = 'finish';
  record.detail = detail;
  record.stateSince = at;
  record.timeout = undefined;
};

/** Pays what the solution says and ends the issue. The buyer's own solution keeps its status word, as real ones do. */
export const payOut =
  (solution: Solution, cause: string): Change =>
  (record, { at, pay }: Happening) => {
    record.reached = solution;
    const owed = solution.amountMinor - record.paidMinor;
    note(record, { action: 'perform_solution', by: 'system', at });
    end(record, closingWordOf(record, solution), at);
    if (owed <= 0) return;
    record.paidMinor += owed;
    pay({ record, amountMinor: owed, cause, at });
  };

/** Ends the issue without money: the buyer did not do what was agreed. */
export const closeUnpaid: Change = (record, { at }) => end(record, 'refund_reject', at);

export const withdraw: Change = (record, { at }) => {
  note(record, { action: 'cancel', by: 'buyer', at });
  end(record, '', at);
  record.status = 'canceled_issue';
};
