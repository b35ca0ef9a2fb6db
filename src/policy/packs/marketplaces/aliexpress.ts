import type { RightKind } from '../../decision.js';
import { everySite, type MarketplacePack } from '../types.js';
import {
  anyOf,
  atLeast,
  buyerMayChoose,
  closing,
  days,
  elapsedDays,
  everythingPaidBy,
  firstKnown,
  paidBy,
  together,
  unknownEnd,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
const disputes: readonly RightKind[] = ['conformity', 'non-delivery', 'late-delivery'];
const everyRight: readonly RightKind[] = ['withdrawal', 'voluntary', ...disputes];

/** AliExpress does not tell its sites apart. `timeout_type` with its time binds; these figures are for cases without it. */
export const aliexpress: readonly MarketplacePack[] = [
  {
    layer: 'marketplace',
    id: 'aliexpress:*',
    marketplace: 'aliexpress',
    site: everySite,
    sources: {
      'AX-disputes': { title: 'ssopdot 19333, 99383, 35242: how disputes run', url: 'https://www.ssopdot.com', readOn },
      'AX-returns': { title: 'Buyer protection and free returns', url: 'https://www.aliexpress.com', readOn },
    },
    rules: together({ confidence: 'secondary' } as const, [
      {
        id: 'dispute-window',
        rights: disputes,
        source: 'AX-disputes',
        note: 'From the tenth day after all was shipped, at once where less than five days were promised, until fifteen days after the order is completed. Buyer protection lasts fifteen days after receipt, so those are certain where no completion is told.',
        terms: {
          window: {
            opens: anyOf(days(0, 'shipped'), days(10, 'shipped')),
            closes: firstKnown(days(15, 'completed'), atLeast(days(15, 'delivered'))),
          },
          pays: everythingPaidBy('seller'),
          refund: { item: whole, form: 'original-means', fees: [] },
          remedies: buyerMayChoose(1, 'refund', 'partial-refund'),
        },
      },
      {
        id: 'free-return',
        rights: ['voluntary'],
        source: 'AX-returns',
        note: 'Fifteen days, one free local return for each order, in the listed countries: the list was not read.',
        terms: {
          window: closing(days(15, 'delivered')),
          review: 'listed-countries-unconfirmed',
          refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
          pays: { return: paidBy('unknown') },
          remedies: buyerMayChoose(1, 'refund'),
        },
        except: [
          {
            id: 'unconfirmed-choice',
            confidence: 'unconfirmed',
            when: { programme: ['choice'] },
            note: 'Ninety days are told of, without a page that says so.',
            terms: { extend: unknownEnd },
          },
        ],
      },
      {
        id: 'costs-of-remorse',
        rights: ['withdrawal'],
        source: 'AX-returns',
        terms: { pays: { return: paidBy('buyer') } },
      },
      {
        id: 'seller-answer',
        rights: everyRight,
        source: 'AX-disputes',
        note: 'After five days of silence the buyer’s request is carried out.',
        terms: {
          deadlines: [
            {
              duty: 'answer',
              party: 'seller',
              onMiss: 'auto-approved',
              period: closing(firstKnown(elapsedDays(5, 'claim-opened'), elapsedDays(5, 'requested'))),
            },
          ],
        },
      },
      {
        id: 'platform-joins',
        rights: everyRight,
        source: 'AX-disputes',
        terms: {
          deadlines: [
            {
              duty: 'platform-decides',
              party: 'marketplace',
              period: closing(firstKnown(elapsedDays(7, 'claim-opened'), elapsedDays(7, 'requested'))),
            },
          ],
        },
      },
      {
        id: 'buyer-dispatch',
        rights: everyRight,
        source: 'AX-disputes',
        note: 'Else the dispute is closed and the money goes to the seller.',
        terms: {
          deadlines: [
            { duty: 'dispatch-back', party: 'buyer', onMiss: 'case-closed', period: closing(elapsedDays(10, 'authorised')) },
          ],
        },
      },
      {
        id: 'seller-timeouts',
        rights: everyRight,
        source: 'AX-disputes',
        confidence: 'unconfirmed',
        note: 'The marketplace has clocks for naming the return address and for confirming the goods; their days could not be confirmed.',
        terms: {
          deadlines: [
            { duty: 'provide-address', party: 'seller', period: closing(unknownEnd) },
            { duty: 'confirm-receipt', party: 'seller', period: closing(unknownEnd) },
          ],
        },
      },
    ]),
  },
];
