import type { PackException, PackRule } from '../../types.js';
import { anyOf, closing, days, firstKnown, together, unknownEnd, until } from '../../wording.js';

const grants = ['voluntary', 'conformity'] as const;

/** The page of the United States counts from the estimated delivery, which is what a sale is dated by that tells of no other. */
const afterDelivery = (amount: number) => firstKnown(days(amount, 'delivered'), days(amount, 'promised'));

/** The season of 2026 was not announced where it was read. */
const season2026: PackException = {
  id: 'holiday-season-2026',
  source: 'AZ-holidays',
  confidence: 'unconfirmed',
  when: { placed: { from: '2026-11-01', to: '2026-12-31' } },
  note: 'The extension of this season was not found.',
  terms: { extend: unknownEnd },
};

const claims: readonly PackRule[] = together({ rights: ['non-delivery', 'late-delivery'] }, [
  {
    id: 'guarantee-claim',
    source: 'AZ-claims',
    confidence: 'secondary',
    note: 'The buyer writes to the seller first and waits 48 hours.',
    terms: { window: closing(days(90, 'promised')) },
  },
]);

const customised: PackRule = {
  id: 'customised-goods',
  rights: ['voluntary'],
  source: 'AZ-returns',
  confidence: 'unconfirmed',
  when: { traits: ['custom-made'] },
  note: 'What Amazon grants of its own for customised goods was not read.',
  terms: { review: 'customised-goods-unconfirmed' },
};

export const windowsInAmerica: readonly PackRule[] = [
  {
    id: 'return-window',
    rights: grants,
    source: 'AZ-returns',
    confidence: 'official-summary',
    note: 'Thirty days of the estimated delivery: where the delivery itself is told, it counts.',
    terms: { window: closing(afterDelivery(30)) },
    except: [
      {
        id: 'unconfirmed-electronics',
        confidence: 'unconfirmed',
        when: { category: ['electronics', 'computers', 'cameras', 'phones', 'wireless'] },
        note: 'Fifteen days are told of, without a page that says so.',
        terms: { window: closing(anyOf(afterDelivery(15), afterDelivery(30))) },
      },
      {
        id: 'unconfirmed-baby',
        confidence: 'unconfirmed',
        when: { category: ['baby'] },
        note: 'Ninety days are told of, without a page that says so.',
        terms: { extend: unknownEnd },
      },
      {
        id: 'unconfirmed-renewed',
        confidence: 'unconfirmed',
        when: { soldAs: ['refurbished'] },
        note: 'Ninety or a hundred days are told of, without a page that says so.',
        terms: { extend: unknownEnd },
      },
      {
        id: 'holiday-season-2025',
        source: 'AZ-holidays',
        when: { placed: { from: '2025-11-01', to: '2025-12-31' } },
        unless: [{ brand: ['Apple'] }],
        terms: { extend: until('2026-01-31') },
      },
      {
        id: 'holiday-season-2025-apple',
        source: 'AZ-holidays',
        when: { placed: { from: '2025-11-01', to: '2025-12-31' }, brand: ['Apple'] },
        terms: { extend: until('2026-01-15') },
      },
      season2026,
    ],
  },
  customised,
  ...claims,
];

const shortCategories = ['cameras', 'electronics', 'office', 'computers', 'wireless', 'video-games', 'music', 'video'];
const unconfirmedCategories = ['books', 'software', 'toys', 'diy', 'kitchen', 'automotive', 'phones'];
/** Amazon's own devices and renewed goods keep thirty days. */
const keepsThirty = [{ traits: ['amazon-device'] }, { soldAs: ['refurbished'] }] as const;

export const windowsInEurope: readonly PackRule[] = [
  {
    id: 'return-window',
    rights: grants,
    source: 'AZ-categories',
    confidence: 'secondary',
    note: 'Nothing was read that counts from an estimate, as the page of the United States does: a delivery of which nobody told is not taken for the estimated one.',
    terms: { window: closing(days(30, 'delivered')) },
    except: [
      {
        id: 'fourteen-days-transition',
        when: { category: shortCategories },
        unless: keepsThirty,
        valid: { from: '2024-03-25', to: '2024-04-25', selectedBy: 'placed' },
        note: 'In the first month purchases with thirty days were still accepted.',
        terms: { window: closing(anyOf(days(14, 'delivered'), days(30, 'delivered'))) },
      },
      {
        id: 'fourteen-days',
        when: { category: shortCategories },
        unless: keepsThirty,
        valid: { from: '2024-04-26', selectedBy: 'placed' },
        terms: { window: closing(days(14, 'delivered')) },
      },
      {
        id: 'fourteen-days-more-categories',
        source: 'AZ-more-categories',
        confidence: 'unconfirmed',
        when: { category: unconfirmedCategories },
        unless: keepsThirty,
        valid: { from: '2025-06-01', selectedBy: 'placed' },
        note: 'One source alone tells of more categories since June or July 2025.',
        terms: { window: closing(anyOf(days(14, 'delivered'), days(30, 'delivered'))) },
      },
      season2026,
    ],
  },
  customised,
  ...claims,
];

export const windowsElsewhere: readonly PackRule[] = [
  {
    id: 'return-window',
    rights: grants,
    source: 'AZ-returns',
    confidence: 'unconfirmed',
    note: 'The page of this site was not read.',
    terms: { window: closing(unknownEnd) },
  },
  ...claims,
];
