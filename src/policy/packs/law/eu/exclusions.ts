import type { PackRule } from '../../types.js';

type Exclusion = Pick<PackRule, 'id' | 'source' | 'when' | 'terms'> & Partial<Pick<PackRule, 'note' | 'unless'>>;

const anyContract = { isConsumer: true, channel: ['distance', 'doorstep', 'direct-marketing', 'public-auction'] } as const;

const excluded = (code: string, letter: string, when: NonNullable<PackRule['when']>): Exclusion => ({
  id: code,
  source: `CRD 16(${letter})`,
  when: { ...anyContract, ...when },
  terms: { exclude: code },
});

const begun = {
  'disclosures.digitalConsent': true,
  'disclosures.digitalAcknowledgement': true,
  'disclosures.writtenConfirmation': true,
} as const;

const allThree =
  'Consent, the knowledge of what is lost by it, and the confirmation of both: of what is paid for all three are needed.';

/**
 * When there is no right to withdraw. They end the statutory right alone, never what a marketplace or a seller grants beyond it. Opened
 * packaging, sale items and missing boxes are not among them.
 */
export const withdrawalExclusions: readonly Exclusion[] = [
  {
    id: 'service-performed',
    source: 'CRD 16(a)',
    when: { ...anyContract, category: ['service'] },
    unless: [{ 'disclosures.writtenConsent': false }],
    note: 'Lost once the service was fully performed with the consumer’s consent: of the performance the facts do not tell.',
    terms: { review: 'service-may-be-performed' },
  },
  excluded('market-price', 'b', { traits: ['market-price'] }),
  excluded('custom-made', 'c', { traits: ['custom-made'] }),
  excluded('perishable', 'd', { traits: ['perishable'] }),
  excluded('hygiene-unsealed', 'e', {
    traits: ['hygiene-sealed'],
    'condition.isSealedAtDelivery': true,
    'condition.isUnsealed': true,
  }),
  excluded('mixes-inseparably', 'f', { traits: ['mixes-inseparably'] }),
  excluded('alcohol-futures', 'g', { traits: ['alcohol-futures'] }),
  excluded('urgent-repair', 'h', { traits: ['urgent-repair'] }),
  excluded('media-unsealed', 'i', {
    traits: ['media-sealed'],
    'condition.isSealedAtDelivery': true,
    'condition.isUnsealed': true,
  }),
  {
    ...excluded('newspaper', 'j', { traits: ['newspaper'], isRegularDelivery: false }),
    note: 'Of a subscription the right remains.',
  },
  excluded('public-auction', 'k', { channel: ['public-auction'] }),
  excluded('dated-leisure', 'l', { traits: ['dated-leisure'] }),
  { ...excluded('digital-begun', 'm', { traits: ['digital'], ...begun }), note: allThree },
  { ...excluded('digital-begun', 'm', { category: ['digital-content'], ...begun }), id: 'digital-content-begun', note: allThree },
  { ...excluded('betting', 'scope', { traits: ['betting'] }), source: 'CRD 3(3)' },
];
