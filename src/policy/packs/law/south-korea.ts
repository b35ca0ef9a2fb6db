import type { LawPack, PackRule, PackWhen } from '../types.js';
import type { Bound, Trigger } from '../../rules/span.js';
import type { LateRefund } from '../../rules/terms.js';
import {
  anyOf,
  businessDays,
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  days,
  deliveryNotRead,
  earliestOf,
  everythingPaidBy,
  latestOf,
  months,
  otherChannelsNotRead,
  paidBy,
  together,
  unknownEnd,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
/** Civil Act 157 and 161, on the first and the last day, could not be read: both ways of counting are possible. */
const roll = 'unknown';
const sevenDays = (from: Trigger): Bound =>
  anyOf(days(7, from), { kind: 'span', amount: 7, unit: 'days', from, firstDay: 'included' });

/** Three business days after the goods are back; then interest runs. */
const interest: LateRefund = {
  line: 'interest',
  period: closing(businessDays(3, 'goods-returned')),
  steps: [{ percent: 'unknown' }],
};

const applied = { rights: ['withdrawal'], when: consumerAtADistance, confidence: 'official-summary' } as const;

const withdrawal: readonly PackRule[] = together(applied, [
  {
    id: 'withdrawal-window',
    source: 'ECA 17(1)',
    note: 'From the contract document, or from supply where that is later.',
    terms: { window: closing(latestOf(sevenDays('delivered'), sevenDays('contract-document')), roll) },
    except: [
      {
        id: 'address-not-told',
        source: 'ECA 17(1)2',
        when: { 'disclosures.sellerAddress': false },
        terms: { extend: unknownEnd },
      },
      {
        id: 'address-told-late',
        source: 'ECA 17(1)2',
        when: { 'disclosures.sellerAddress': true },
        terms: { extend: sevenDays('told:sellerAddress') },
      },
    ],
  },
  {
    id: 'withdrawal-refund',
    source: 'ECA 18(2)',
    note: 'Whether the first delivery is paid back was not found. A refund that is late bears interest, at a rate that was not read.',
    terms: {
      refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [], late: interest },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [{ duty: 'refund', party: 'seller', onMiss: 'surcharge', period: interest.period }],
    },
    except: [
      {
        id: 'partial-use',
        source: 'ECA 18(8)',
        when: { 'condition.isUsed': true },
        note: 'No penalty; what part of the goods was used is paid for, how much the facts do not tell.',
        terms: { refund: { fees: [{ kind: 'use' }] } },
      },
    ],
  },
  { id: 'withdrawal-return-cost', source: 'ECA 18(9)', terms: { pays: { return: paidBy('buyer') } } },
]);

const excluded = (code: string, when: PackWhen): PackRule => ({
  ...applied,
  id: code,
  source: 'ECA 17(2)',
  when: { ...consumerAtADistance, ...when },
  terms: { exclude: code },
});

const exclusions: readonly PackRule[] = [
  excluded('damaged-by-buyer', { 'condition.isDamagedByBuyer': true }),
  excluded('used-with-high-loss', { traits: ['activated-high-loss'], 'condition.isUsed': true }),
  excluded('activated-high-loss', { traits: ['activated-high-loss'], 'condition.isActivated': true }),
  excluded('perishable', { traits: ['perishable'] }),
  excluded('media-unsealed', { traits: ['media-sealed'], 'condition.isUnsealed': true }),
  excluded('digital-begun', { traits: ['digital'], 'disclosures.digitalConsent': true }),
  {
    ...excluded('digital-begun', { category: ['digital-content'], 'disclosures.digitalConsent': true }),
    id: 'digital-content-begun',
  },
  { ...excluded('service-begun', { category: ['service'] }), terms: { review: 'service-may-be-performed' } },
  excluded('custom-made', {
    traits: ['custom-made'],
    'disclosures.exclusion': true,
    'disclosures.writtenConsent': true,
  }),
];

const conformity: readonly PackRule[] = together({ rights: ['conformity'], when: consumer, confidence: 'official-summary' }, [
  {
    id: 'mismatch-window',
    source: 'ECA 17(3)',
    note: 'Three months from supply and thirty days from knowing, whichever ends first.',
    terms: { window: closing(earliestOf(months(3, 'delivered'), days(30, 'defect-known')), roll) },
  },
  {
    id: 'mismatch-refund',
    source: 'ECA 18(2), 18(10)',
    terms: {
      pays: everythingPaidBy('seller'),
      refund: { item: whole, outbound: 'full', form: 'original-means', fees: [], late: interest },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [{ duty: 'refund', party: 'seller', onMiss: 'surcharge', period: interest.period }],
    },
  },
]);

export const southKorea: LawPack = {
  layer: 'law',
  id: 'law:KR',
  countries: ['KR'],
  sources: {
    ECA: {
      title: 'Act on the Consumer Protection in Electronic Commerce, as explained by the Ministry of Government Legislation',
      url: 'https://m.easylaw.go.kr/MOM/SubCsmOvRetrieve.laf?langCd=700101&csmSeq=1308&ccfNo=3&cciNo=3&cnpClsNo=3',
      readOn,
    },
  },
  rules: [...withdrawal, ...exclusions, ...conformity, otherChannelsNotRead('ECA 17'), deliveryNotRead('ECA 15')],
};
