import type { Observation } from '../../../core/observation.js';
import { present } from '../../../core/present.js';
import type { Instant } from '../../../core/time.js';
import { toAmount, toCount, toText, toTime } from '../mappers/values.js';
import type { WireTransaction } from '../wire/finances.js';
import type { MoneyFact, MoneyType } from './facts.js';
import { negated, observeMoney, sumOf } from './observe-money.js';

type WireItem = NonNullable<WireTransaction['items']>[number];
type Breakdowns = WireTransaction['breakdowns'];

/** What stays between the seller and Amazon, or goes to the tax office; the rest is the buyer's. Seen in live answers, an open list. */
const notTheBuyers = new Set(['AmazonFees', 'FBAFees', 'TaxCollectedAtSource', 'TaxWithholding']);

const amountOf = (breakdowns: Breakdowns): MoneyFact['amount'] => {
  const parts = (breakdowns ?? []).filter(({ breakdownType: type }) => !notTheBuyers.has(type ?? ''));
  const sum = sumOf(parts.map(({ breakdownAmount: part }) => toAmount(part?.currencyAmount, part?.currencyCode)));
  return sum === undefined ? undefined : negated(sum);
};

const related = (wire: WireTransaction, name: string): string | undefined =>
  toText(wire.relatedIdentifiers?.find(({ relatedIdentifierName: known }) => known === name)?.relatedIdentifierValue);

/**
 * The model names `Shipment` only, so the words are matched loosely, and a refund is told by its REFUND_ID too. Whatever is none of
 * the four is no after-sales money.
 */
export const moneyTypeOf = (wire: WireTransaction): MoneyType | undefined => {
  const words = `${wire.transactionType ?? ''} ${wire.description ?? ''}`;
  if (/safe-?t/i.test(words)) return 'safe-t';
  if (/guarantee|a-?to-?z/i.test(words)) return 'guarantee-claim';
  if (/charge-?back/i.test(words)) return 'chargeback';
  return /refund/i.test(wire.transactionType ?? '') ||
    /^refund\b/i.test(wire.description ?? '') ||
    related(wire, 'REFUND_ID') !== undefined
    ? 'refund'
    : undefined;
};

/** Deferred money has not moved yet. */
const states: Readonly<Record<string, MoneyFact['state']>> = { DEFERRED: 'agreed', RELEASED: 'paid', DEFERRED_RELEASED: 'paid' };

const adjustmentIdOf = (item: WireItem): string | undefined =>
  toText(
    item.relatedIdentifiers?.find(({ itemRelatedIdentifierName: name }) => name === 'ORDER_ADJUSTMENT_ITEM_ID')
      ?.itemRelatedIdentifierValue,
  );

const productOf = (item: WireItem): NonNullable<WireItem['contexts']>[number] | undefined =>
  item.contexts?.find(({ sku, asin }) => toText(sku) !== undefined || toText(asin) !== undefined);

/** One entry of the seller's account, item by item. */
export const observeTransaction = (wire: WireTransaction, readAt: Instant): readonly Observation[] => {
  const [type, postedAt] = [moneyTypeOf(wire), toTime(wire.postedDate)];
  if (type === undefined || postedAt === undefined) return [];
  const base = {
    kind: 'money',
    type,
    source: 'finances',
    orderId: related(wire, 'ORDER_ID'),
    postedAt,
    state: states[wire.transactionStatus ?? ''] ?? 'unknown',
    word: toText(wire.transactionStatus),
    store: toText(wire.marketplaceDetails?.marketplaceName),
  } as const;
  const facts = (wire.items ?? []).map((item) =>
    present({
      ...base,
      sku: toText(productOf(item)?.sku),
      asin: toText(productOf(item)?.asin),
      quantity: toCount(productOf(item)?.quantityShipped),
      adjustmentId: adjustmentIdOf(item),
      amount: amountOf(item.breakdowns),
    }),
  );
  const told = facts.length > 0 ? facts : [present({ ...base, amount: amountOf(wire.breakdowns) })];
  return told.flatMap((fact) => observeMoney(fact, readAt) ?? []);
};
