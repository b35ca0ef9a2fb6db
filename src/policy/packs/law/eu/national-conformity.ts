import type { PackException, PackRule } from '../../types.js';
import type { Bound } from '../../../rules/span.js';
import {
  anyOf,
  atLeast,
  buyerMayChoose,
  closing,
  contractsUntil,
  days,
  endOfWindow,
  everythingPaidBy,
  months,
  unknownEnd,
  years,
} from '../../wording.js';

const roll = 'unknown';
const secondHand = ['used', 'refurbished'];

/** Three years for new goods; second-hand goods may be agreed to have less, not below one year. */
const threeYears = (
  id: string,
  { country, source, more = [] }: { country: string; source: string; more?: readonly PackException[] },
): PackException => ({
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
    ...more,
  ],
});

const digital = [{ category: ['digital-content'] }, { traits: ['digital'] }] as const;

const digitalInSpain: readonly PackException[] = digital.map((when, index) => ({
  id: `spain-digital-period-${String(index + 1)}`,
  when: { ...when, soldAs: ['new'] },
  note: 'Digital content supplied once.',
  terms: { window: closing(years(2, 'delivered'), roll) },
}));

const barred = (closes: Bound): PackException['terms'] => ({
  deadlines: [{ duty: 'action-barred', party: 'buyer', onMiss: 'none', period: closing(closes, roll) }],
});

/** Repealed on 2022-05-01. */
const oldSwedishLaw = {
  source: 'SE-KKL (1990:932) 23',
  period: years(3, 'delivered'),
  presumption: months(6, 'delivered'),
  notice: months(2, 'defect-known'),
} as const;

const toNotify = (closes: Bound): NonNullable<PackException['terms']['deadlines']> => [
  { duty: 'notify-defect', party: 'buyer', period: closing(closes) },
];

/** When a fault must be told of, where a member state's law was read. */
export const nationalNotices: readonly PackException[] = [
  {
    id: 'sweden-notice-old-law',
    source: oldSwedishLaw.source,
    confidence: 'secondary',
    when: { country: ['SE'] },
    valid: contractsUntil('2022-04-30'),
    note: 'Within two months it was always in time.',
    terms: { deadlines: toNotify(oldSwedishLaw.notice) },
  },
];

/** Swedish contracts of before the directive; who paid which way and how much came back was not read. */
export const swedenBefore: PackRule = {
  id: 'sweden-before',
  rights: ['conformity'],
  when: { isConsumer: true, country: ['SE'] },
  source: oldSwedishLaw.source,
  confidence: 'secondary',
  valid: contractsUntil('2021-12-31'),
  note: 'Three years, a fault of the first six months presumed; who paid which way and how much came back was not read.',
  terms: {
    window: closing(oldSwedishLaw.period, roll),
    pays: everythingPaidBy('unknown'),
    refund: { item: 'unknown' },
    deadlines: [
      { duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(oldSwedishLaw.presumption, roll) },
      ...toNotify(oldSwedishLaw.notice),
      { duty: 'liability-ends', party: 'buyer', onMiss: 'none', period: closing(endOfWindow) },
      { duty: 'refund', party: 'seller', period: closing(unknownEnd) },
    ],
  },
};

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
      source: oldSwedishLaw.source,
      confidence: 'secondary',
      valid: contractsUntil('2022-04-30'),
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
  threeYears('spain', { country: 'ES', source: 'ES-LGDCU 120', more: digitalInSpain }),
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
    except: digital.map((when, index) => ({
      id: `spain-presumption-digital-${String(index + 1)}`,
      when,
      terms: presumedUntil(years(1, 'delivered')),
    })),
  },
  {
    id: 'unconfirmed-presumption',
    source: 'PT-DL84 13, SE-KKL (2022:260)',
    confidence: 'unconfirmed',
    when: { country: ['PT', 'SE'] },
    note: 'Two years by secondary sources that could not be confirmed; one year is certain by the directive.',
    terms: presumedUntil(anyOf(years(1, 'delivered'), years(2, 'delivered'))),
    except: [
      {
        id: 'sweden-presumption-old-law',
        source: oldSwedishLaw.source,
        confidence: 'secondary',
        when: { country: ['SE'] },
        valid: contractsUntil('2022-04-30'),
        terms: presumedUntil(oldSwedishLaw.presumption),
      },
    ],
  },
];

/** What the buyer may ask for, and how late payment is answered, where a member state differs. */
export const nationalRemedies: readonly PackException[] = [
  {
    id: 'portugal-rejection',
    source: 'PT-DL84 16',
    when: { country: ['PT'], daysSinceDelivery: { to: 30 } },
    note: 'A fault that shows in the first 30 days lets the buyer end the contract or ask for a replacement at once. A request of those days is taken for it; of a later one the day on which the fault showed is not looked at.',
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
