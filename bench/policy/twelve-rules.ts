import type { PolicyDocument } from '../../src/policy/index.js';

const item = '100%';
const form = 'original-means';

/** A house policy of twelve rules: what ours, the peers and the hand-written function all decide by. */
export const twelveRules: PolicyDocument = {
  aftersale: 'policy/v1',
  id: 'twelve',
  seller: { country: 'DE', timeZone: 'Europe/Berlin' },
  rules: [
    {
      id: 'change-of-mind',
      when: { reasonClass: 'withdrawal' },
      window: { days: 30, from: 'delivered' },
      pays: { outbound: 'buyer', return: 'buyer' },
      refund: { item, form },
      remedies: ['refund'],
      except: [
        { id: 'electronics', when: { category: ['electronics', 'phones', 'computers'] }, window: { days: 14 } },
        { id: 'made-to-order', when: { traits: 'custom-made' }, exclude: 'custom-made' },
        {
          id: 'opened-hygiene',
          when: { traits: 'hygiene-sealed', condition: { isUnsealed: true } },
          exclude: 'hygiene-unsealed',
        },
        { id: 'poland', when: { country: ['PL', 'CZ'] }, pays: { outbound: 'buyer', return: 'seller' } },
        { id: 'refurbished', when: { soldAs: 'refurbished' }, refund: { fees: [{ kind: 'restocking', percent: '15%' }] } },
        { id: 'expensive', when: { price: { from: '500.00 EUR' } }, review: 'expensive-goods' },
        { id: 'christmas', when: { placed: { from: '2026-11-01', to: '2026-12-31' } }, extend: { until: '2027-01-31' } },
      ],
    },
    {
      id: 'faulty',
      when: { reasonClass: ['conformity', 'late'] },
      window: { months: 24, from: 'delivered' },
      pays: { outbound: 'seller', return: 'seller', replacement: 'seller' },
      refund: { item, outbound: 'full', form },
      remedies: ['replacement', 'repair', 'refund'],
      except: [{ id: 'cheap', when: { price: { to: '20.00 EUR' } }, remedies: ['keep-and-refund'] }],
    },
    {
      id: 'lost',
      when: { reasonClass: 'non-delivery' },
      window: { days: 60, from: 'promised' },
      pays: { outbound: 'seller', replacement: 'seller' },
      refund: { item, outbound: 'full', form },
      remedies: ['reship', 'refund'],
    },
  ],
  promises: { answer: { days: 3, from: 'requested', onMiss: 'auto-approved' } },
};
