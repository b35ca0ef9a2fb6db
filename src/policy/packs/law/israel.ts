import type { LawPack, PackRule } from '../types.js';
import {
  atLeast,
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  days,
  deliveryNotRead,
  everythingPaidBy,
  exclusionsNotRead,
  latestOf,
  months,
  otherChannelsNotRead,
  paidBy,
  percent,
  together,
  whole,
} from '../wording.js';

const roll = 'unknown';
const fourteenDays = latestOf(days(14, 'delivered'), days(14, 'contract-document'));

const withdrawal: readonly PackRule[] = together({ rights: ['withdrawal'], when: consumerAtADistance, confidence: 'secondary' }, [
  {
    id: 'cancellation-window',
    source: 'CPL 14C(c)',
    note: 'From receipt or from the disclosure document, the later of them. The excluded goods were not read.',
    terms: { window: closing(fourteenDays, roll) },
    except: [
      {
        id: 'vulnerable-buyers',
        source: 'CPL 14C1',
        when: { buyerAttributes: ['senior', 'disabled', 'new-immigrant'], hadConversation: true },
        note: 'Four months for elderly and disabled buyers and new immigrants, where there was a conversation.',
        terms: { extend: latestOf(months(4, 'delivered'), months(4, 'contract-document')) },
      },
    ],
  },
  {
    id: 'cancellation-fee',
    source: 'CPL 14E(b)',
    note: 'Five percent or ILS 100, whichever is lower.',
    terms: {
      pays: { return: paidBy('buyer') },
      refund: {
        item: whole,
        form: 'original-means',
        fees: [{ kind: 'fixed-fee', percent: percent(5), cap: { minor: 10_000, currency: 'ILS' } }],
      },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(14, 'notice')) }],
    },
    except: [
      {
        id: 'no-fee-for-fault',
        source: 'CPL 14E(a)',
        when: { reasonClass: ['conformity', 'late', 'non-delivery'] },
        terms: { pays: { return: paidBy('seller') }, refund: { fees: [] } },
      },
    ],
  },
]);

const conformity: readonly PackRule[] = together({ rights: ['conformity'], when: consumer, confidence: 'secondary' }, [
  {
    id: 'cancellation-for-fault',
    source: 'CPL 14E(a)',
    note: 'Full refund without a fee, and the dealer collects. The fourteen days of every cancellation are certain; a later end was not found.',
    terms: {
      window: closing(atLeast(days(14, 'delivered')), roll),
      pays: everythingPaidBy('seller'),
      refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(14, 'requested')) }],
    },
  },
]);

export const israel: LawPack = {
  layer: 'law',
  id: 'law:IL',
  countries: ['IL'],
  sources: {
    CPL: {
      title: 'Consumer Protection Law 5741-1981, sections 14C to 14E, as told by secondary sources',
      url: 'https://www.saedduzdar.com/refund',
      readOn: '2026-11-21',
    },
  },
  rules: [
    ...withdrawal,
    ...conformity,
    otherChannelsNotRead('CPL 14'),
    ...exclusionsNotRead('CPL 14C(d)'),
    deliveryNotRead('CPL 14E'),
  ],
};
