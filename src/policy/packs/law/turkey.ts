import type { LawPack, PackRule } from '../types.js';
import {
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumerAtADistance,
  contractsFrom,
  contractsUntil,
  days,
  deliveryNotRead,
  earliestOf,
  exclusionsNotRead,
  otherChannelsNotRead,
  paidBy,
  together,
  unknownEnd,
  unknownRight,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';

const withdrawal: readonly PackRule[] = together(
  { rights: ['withdrawal'], when: consumerAtADistance, valid: contractsFrom('2014-11-27'), confidence: 'secondary' },
  [
    {
      id: 'withdrawal-window',
      source: 'DCR 9',
      note: 'Telephones, computers and tablets remain returnable: their announced exclusion was withdrawn before it took effect. Whether a last day on a weekend moves was not found.',
      terms: { window: closing(days(14, 'delivered'), 'unknown') },
      except: [
        {
          id: 'not-told',
          source: 'DCR 10',
          confidence: 'unconfirmed',
          when: { 'disclosures.withdrawalRight': false },
          note: 'One year more is told of and could not be confirmed.',
          terms: { extend: unknownEnd },
        },
      ],
    },
    {
      id: 'withdrawal-refund',
      source: 'DCR 12',
      note: 'Fourteen days from the hand-over to the carrier the seller named, else from the receipt of the goods.',
      terms: {
        refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
        remedies: buyerMayChoose(1, 'refund'),
        deadlines: [
          {
            duty: 'refund',
            party: 'seller',
            period: closing(earliestOf(days(14, 'goods-returned'), days(14, 'handed-to-designated-carrier'))),
          },
        ],
      },
    },
    {
      id: 'withdrawal-return-cost',
      source: 'DCR 12, 13',
      note: 'The seller pays where the named carrier is used, none was named, or it has no branch there. Making the consumer pay was announced and withdrawn before it took effect.',
      terms: { pays: { return: paidBy('seller') } },
    },
    {
      id: 'withdrawal-dispatch',
      source: 'DCR 13',
      terms: {
        deadlines: [
          { duty: 'dispatch-back', party: 'buyer', satisfiedBy: 'sent', period: closing(days(10, 'notice'), 'unknown') },
        ],
      },
    },
  ],
);

export const turkey: LawPack = {
  layer: 'law',
  id: 'law:TR',
  countries: ['TR'],
  sources: {
    DCR: {
      title: 'Distance Contracts Regulation (Mesafeli Sözleşmeler Yönetmeliği), 2014-11-27, last changed 2022-08-23',
      url: 'https://www.sch-legal.com',
      readOn,
    },
    TKHK: { title: 'Consumer Protection Law 6502', url: 'https://www.mevzuat.gov.tr', readOn },
  },
  rules: [
    ...withdrawal,
    unknownRight({
      id: 'withdrawal-before',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'DCR 24',
      valid: contractsUntil('2014-11-26'),
      note: 'The law before was not read.',
    }),
    otherChannelsNotRead('TKHK 47'),
    ...exclusionsNotRead('DCR 15'),
    conformityNotRead('TKHK 12'),
    deliveryNotRead('DCR 16'),
  ],
};
