import type { PackException } from '../../types.js';
import { closing, paidBy, years } from '../../wording.js';

/** What the law of a member state was read to say in the same words as the directive: the figures are those, the article is its own. */
const twoYears = (id: string, country: string, source: string): PackException => ({
  id,
  source,
  confidence: 'text',
  when: { country: [country] },
  terms: { window: closing(years(2, 'delivered'), 'unknown') },
  yieldsTo: ['second-hand-period'],
});

export const textsOfPeriods: readonly PackException[] = [
  twoYears('germany-period', 'DE', 'DE-BGB 438'),
  twoYears('france-period', 'FR', 'FR-CdC L217-3'),
];

export const textsOfBurdens: readonly PackException[] = [
  {
    id: 'germany-presumption',
    source: 'DE-BGB 477',
    confidence: 'text',
    when: { country: ['DE'] },
    terms: {
      deadlines: [
        { duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(years(1, 'delivered'), 'unknown') },
      ],
    },
  },
];

export const textsOfTransport: readonly PackException[] = [
  {
    id: 'germany-return-on-rescission',
    source: 'DE-BGB 475(6)',
    confidence: 'text',
    when: { country: ['DE'] },
    note: 'Who ends the contract sends the goods back at the trader’s cost.',
    terms: { pays: { return: paidBy('seller') } },
  },
];
