import type { RightKind } from '../../decision.js';
import { everySite, type MarketplacePack } from '../types.js';
import {
  anyOf,
  businessDays,
  buyerMayChoose,
  closing,
  days,
  everythingPaidBy,
  paidBy,
  together,
  unknownEnd,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
const everyRight: readonly RightKind[] = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'];

/** eBay, one set of rules for every site. `respondByDate` in the payload binds. */
export const ebay: readonly MarketplacePack[] = [
  {
    layer: 'marketplace',
    id: 'ebay:*',
    marketplace: 'ebay',
    site: everySite,
    sources: {
      'EB-account': {
        title: 'eBay Sell Account API v1.9.0, return policies',
        url: 'https://developer.ebay.com/api-docs/sell/account/overview.html',
        readOn,
      },
      'EB-help': {
        title: 'eBay UK help 4115',
        url: 'https://www.ebay.co.uk/help/selling/managing-returns-refunds/4115?id=4115',
        readOn,
      },
      'EB-guides': { title: 'srch.fi: eBay returns for sellers', url: 'https://srch.fi', readOn },
    },
    rules: together({ source: 'EB-account', confidence: 'text' } as const, [
      {
        id: 'remorse',
        rights: ['voluntary'],
        when: { reasonClass: ['withdrawal', 'agreement'] },
        note: 'Fourteen, thirty or sixty calendar days from “delivered”, as the listing says; some sellers set other days for buyers abroad. No restocking fee, money back only, no longer days for holidays. How much is deducted for goods in worse condition could not be confirmed.',
        terms: {
          window: closing(days(0, 'listed-return-end')),
          refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
          remedies: buyerMayChoose(1, 'refund'),
        },
        except: [
          {
            id: 'listed-without-returns',
            when: { listsReturns: false },
            terms: { exclude: 'listed-without-returns' },
          },
          ...[{ 'condition.isDamagedByBuyer': true }, { 'condition.isUsed': true }, { 'condition.isIncomplete': true }].map(
            (when, index) => ({
              id: `worse-condition-${String(index + 1)}`,
              confidence: 'unconfirmed' as const,
              when,
              terms: { refund: { fees: [{ kind: 'diminished-value' as const }] } },
            }),
          ),
        ],
      },
      {
        id: 'remorse-return-cost',
        rights: ['voluntary', 'withdrawal'],
        when: { reasonClass: ['withdrawal'] },
        note: 'As the listing says, or as it says for buyers abroad.',
        terms: { pays: { return: paidBy('unknown') } },
        except: (['buyer', 'seller'] as const).map((payer) => ({
          id: `listed-return-cost-${payer}`,
          when: { listedReturnPayer: [payer] },
          terms: { pays: { return: paidBy(payer) } },
        })),
      },
      {
        id: 'not-as-described',
        rights: ['conformity', 'non-delivery', 'late-delivery'],
        note: 'The seller pays whatever the listing says. The thirty days of the guarantee could not be confirmed.',
        terms: {
          window: { closes: unknownEnd },
          pays: everythingPaidBy('seller'),
          refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
          remedies: buyerMayChoose(1, 'refund'),
        },
      },
      {
        id: 'seller-answer',
        rights: everyRight,
        source: 'EB-help',
        confidence: 'official-summary',
        note: 'Then the buyer may ask eBay to step in.',
        terms: {
          deadlines: [
            { duty: 'answer', party: 'seller', onMiss: 'platform-decides', period: closing(businessDays(3, 'requested')) },
          ],
        },
      },
      ...together({ rights: everyRight, source: 'EB-guides', confidence: 'secondary' } as const, [
        {
          id: 'signature',
          rights: ['non-delivery'],
          when: { site: ['US'], price: { from: { minor: 75_000, currency: 'USD' } } },
          note: 'From USD 750 on the delivery is shown by a signature. The sum is that of the order.',
          terms: { requirements: [{ code: 'signature-confirmation', isRequired: true }] },
        },
        {
          id: 'buyer-dispatch',
          note: 'A return may be closed after fifteen business days without dispatch, and altogether after 21 business or 35 calendar days.',
          terms: {
            deadlines: [
              { duty: 'dispatch-back', party: 'buyer', onMiss: 'case-closed', period: closing(businessDays(15, 'authorised')) },
            ],
          },
        },
        {
          id: 'refund-after-return',
          note: 'About two days; whether business days are meant is not said.',
          terms: {
            deadlines: [
              {
                duty: 'refund',
                party: 'seller',
                onMiss: 'auto-refunded',
                period: closing(anyOf(days(2, 'goods-returned'), businessDays(2, 'goods-returned'))),
              },
            ],
          },
        },
        {
          id: 'appeal',
          terms: {
            deadlines: [{ duty: 'appeal', party: 'seller', onMiss: 'denied', period: closing(days(30, 'claim-decided')) }],
          },
        },
      ]),
    ]),
  },
];
