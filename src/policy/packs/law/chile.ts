import type { LawPack, PackRule, Validity } from '../types.js';
import {
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  contractsFrom,
  contractsUntil,
  days,
  deliveryNotRead,
  everythingPaidBy,
  exclusionsNotRead,
  months,
  otherChannelsNotRead,
  paidBy,
  together,
  unknownEnd,
  unknownRight,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
const applied = {
  rights: ['withdrawal'],
  when: consumerAtADistance,
  valid: contractsFrom('2022-01-01'),
  confidence: 'secondary',
} as const;

const excluded = (code: string, when: NonNullable<PackRule['when']>): PackRule => ({
  ...applied,
  id: code,
  source: 'DS42',
  when: { ...consumerAtADistance, ...when },
  valid: { from: '2024-08-27', selectedBy: 'contract' },
  terms: { exclude: code },
});

/** What could be excluded before the decree said so was not read. */
const beforeTheDecree: Validity = { from: '2022-01-01', to: '2024-08-26', selectedBy: 'contract' };

export const chile: LawPack = {
  layer: 'law',
  id: 'law:CL',
  countries: ['CL'],
  sources: {
    LPDC: { title: 'Ley 19.496, as changed by Ley 21.398', url: 'https://www.bcn.cl/leychile/navegar?idNorma=61438', readOn },
    DS42: { title: 'Decreto 42 on the exclusions (2024-08-27)', url: 'https://www.carey.cl', readOn },
  },
  rules: [
    unknownRight({
      id: 'withdrawal-before',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'LPDC 3 bis b)',
      valid: contractsUntil('2021-12-31'),
      note: 'The change came in December 2021, on a day that was not read; nor was the law before.',
    }),
    ...together(applied, [
      {
        id: 'withdrawal-window',
        source: 'LPDC 3 bis b)',
        note: 'Whether a last day on a weekend moves could not be confirmed.',
        terms: { window: closing(days(10, 'delivered'), 'unknown') },
        except: [
          {
            id: 'no-written-confirmation',
            when: { 'disclosures.writtenConfirmation': false },
            terms: { extend: days(90, 'delivered') },
          },
        ],
      },
      {
        id: 'withdrawal-refund',
        source: 'LPDC 3 bis b)',
        note: 'As soon as possible; the number of days, the first delivery and the way back could not be confirmed.',
        terms: {
          refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
          pays: { return: paidBy('unknown') },
          remedies: buyerMayChoose(1, 'refund'),
          deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
        },
      },
      {
        id: 'good-state',
        source: 'LPDC 3 bis b)',
        terms: { conditions: ['undamaged', 'original-packaging'], otherwise: { kind: 'refuse' } },
      },
    ]),
    ...exclusionsNotRead('LPDC 3 bis b)').map((rule) => ({ ...rule, valid: beforeTheDecree })),
    excluded('custom-made', { traits: ['custom-made'] }),
    excluded('perishable', { traits: ['perishable'] }),
    excluded('hygiene-sealed', { traits: ['hygiene-sealed'] }),
    excluded('activated-high-loss', { traits: ['activated-high-loss'], 'condition.isActivated': true }),
    excluded('used-with-high-loss', { traits: ['activated-high-loss'], 'condition.isUsed': true }),
    {
      id: 'legal-guarantee',
      rights: ['conformity'],
      when: consumer,
      source: 'LPDC 20, 21',
      confidence: 'secondary',
      valid: { from: '2022-01-01', selectedBy: 'contract' },
      note: 'The change came in December 2021, on a day that was not read.',
      terms: {
        window: closing(months(6, 'delivered'), 'unknown'),
        pays: everythingPaidBy('seller'),
        refund: { item: whole, form: 'original-means', fees: [] },
        remedies: buyerMayChoose(1, 'repair', 'replacement', 'refund'),
      },
    },
    {
      id: 'legal-guarantee-before',
      rights: ['conformity'],
      when: consumer,
      source: 'LPDC 21',
      confidence: 'unconfirmed',
      valid: { to: '2021-12-31', selectedBy: 'contract' },
      terms: { window: { closes: unknownEnd } },
    },
    otherChannelsNotRead('LPDC 3 bis'),
    deliveryNotRead('LPDC 12'),
  ],
};
