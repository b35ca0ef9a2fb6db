import type { PackException } from '../../types.js';
import { anyOf, closing, paidBy, years } from '../../wording.js';

const roll = 'unknown';

type Stated = Required<Pick<PackException, 'source' | 'confidence'>> & { readonly country: string };

/** A state that was read to keep the two years of the directive and no longer time. */
const twoYears = (id: string, { country, ...stated }: Stated): PackException => ({
  id: `${id}-period`,
  ...stated,
  when: { country: [country] },
  terms: { window: closing(years(2, 'delivered'), roll) },
  except: [
    {
      id: `${id}-second-hand`,
      when: { soldAs: ['used', 'refurbished'] },
      note: 'The parties may agree on a shorter time, not below one year.',
      terms: { window: closing(anyOf(years(1, 'delivered'), years(2, 'delivered')), roll) },
    },
  ],
});

export const twoYearPeriods: readonly PackException[] = [
  twoYears('germany', { country: 'DE', source: 'DE-BGB 438', confidence: 'text' }),
  twoYears('france', { country: 'FR', source: 'FR-CdC L217-3', confidence: 'text' }),
  twoYears('italy', { country: 'IT', source: 'IT-CdC 133', confidence: 'secondary' }),
];

/** A state that was read to presume a fault for one year and no longer. */
const oneYear = (id: string, { country, ...stated }: Stated): PackException => ({
  id: `${id}-presumption`,
  ...stated,
  when: { country: [country] },
  terms: {
    deadlines: [{ duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(years(1, 'delivered'), roll) }],
  },
});

export const oneYearBurdens: readonly PackException[] = [
  oneYear('germany', { country: 'DE', source: 'DE-BGB 477', confidence: 'text' }),
  oneYear('italy', { country: 'IT', source: 'IT-CdC 135', confidence: 'secondary' }),
];

export const nationalTransport: readonly PackException[] = [
  {
    id: 'germany-return-on-rescission',
    source: 'DE-BGB 475(6)',
    confidence: 'text',
    when: { country: ['DE'] },
    note: 'Who ends the contract sends the goods back at the trader’s cost.',
    terms: { pays: { return: paidBy('seller') } },
  },
];
