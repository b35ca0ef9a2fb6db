import type { Random } from '../../random.js';
import type { Quirks } from '../record.js';

/** Every deviation is common enough to be met among forty cases. */
export const makeQuirks = (random: Random): Quirks => ({
  compensationPrefixed: random.chance(0.5),
  reverseLogisticsSpelling: random.chance(0.5) ? 'logistics' : 'logistic',
  absentDeadline: random.chance(0.5) ? 0 : null,
  absentStatus: random.chance(0.7) ? '' : null,
  disputeReasonForm: random.chance(0.7) ? 'texts' : 'number',
  disputeReasonIdForm: random.chance(0.5) ? 'number' : 'text',
  compensationListForm: random.chance(0.5) ? 'array' : 'object',
  isOldShape: random.chance(0.15),
  hasExtraFields: random.chance(0.3),
  estimatesSellerDue: random.chance(0.5),
  hasBundle: random.chance(0.2),
});
