import type { Deadline } from '../../core/deadline.js';
import { toInstant } from '../../core/time.js';
import type { Duty, OnMiss, Party } from '../../core/vocabulary.js';
import type { CaseRecord } from './record.js';
import type { Periods } from './settings.js';
import { stageOf } from './stages.js';
import { movesMoney } from './vocabulary.js';
import { wantedOf } from './wanted.js';

const dayInMs = 86_400_000;

/** What silence on a request means: the goods stay and money moves at once, or the request is granted and the next step begins. */
const silenceGrants = (record: CaseRecord): OnMiss => {
  const { remedy, goods } = wantedOf(record);
  const isPaidAtOnce = movesMoney(remedy) && (goods === 'kept-by-buyer' || record.status === 'RECEIVED');
  return isPaidAtOnce ? 'auto-refunded' : 'auto-approved';
};

const onMissOf = (record: CaseRecord, duty: Duty, party: Party): OnMiss => {
  if (duty === 'submit-evidence') return 'none';
  if (party === 'marketplace') return 'platform-decides';
  return party === 'buyer' ? 'case-closed' : silenceGrants(record);
};

/** The clocks that start when a case enters its present stage. */
export const deadlinesOf = (record: CaseRecord, { now, periods }: { now: number; periods: Periods }): readonly Deadline[] =>
  stageOf(record.status).duties.map(({ duty, party, period }) => ({
    duty,
    party,
    by: toInstant(now + periods[period] * dayInMs),
    onMiss: onMissOf(record, duty, party),
    source: 'marketplace',
    certainty: 'stated',
  }));
