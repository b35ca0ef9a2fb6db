import type { RightKind } from '../../../decision.js';
import type { Bound } from '../../../rules/span.js';
import type { DeadlineTerm } from '../../../rules/terms.js';
import type { PackRule, PackSource } from '../../types.js';
import { closing, everythingPaidBy, unknownEnd } from '../../wording.js';

const readOn = '2026-11-21';
export const grants: readonly RightKind[] = ['voluntary', 'conformity'];
export const everyRight: readonly RightKind[] = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'];

/** What a site may mean by electronics. */
export const electronics = ['electronics', 'computers', 'phones', 'cameras', 'wireless'];

export const sources: Readonly<Record<string, PackSource>> = {
  'SH-MY': { title: 'Shopee Malaysia help 146067', url: 'https://help.shopee.com.my/portal/article/146067', readOn },
  'SH-SG': { title: 'Shopee Singapore help', url: 'https://help.shopee.sg', readOn },
  'SH-PH': {
    title: 'Shopee Philippines help 80958, 81230, 77279, 81286',
    url: 'https://help.shopee.ph/portal/article/80958',
    readOn,
  },
  'SH-API': {
    title: 'Shopee Open Platform: returns, dates seen on the wire',
    url: 'https://open.shopee.com/documents/v2/v2.returns.get_return_list',
    readOn,
  },
  'SH-guides': { title: 'Guides for sellers', url: 'https://seller.shopee.com', readOn },
};

/** The dates in the payload bind; these figures are for explaining and simulating. */
export const windowRule = (closes: Bound, facts: Pick<PackRule, 'source' | 'confidence'> & Partial<PackRule>): PackRule => ({
  id: 'guarantee-window',
  rights: grants,
  ...facts,
  terms: { window: closing(closes) },
});

export const notRead = windowRule(unknownEnd, {
  source: 'SH-guides',
  confidence: 'unconfirmed',
  note: 'The days of this site could not be confirmed.',
});

export const answer = (closes: Bound, facts: Pick<PackRule, 'source' | 'confidence'> & Partial<PackRule>): PackRule => ({
  id: 'seller-answer',
  rights: everyRight,
  ...facts,
  terms: { deadlines: [{ duty: 'answer', party: 'seller', onMiss: 'auto-approved', period: closing(closes) }] },
});

export const answerNotRead = answer(unknownEnd, {
  source: 'SH-guides',
  confidence: 'unconfirmed',
  note: 'How long the seller of this site has to answer could not be confirmed.',
});

export const dispatch = (closes: Bound, facts: Pick<PackRule, 'source' | 'confidence'> & Partial<PackRule>): PackRule => ({
  id: 'buyer-dispatch',
  rights: everyRight,
  ...facts,
  terms: { deadlines: [{ duty: 'dispatch-back', party: 'buyer', onMiss: 'case-closed', period: closing(closes) }] },
});

export const duty = (id: string, source: string, deadline: DeadlineTerm): PackRule => ({
  id,
  rights: everyRight,
  source,
  confidence: 'secondary',
  terms: { deadlines: [deadline] },
});

export const everywhere: readonly PackRule[] = [
  {
    id: 'fault-of-the-seller',
    rights: ['conformity', 'non-delivery', 'late-delivery'],
    source: 'SH-guides',
    confidence: 'secondary',
    terms: { pays: everythingPaidBy('seller') },
  },
];

/** Whether a change of mind is accepted at all is told of the Malaysian site only. */
export const changeOfMind: PackRule = {
  id: 'change-of-mind',
  rights: ['voluntary'],
  source: 'SH-guides',
  confidence: 'unconfirmed',
  when: { reasonClass: ['withdrawal'] },
  note: 'It could not be confirmed that this site takes goods back after a change of mind.',
  terms: { review: 'change-of-mind-unconfirmed' },
};
