import { noCurrency } from '../../core/money.js';
import type { Case, CaseEvidence, CaseItem, CaseShipment } from '../../core/case.js';
import type { Order, OrderItem, OrderParcel } from '../../core/order.js';
import type { Reason } from '../vocabulary.js';
import { isCountry } from '../calendar/country-zones.js';
import type { CaseFacts, EventFacts, FactsOfEvidence, ItemFacts, OrderFacts, ParcelFacts } from './case-facts.js';

/** Leaves out what is not known, so that it stays unknown. */
const known = <Value extends object>(values: { readonly [Key in keyof Value]?: Value[Key] | undefined }): Partial<Value> => {
  const found: Partial<Value> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) found[key] = value;
  }
  return found;
};

const soldItem = (item: CaseItem, order: Order | undefined): OrderItem | undefined => {
  const items = order?.items ?? [];
  return items.find(({ id }) => id === item.id) ?? items.find(({ sku }) => sku !== undefined && sku === item.sku);
};

/** A case about several lines is judged by its most valuable one; deadlines and payers are the case's. */
const mainItem = (items: readonly CaseItem[]): CaseItem | undefined => {
  const worth = ({ price, refund, quantity }: CaseItem): number =>
    price === undefined ? (refund?.minor ?? 0) : price.minor * quantity;
  return [...items].sort((left, right) => worth(right) - worth(left))[0];
};

const priceOf = (item: CaseItem | undefined, sold: OrderItem | undefined, found: Case): ItemFacts['price'] | undefined => {
  // Some marketplaces list a price in their own currency beside a claim in the buyer's: what was paid is in the claim's.
  const claimed = found.requested.amount?.currency;
  const prices = [item?.price, sold?.price].filter((price) => price !== undefined);
  const perUnit = prices.find(({ currency }) => currency === claimed) ?? prices[0];
  if (perUnit !== undefined) return perUnit;
  const whole = item?.refund ?? found.requested.amount;
  const units = item?.quantity ?? 1;
  return whole === undefined || whole.minor % units !== 0 ? undefined : { minor: whole.minor / units, currency: whole.currency };
};

const toItem = (found: Case, order: Order | undefined): ItemFacts | undefined => {
  const item = mainItem(found.items);
  const sold = item === undefined ? undefined : soldItem(item, order);
  const price = priceOf(item, sold, found);
  if (price === undefined) return undefined;
  const quantity = Math.max(1, item?.quantity ?? 1);
  return { price, quantity, ...known<ItemFacts>({ sku: item?.sku ?? sold?.sku, quantityOrdered: sold?.quantity }) };
};

const toParcel = ({ shippedAt, deliveredAt }: OrderParcel): ParcelFacts => known<ParcelFacts>({ shippedAt, deliveredAt });

const outboundOf = (found: Case): CaseShipment | undefined => found.shipments.find(({ direction }) => direction === 'outbound');

/** Whether every line of the order comes back in full; unknown without the order, and for a case that names no goods. */
const isWhole = (found: Case, order: Order | undefined): boolean | undefined => {
  if (order === undefined || order.items.length === 0 || found.items.length === 0) return undefined;
  return order.items.every((sold) =>
    found.items.some((item) => soldItem(item, order) === sold && item.quantity >= sold.quantity),
  );
};

/**
 * Marketplaces that sell no delivery but by carriers that they or the seller offer. Whichever of those the buyer picks, the risk stays
 * with the seller until the goods are handed over (CRD 20). A pick-up store is offered too, and a forwarder whose address the buyer
 * gives begins after the delivery.
 */
const offeringEveryCarrier: readonly string[] = ['aliexpress', 'amazon', 'shopee'];

const toOrder = (found: Case, order: Order | undefined): OrderFacts => {
  const outbound = outboundOf(found);
  const parcels = (order?.parcels ?? []).map(toParcel).filter((parcel) => Object.keys(parcel).length > 0);
  return known<OrderFacts>({
    placedAt: order?.placedAt ?? found.order.placedAt,
    shippedAt: order?.shippedAt ?? outbound?.shippedAt,
    deliveredAt: order?.deliveredAt ?? outbound?.deliveredAt,
    estimatedDeliveryAt: order?.estimatedDeliveryAt ?? outbound?.estimatedDeliveryAt,
    completedAt: order?.completedAt,
    parcels: parcels.length > 1 ? parcels : undefined,
    shipping: order?.shippingPaid === undefined ? undefined : { paid: order.shippingPaid },
    carrierChosenBy: offeringEveryCarrier.includes(found.marketplace) ? 'seller' : undefined,
    isWhole: isWhole(found, order),
    taxPaid: order?.taxPaid,
  });
};

const toEvents = (found: Case): EventFacts => {
  const back = found.shipments.find(({ direction }) => direction === 'return');
  const refund = found.refunds.find(({ state, to }) => state === 'paid' && to === 'buyer');
  return known<EventFacts>({
    dispatchedBackAt: back?.shippedAt,
    goodsReturnedAt: back?.deliveredAt,
    refundedAt: refund?.at,
    claimOpenedAt: found.kind === 'claim' ? found.openedAt : undefined,
    chargebackNoticeAt: found.kind === 'chargeback' ? found.openedAt : undefined,
  });
};

const evidenceKinds: Readonly<Partial<Record<CaseEvidence['kind'], FactsOfEvidence['kind']>>> = {
  photo: 'photo',
  video: 'video',
  tracking: 'tracking',
};

const toEvidence = ({ kind, from, at }: CaseEvidence): FactsOfEvidence => ({
  kind: evidenceKinds[kind] ?? 'other',
  from,
  ...(at === undefined ? {} : { at }),
});

const returnShipping = (found: Case): CaseFacts['returnShipping'] => {
  const payer = found.shipments.find(({ direction }) => direction === 'return')?.payer;
  return payer === undefined ? undefined : { labelPayer: payer };
};

const stated = (found: Case): CaseFacts['platformDeadlines'] => {
  const deadlines = found.deadlines.filter(({ certainty }) => certainty === 'stated');
  return deadlines.map(({ duty, party, by, onMiss }) => ({ duty, party, by, ...(onMiss === undefined ? {} : { onMiss }) }));
};

const reasonOf = ({ reason }: Case): Reason => reason.unified;

/** Drops empty groups and lists: they say nothing. */
const unlessEmpty = <Value extends object>(value: Value | undefined): Value | undefined =>
  value === undefined || Object.keys(value).length === 0 ? undefined : value;

/**
 * What any marketplace's case tells a decision, with the order where it has been read. Only what is known is there; what a
 * marketplace does not say stays unknown and shows in the decision's `missing`.
 *
 * Two facts a decision cannot do without may be unknown to a marketplace: the buyer's country falls back on the site's, and a case
 * without any amount carries a price of zero in currency `XXX` ({@link noCurrency}), so that its refund is never mistaken for money. Both facts may be
 * replaced: `decide(policy, { ...toFacts(found), buyer: { country: 'PL' } }, { at })`.
 */
export const toFacts = (found: Case, order?: Order): CaseFacts => {
  const country = found.buyer?.country ?? order?.buyerCountry ?? found.site ?? order?.site ?? '';
  return {
    marketplace: found.marketplace,
    buyer: { country },
    order: toOrder(found, order),
    item: toItem(found, order) ?? { price: { minor: 0, currency: noCurrency }, quantity: 1 },
    reason: reasonOf(found),
    remedy: found.requested.remedy,
    requestedAt: found.openedAt,
    ...known<CaseFacts>({
      site: siteOf(found, order),
      programme: found.programme ?? order?.programme,
      events: unlessEmpty(toEvents(found)),
      returnShipping: returnShipping(found),
      platformDeadlines: unlessEmpty(stated(found)),
      evidence: unlessEmpty(found.evidence.map(toEvidence)),
    }),
  };
};

const siteOf = (found: Case, order: Order | undefined): string | undefined => {
  const site = found.site ?? order?.site;
  return site !== undefined && isCountry(site) ? site : undefined;
};
