import type { PackRule } from '../../types.js';
import {
  buyerMayChoose,
  closing,
  consumer,
  contractsFrom,
  contractsUntil,
  days,
  everythingPaidBy,
  firstKnown,
  together,
  unknownEnd,
  unknownRight,
  unlimited,
  whole,
} from '../../wording.js';

const applied = {
  rights: ['non-delivery'],
  when: consumer,
  valid: contractsFrom('2014-06-13'),
  confidence: 'secondary',
} as const;

/** The agreed day, else thirty days from the contract. */
const due = firstKnown(days(0, 'promised'), days(30, 'contract'));

export const delivery: readonly PackRule[] = [
  ...together(applied, [
    {
      id: 'delivery-due',
      source: 'CRD 18(1)',
      terms: {
        window: { opens: days(1, due), closes: unlimited },
        deadlines: [{ duty: 'deliver', party: 'seller', period: closing(due) }],
      },
      except: [
        {
          id: 'delivery-refused-by-seller',
          source: 'CRD 18(2)',
          when: { reason: ['out-of-stock', 'returned-before-export'] },
          note: 'A trader who will not deliver need not be given more time.',
          terms: { window: { closes: unlimited }, remedies: buyerMayChoose(1, 'refund', 'reship') },
        },
      ],
    },
    {
      id: 'delivery-additional-time',
      source: 'CRD 18(2)',
      note: 'The consumer first sets a reasonable additional time; how long that is depends on the case.',
      terms: { remedies: [...buyerMayChoose(1, 'reship'), ...buyerMayChoose(2, 'refund')] },
    },
    {
      id: 'delivery-refund',
      source: 'CRD 18(3)',
      note: 'All sums paid, without undue delay: no number of days.',
      terms: {
        refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
        deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
      },
    },
    {
      id: 'risk-of-transport',
      source: 'CRD 20',
      terms: { pays: everythingPaidBy('seller') },
      except: [
        {
          id: 'delivery-disputed',
          source: 'CRD 20',
          when: {
            reason: ['delivered-not-received', 'delivery-refused', 'delivery-failed-address', 'customs-refused-or-duty-unpaid'],
          },
          note: 'Whether the goods reached the buyer’s hands is a question of proof.',
          terms: { review: 'delivery-disputed' },
        },
        {
          id: 'carrier-of-the-buyer',
          source: 'CRD 20',
          when: { carrierChosenBy: ['buyer'] },
          note: 'The risk passes to a carrier that the buyer commissioned and the trader did not offer.',
          terms: { review: 'carrier-chosen-by-buyer' },
        },
      ],
    },
  ]),
  unknownRight({
    id: 'non-delivery-before',
    rights: ['non-delivery'],
    when: consumer,
    source: 'CRD 28',
    valid: contractsUntil('2014-06-12'),
    note: 'The law before the directive was not read.',
  }),
  unknownRight({
    id: 'late-delivery',
    rights: ['late-delivery'],
    when: consumer,
    source: 'CRD 18',
    note: 'The article ends the contract before delivery; what late goods that were accepted give is national law that was not read.',
  }),
];
