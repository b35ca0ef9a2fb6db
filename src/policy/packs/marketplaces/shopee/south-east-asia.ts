import type { PackRule } from '../../types.js';
import { anyOf, businessDays, closing, days, earliestOf, elapsedDays, hours, paidBy, unknownEnd } from '../../wording.js';
import {
  answer,
  answerNotRead,
  changeOfMind,
  dispatch,
  duty,
  electronics,
  everyRight,
  grants,
  notRead,
  windowRule,
} from './rules.js';

export const malaysia: readonly PackRule[] = [
  windowRule(days(15, 'delivered'), {
    source: 'SH-MY',
    confidence: 'official-summary',
    note: 'Fifteen days from “Delivered”, with free returns; who bears them was not read.',
    except: [
      ...['perishable', 'digital', 'hygiene-sealed'].map((trait) => ({
        id: `not-${trait}`,
        when: { traits: [trait] },
        terms: { exclude: trait },
      })),
      { id: 'not-digital-content', when: { category: ['digital-content'] }, terms: { exclude: 'digital' } },
      { id: 'not-hygiene', when: { category: ['hygiene'] }, terms: { exclude: 'hygiene-sealed' } },
      { id: 'sealed-electronics', when: { category: electronics }, terms: { conditions: ['unopened' as const] } },
    ],
  }),
  answer(elapsedDays(2, 'requested'), { source: 'SH-guides', confidence: 'secondary' }),
  dispatch(days(10, 'requested'), { source: 'SH-guides', confidence: 'secondary' }),
];

export const singapore: readonly PackRule[] = [
  windowRule(earliestOf(days(15, 'delivered'), days(15, 'promised')), {
    source: 'SH-SG',
    confidence: 'official-summary',
    note: 'From delivery or the promised day, whichever is earlier.',
  }),
  answer(anyOf(elapsedDays(2, 'requested'), elapsedDays(3, 'requested')), {
    source: 'SH-API',
    confidence: 'secondary',
    note: 'Two days on the wire; 72 hours in a guide.',
  }),
  changeOfMind,
];

/** How long the buyer has to confirm the receipt of the order. */
const confirmation = (amount: number): PackRule => ({
  id: 'receipt-by-buyer',
  rights: everyRight,
  source: 'SH-PH',
  confidence: 'official-summary',
  note: 'After that the order counts as received.',
  terms: { deadlines: [{ duty: 'confirm-receipt', party: 'buyer', onMiss: 'none', period: closing(days(amount, 'delivered')) }] },
});

export const philippines: readonly PackRule[] = [
  windowRule(days(7, 'delivered'), {
    source: 'SH-PH',
    confidence: 'official-summary',
    except: [{ id: 'mall-window', when: { programme: ['mall'] }, terms: { window: closing(days(15, 'delivered')) } }],
  }),
  {
    ...answer(elapsedDays(2, 'requested'), { source: 'SH-PH', confidence: 'official-summary' }),
    except: [
      {
        id: 'mall-answer',
        confidence: 'unconfirmed',
        when: { programme: ['mall'] },
        note: 'Of Mall sellers a refund without return is taken as accepted unless disputed; until when was not read.',
        terms: { deadlines: [{ duty: 'answer', party: 'seller', onMiss: 'auto-approved', period: closing(unknownEnd) }] },
      },
    ],
  },
  {
    ...confirmation(3),
    except: [{ ...confirmation(7), id: 'mall-receipt', when: { programme: ['mall'] } }],
  },
  dispatch(days(10, 'requested'), {
    source: 'SH-PH',
    confidence: 'official-summary',
    note: 'From the request, by an older page.',
  }),
  {
    ...duty('partial-offer', 'SH-PH', { duty: 'answer-offer', party: 'buyer', period: closing(unknownEnd) }),
    note: 'One day from the offer, whose day the facts do not tell.',
  },
  {
    ...duty('dispute-review', 'SH-PH', {
      duty: 'platform-decides',
      party: 'marketplace',
      period: closing(anyOf(businessDays(7, 'claim-opened'), businessDays(9, 'claim-opened'))),
    }),
    note: 'Seven to nine working days.',
  },
  changeOfMind,
];

export const indonesia: readonly PackRule[] = [
  windowRule(days(7, 'delivered'), { source: 'SH-guides', confidence: 'secondary' }),
  {
    ...answer(elapsedDays(3, 'requested'), {
      source: 'SH-API',
      confidence: 'secondary',
      note: 'Of sellers outside the Mall, by a guide and on the wire. A buyer may ask five times for an order.',
    }),
    except: [
      {
        id: 'mall-answer',
        confidence: 'unconfirmed',
        when: { programme: ['mall'] },
        note: 'Of Mall sellers it was not read.',
        terms: { deadlines: [{ duty: 'answer', party: 'seller', onMiss: 'auto-approved', period: closing(unknownEnd) }] },
      },
    ],
  },
  {
    id: 'mall-return',
    rights: grants,
    source: 'SH-guides',
    confidence: 'secondary',
    when: { programme: ['mall'] },
    terms: { pays: { return: paidBy('marketplace') } },
  },
  changeOfMind,
];

export const vietnam: readonly PackRule[] = [
  notRead,
  answerNotRead,
  dispatch(days(6, 'authorised'), { source: 'SH-guides', confidence: 'secondary' }),
  duty('extra-evidence', 'SH-guides', {
    duty: 'submit-evidence',
    party: 'seller',
    period: closing(hours(24, 'information-asked')),
  }),
  {
    ...duty('dispute-review', 'SH-guides', {
      duty: 'platform-decides',
      party: 'marketplace',
      period: closing(anyOf(businessDays(3, 'claim-opened'), businessDays(5, 'claim-opened'))),
    }),
    note: 'Three to five working days.',
  },
  changeOfMind,
];

export const thailand: readonly PackRule[] = [
  notRead,
  answerNotRead,
  {
    id: 'mall-dispatch',
    rights: everyRight,
    source: 'SH-guides',
    confidence: 'secondary',
    when: { programme: ['mall'] },
    terms: { deadlines: [{ duty: 'dispatch-back', party: 'buyer', period: closing(days(3, 'authorised')) }] },
  },
  changeOfMind,
];
