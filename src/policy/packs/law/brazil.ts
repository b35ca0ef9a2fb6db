import type { LateRefund } from '../../rules/terms.js';
import type { LawPack } from '../types.js';
import {
  anyOf,
  buyerMayChoose,
  closing,
  consumer,
  days,
  deliveryNotRead,
  everythingPaidBy,
  firstKnown,
  otherChannelsNotRead,
  paidBy,
  sellerMayChoose,
  unknownEnd,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';

/** Of a refund that does not come at once. */
const correction: LateRefund = {
  line: 'monetary-correction',
  period: closing(days(0, 'notice')),
  steps: [{ percent: 'unknown' }],
};

/** From delivery, of a hidden fault from its discovery. */
const complaint = (amount: number) => firstKnown(days(amount, 'defect-known'), days(amount, 'delivered'));

export const brazil: LawPack = {
  layer: 'law',
  id: 'law:BR',
  countries: ['BR'],
  sources: {
    CDC: {
      title: 'Código de Defesa do Consumidor, Lei 8.078/1990',
      url: 'https://www.planalto.gov.br/ccivil_03/leis/l8078compilado.htm',
      readOn,
    },
    Decreto: {
      title: 'Decreto 7.962/2013',
      url: 'https://www.planalto.gov.br/ccivil_03/_ato2011-2014/2013/decreto/d7962.htm',
      readOn,
    },
  },
  rules: [
    {
      id: 'withdrawal-window',
      rights: ['withdrawal'],
      when: { ...consumer, channel: ['distance', 'doorstep', 'direct-marketing'] },
      source: 'CDC 49',
      confidence: 'text',
      note: 'The article has no list of exceptions. Whether a last day on a weekend moves was not confirmed (Civil Code 132).',
      terms: { window: closing(days(7, 'delivered'), 'unknown') },
      except: [{ category: ['service', 'digital-content'] }, { traits: ['digital'] }].map((when, index) => ({
        id: `withdrawal-without-goods-${String(index + 1)}`,
        when,
        note: 'From the signing, as nothing is received.',
        terms: { window: closing(days(7, 'contract'), 'unknown') },
      })),
    },
    {
      id: 'withdrawal-refund',
      rights: ['withdrawal'],
      when: { ...consumer, channel: ['distance', 'doorstep', 'direct-marketing'] },
      source: 'CDC 49, sole paragraph',
      confidence: 'text',
      note: 'All amounts, at once and with monetary correction. No number of days is set: a refund on a later day than the notice is corrected, by an index that the article does not name.',
      terms: {
        refund: { item: whole, outbound: 'full', form: 'original-means', fees: [], late: correction },
        remedies: buyerMayChoose(1, 'refund'),
        deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
      },
    },
    {
      id: 'withdrawal-return-cost',
      rights: ['withdrawal'],
      when: { ...consumer, channel: ['distance', 'doorstep', 'direct-marketing'] },
      source: 'Decreto 5',
      confidence: 'secondary',
      note: 'Without any burden for the buyer; not written in the code itself.',
      terms: { pays: { return: paidBy('seller') } },
    },
    {
      id: 'complaint-window',
      rights: ['conformity'],
      when: consumer,
      source: 'CDC 26',
      confidence: 'secondary',
      note: 'Thirty days for goods that do not last, ninety for those that do. Goods of which neither is told may be either.',
      terms: { window: closing(anyOf(complaint(30), complaint(90)), 'unknown') },
      except: [{ id: 'complaint-durable', when: { traits: ['durable'] }, terms: { window: closing(complaint(90), 'unknown') } }],
    },
    {
      id: 'complaint-remedies',
      rights: ['conformity'],
      when: consumer,
      source: 'CDC 18',
      confidence: 'secondary',
      note: 'The supplier may cure first; its thirty days could not be confirmed.',
      terms: {
        pays: everythingPaidBy('seller'),
        refund: { item: whole, form: 'original-means', fees: [] },
        remedies: [...sellerMayChoose(1, 'repair'), ...buyerMayChoose(2, 'replacement', 'refund', 'price-reduction')],
        deadlines: [{ duty: 'repair', party: 'seller', period: closing(unknownEnd) }],
      },
    },
    otherChannelsNotRead('CDC 49', ['public-auction']),
    deliveryNotRead('CDC 35'),
  ],
};
