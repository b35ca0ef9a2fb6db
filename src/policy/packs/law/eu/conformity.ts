import type { PackException, PackRule } from '../../types.js';
import {
  anyOf,
  atLeast,
  buyerMayChoose,
  closing,
  consumer,
  contractsFrom,
  contractsUntil,
  days,
  earliestOf,
  endOfWindow,
  everythingPaidBy,
  months,
  together,
  unknownEnd,
  unknownRight,
  whole,
  years,
} from '../../wording.js';
import { franceConformityRefund } from './france-late-refund.js';
import { nationalBurdens, nationalNotices, nationalPeriods, nationalRemedies, swedenBefore } from './national-conformity.js';
import { nationalTransport, oneYearBurdens, twoYearPeriods } from './national-like-directive.js';

const applied = { rights: ['conformity'], when: consumer, valid: contractsFrom('2022-01-01'), confidence: 'secondary' } as const;

const secondHand = ['used', 'refurbished'];

/** Longer by twelve months, once, where the buyer chose repair; two ways a case can say that. */
const afterRepair = ([{ remedy: ['repair'] }, { remediesTried: ['repair'] }] as const).map((when, index): PackException => ({
  id: `repair-extension-${String(index + 1)}`,
  source: 'RRD 16(2), SGD 10(2a)',
  when,
  valid: contractsFrom('2026-07-31'),
  unless: [{ country: ['ES', 'PT', 'SE'] }, { soldAs: secondHand }],
  terms: { extend: months(12, years(2, 'delivered')) },
  except: [
    {
      id: `repair-extension-of-three-years-${String(index + 1)}`,
      when: { country: ['ES', 'PT', 'SE'] },
      note: 'A state with three years or more may leave the extension out; whether it did was not read.',
      terms: { extend: unknownEnd },
    },
    {
      id: `repair-extension-second-hand-${String(index + 1)}`,
      when: { soldAs: secondHand },
      terms: { extend: months(12, anyOf(years(1, 'delivered'), years(2, 'delivered'))) },
    },
  ],
}));

const period: readonly PackRule[] = together(applied, [
  {
    id: 'conformity-period',
    source: 'SGD 10(1)',
    note: 'Two years at the least: a state may keep a longer time (10(3)). Of the states without a rule of their own here it was not read whether they do.',
    terms: {
      window: closing(atLeast(years(2, 'delivered')), 'unknown'),
      deadlines: [{ duty: 'liability-ends', party: 'buyer', onMiss: 'none', period: closing(endOfWindow) }],
    },
    except: [
      {
        id: 'second-hand-period',
        source: 'SGD 10(6)',
        when: { soldAs: secondHand },
        note: 'The parties may agree on a shorter time, not below one year.',
        terms: { window: closing(atLeast(years(1, 'delivered')), 'unknown') },
      },
      {
        id: 'digital-elements-period',
        source: 'SGD 10(2)',
        when: { traits: ['digital-elements'] },
        note: 'What is supplied over time is answered for as long as it is to be supplied, two years at the least; for how long that is, the facts do not tell.',
        terms: { extend: unknownEnd },
      },
      ...twoYearPeriods,
      ...nationalPeriods,
      ...afterRepair,
    ],
  },
  {
    id: 'presumption-of-fault',
    source: 'SGD 11(1), 11(2)',
    note: 'One year; a state may set two. Of the states without a rule of their own here it was not read whether they do.',
    terms: {
      deadlines: [
        {
          duty: 'presumption-ends',
          party: 'buyer',
          onMiss: 'none',
          period: closing(anyOf(years(1, 'delivered'), years(2, 'delivered')), 'unknown'),
        },
      ],
    },
    except: [...oneYearBurdens, ...nationalBurdens],
  },
  {
    id: 'notice-of-fault',
    source: 'SGD 12',
    unless: [{ country: ['DE', 'FR', 'IT', 'ES'] }],
    note: 'A state may ask for notice within two months of finding the fault; of the other states it was not read whether it does.',
    terms: { deadlines: [{ duty: 'notify-defect', party: 'buyer', period: closing(unknownEnd) }] },
    except: nationalNotices,
  },
  {
    id: 'repair-information',
    source: 'RRD 16(1), SGD 13(2a), 14(1)',
    valid: contractsFrom('2026-07-31'),
    note: 'The seller tells of the choice between repair and replacement and of the longer time after a repair; refurbished goods replace only what the buyer asked to have replaced so.',
    terms: {},
  },
]);

const remedies: readonly PackRule[] = together(applied, [
  {
    id: 'conformity-remedies',
    source: 'SGD 13(2), 13(4)',
    note: 'A price reduction or the end of the contract follows where repair or replacement fails, takes too long or is refused; at once where the fault is that serious. No end of the contract for a minor fault, which the seller proves.',
    terms: { remedies: [...buyerMayChoose(1, 'repair', 'replacement'), ...buyerMayChoose(2, 'price-reduction', 'refund')] },
    except: nationalRemedies,
  },
  {
    id: 'conformity-transport',
    source: 'SGD 14(1), 14(2), 16(3)',
    terms: { pays: everythingPaidBy('seller') },
    except: nationalTransport,
  },
  {
    id: 'conformity-refund',
    source: 'SGD 16(3)',
    terms: {
      refund: { item: whole, form: 'original-means', fees: [] },
      deadlines: [
        {
          duty: 'refund',
          party: 'seller',
          period: closing(earliestOf(days(0, 'goods-returned'), days(0, 'proof-of-dispatch')), 'next-working-day'),
        },
      ],
    },
    except: [franceConformityRefund],
  },
]);

export const conformity: readonly PackRule[] = [
  ...period,
  ...remedies,
  unknownRight({
    id: 'conformity-before',
    rights: ['conformity'],
    when: consumer,
    source: 'SGD 24',
    valid: contractsUntil('2021-12-31'),
    unless: [{ country: ['ES', 'SE'] }],
    note: 'The law before the directive was not read.',
  }),
  {
    id: 'spain-before',
    rights: ['conformity'],
    when: { isConsumer: true, country: ['ES'] },
    source: 'ES-LGDCU 123 (until 2021)',
    confidence: 'secondary',
    valid: contractsUntil('2021-12-31'),
    note: 'Two years; who paid which way and how much came back was not read.',
    terms: {
      window: closing(years(2, 'delivered'), 'unknown'),
      pays: everythingPaidBy('unknown'),
      refund: { item: 'unknown' },
      deadlines: [
        { duty: 'liability-ends', party: 'buyer', onMiss: 'none', period: closing(endOfWindow) },
        { duty: 'action-barred', party: 'buyer', onMiss: 'none', period: closing(unknownEnd) },
        { duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(unknownEnd) },
        { duty: 'refund', party: 'seller', period: closing(unknownEnd) },
      ],
    },
  },
  swedenBefore,
];
