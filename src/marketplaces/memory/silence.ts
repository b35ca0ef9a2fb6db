import type { Deadline } from '../../core/deadline.js';
import { epochMsOf } from '../../core/time.js';
import { agree, close, judge, type Moment } from './life.js';
import type { CaseRecord } from './record.js';
import type { Periods } from './settings.js';
import { closedBy } from './stages.js';
import { wantedOf } from './wanted.js';

const dropped = (record: CaseRecord, missed: Deadline): CaseRecord => ({
  ...record,
  deadlines: record.deadlines.filter((deadline) => deadline !== missed),
});

const carryOut = (record: CaseRecord, missed: Deadline, moment: Moment): CaseRecord => {
  if (missed.onMiss === 'none') return dropped(record, missed);
  if (missed.onMiss === 'case-closed') return close(record, 'expired', moment);
  if (missed.onMiss === 'platform-decides') return judge(record, record.judgement, moment);
  return agree(record, wantedOf(record), { ...moment, cause: 'SILENCE' });
};

export const nextDeadline = ({ deadlines }: CaseRecord): Deadline | undefined =>
  [...deadlines].sort((left, right) => (left.by < right.by ? -1 : 1))[0];

/** Carries out every deadline that has come, each at its own moment; one may start the next. */
export const letTimePass = (record: CaseRecord, until: number, periods: Periods): CaseRecord => {
  let current = record;
  for (let next = nextDeadline(current); next !== undefined && epochMsOf(next.by) <= until; next = nextDeadline(current)) {
    const tooLateFor = closedBy(current.status, next.duty);
    current = { ...carryOut(current, next, { now: epochMsOf(next.by), periods }), tooLateFor };
  }
  return current;
};
