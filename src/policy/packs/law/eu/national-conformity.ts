import type { PackException } from '../../types.js';
import type { Bound } from '../../../rules/span.js';
import { anyOf, atLeast, buyerMayChoose, closing, days, months, unknownEnd, years } from '../../wording.js';

const roll = 'unknown';
const secondHand = ['used', 'refurbished'];

/** Three years for new goods; second-hand goods may be agreed to have less, not below one year. */
const threeYears = (id: string, { country, source }: { country: string; source: string }): PackException => ({
  id: `${id}-period`,
  source,
  when: { country: [country] },
  terms: { window: closing(years(3, 'delivered'), roll) },
  except: [
    {
      id: `${id}-second-hand`,
      when: { soldAs: secondHand },
      terms: { window: closing(anyOf(years(1, 'delivered'), years(3, 'delivered')), roll) },
    },
  ],
});

const barred = (closes: Bound): PackException['terms'] => ({
  deadlines: [{ duty: 'action-barred', party: 'buyer', onMiss: 'none', period: closing(closes, roll) }],
});

const sweden: PackException = {
  id: 'sweden-period',
  source: 'SE-KKL (2022:260)',
  confidence: 'unconfirmed',
  when: { country: ['SE'] },
  note: 'Three years under the law of 2022, which could not be read; two are certain by the directive.',
  terms: { window: closing(atLeast(years(2, 'delivered')), roll) },
  except: [
    {
      id: 'sweden-second-hand',
      when: { soldAs: secondHand },
      terms: { window: closing(atLeast(years(1, 'delivered')), roll) },
    },
    {
      id: 'sweden-period-old-law',
      source: 'SE-KKL (1990:932) 23',
      confidence: 'secondary',
      valid: { to: '2022-04-30', selectedBy: 'contract' },
      terms: { window: closing(years(3, 'delivered'), roll) },
      except: [
        {
          id: 'sweden-second-hand-old-law',
          when: { soldAs: secondHand },
          terms: { window: closing(years(3, 'delivered'), roll) },
        },
      ],
    },
  ],
};

const frenchRepairs = ([{ remedy: ['repair'] }, { remediesTried: ['repair'] }] as const).map((when, index): PackException => ({
  id: `france-after-repair-${String(index + 1)}`,
  source: 'FR-CdC L217-13',
  confidence: 'text',
  when: { country: ['FR'], ...when },
  terms: { extend: months(6, years(2, 'delivered')) },
}));

/** How long the seller answers for a fault, where a member state differs. */
export const nationalPeriods: readonly PackException[] = [
  threeYears('spain', { country: 'ES', source: 'ES-LGDCU 120' }),
  threeYears('portugal', { country: 'PT', source: 'PT-DL84 12' }),
  sweden,
  ...frenchRepairs,
  {
    id: 'france-after-replacement',
    source: 'FR-CdC L217-13',
    confidence: 'text',
    when: { country: ['FR'], remediesTried: ['replacement'] },
    note: 'Goods replaced instead of the chosen repair have two new years from then, a day the facts do not tell.',
    terms: { extend: unknownEnd },
  },
  {
    id: 'italy-action-barred',
    source: 'IT-CdC 133',
    when: { country: ['IT'] },
    note: 'The action is barred 26 months after delivery. The guarantee itself is two years: these are two different terms.',
    terms: barred(months(26, 'delivered')),
  },
  { id: 'spain-action-barred', source: 'ES-LGDCU 124', when: { country: ['ES'] }, terms: barred(years(5, 'defect-known')) },
];

const presumedUntil = (closes: Bound): PackException['terms'] => ({
  deadlines: [{ duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(closes, roll) }],
});

/** How long a fault is presumed to have been there at delivery, where a member state differs. */
export const nationalBurdens: readonly PackException[] = [
  {
    id: 'france-presumption',
    source: 'FR-CdC L217-7',
    confidence: 'text',
    when: { country: ['FR'] },
    terms: presumedUntil(months(24, 'delivered')),
  },
  {
    id: 'spain-presumption',
    source: 'ES-LGDCU 121',
    when: { country: ['ES'] },
    terms: presumedUntil(years(2, 'delivered')),
    except: [
      {
        id: 'spain-presumption-digital',
        when: { category: ['digital-content'] },
        terms: presumedUntil(years(1, 'delivered')),
      },
    ],
  },
  {
    id: 'unconfirmed-presumption',
    source: 'PT-DL84 13, SE-KKL (2022:260)',
    confidence: 'unconfirmed',
    when: { country: ['PT', 'SE'] },
    note: 'Two years by secondary sources that could not be confirmed; one year is certain by the directive.',
    terms: presumedUntil(anyOf(years(1, 'delivered'), years(2, 'delivered'))),
  },
];

/** What the buyer may ask for, and how late payment is answered, where a member state differs. */
export const nationalRemedies: readonly PackException[] = [
  {
    id: 'portugal-rejection',
    source: 'PT-DL84 16',
    when: { country: ['PT'], daysSinceDelivery: { to: 30 } },
    note: 'A fault that shows in the first 30 days lets the buyer end the contract or ask for a replacement at once.',
    terms: { remedies: [...buyerMayChoose(1, 'repair', 'replacement', 'refund'), ...buyerMayChoose(2, 'price-reduction')] },
  },
  {
    id: 'france-repair-time',
    source: 'FR-CdC L217-10',
    confidence: 'text',
    when: { country: ['FR'] },
    terms: {
      deadlines: [
        { duty: 'repair', party: 'seller', period: closing(days(30, 'requested')) },
        { duty: 'replace', party: 'seller', period: closing(days(30, 'requested')) },
      ],
    },
  },
];
