import type { PackException } from '../../types.js';
import type { LateRefund } from '../../../rules/terms.js';
import { closing, days, earliestOf, latestOf, percent } from '../../wording.js';

const roll = 'next-working-day';

const surcharge: LateRefund = {
  line: 'late-surcharge',
  period: closing(days(14, 'goods-returned'), roll),
  steps: [{ lastDayLate: 14, percent: percent(10) }, { lastDayLate: 30, percent: percent(20) }, { percent: percent(50) }],
};

const goodsOrProof = earliestOf(days(0, 'goods-returned'), days(0, 'proof-of-dispatch'));

const interest: LateRefund = {
  line: 'interest',
  period: closing(latestOf(days(14, 'notice'), goodsOrProof), roll),
  steps: [{ lastDayLate: 10, percent: 'unknown' }, { lastDayLate: 20, percent: percent(5) }, { percent: 'unknown' }],
};

/** France raises what is paid back late, of faulty goods and of goods withdrawn from by two different ladders. */
export const franceConformityRefund: PackException = {
  id: 'france-conformity-refund',
  source: 'FR-CdC L217-17, L241-4',
  confidence: 'text',
  when: { country: ['FR'] },
  terms: {
    refund: { late: surcharge },
    deadlines: [{ duty: 'refund', party: 'seller', onMiss: 'surcharge', period: surcharge.period }],
  },
};

export const franceWithdrawalInterest: PackException = {
  id: 'france-withdrawal-interest',
  source: 'FR-CdC L242-4',
  confidence: 'secondary',
  when: { country: ['FR'] },
  note: 'The legal rate counts up to ten days, 5 % up to twenty; the text of the higher steps could not be read.',
  terms: { refund: { late: interest } },
};
