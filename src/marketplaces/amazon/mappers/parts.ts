import type { CaseItem, CaseShipment, CaseSummary, ShipmentStatus } from '../../../core/case.js';
import { present } from '../../../core/present.js';
import { translate } from '../../../core/translated.js';
import type { Payer, Programme } from '../../../core/vocabulary.js';
import type { OrderFact, SellerReturnFact } from '../merge/facts.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { amazonMarketplaces } from '../marketplaces.js';
import { momentIn } from './days.js';

interface Named {
  readonly orderItemId?: string;
  readonly sku?: string;
  readonly asin?: string;
  readonly name?: string;
  readonly quantity?: number;
}

const firstOf = <Fact, Value>(facts: readonly Fact[], read: (fact: Fact) => Value | undefined): Value | undefined =>
  facts.map(read).find((value) => value !== undefined);

const soldAs = (order: OrderFact | undefined, facts: readonly Named[]): OrderFact['items'][number] | undefined =>
  order?.items.find(({ orderItemId, sku, asin }) =>
    facts.some((fact) =>
      fact.orderItemId === undefined
        ? (fact.sku ?? fact.asin) !== undefined && (fact.sku === sku || (fact.sku === undefined && fact.asin === asin))
        : fact.orderItemId === orderItemId,
    ),
  );

const sum = (facts: readonly Named[]): number | undefined => {
  const counts = facts.flatMap(({ quantity }) => quantity ?? []);
  return counts.length === 0 ? undefined : counts.reduce((total, count) => total + count, 0);
};

/** Each source tells of the same units again, so only one of them is counted: the report, the live API, the warehouse, the money. */
const countedOf = ({ sellerReturns, externalReturns, fbaReturns, money }: JoinedCase): readonly Named[] => {
  const [leading] = sellerReturns;
  if (leading !== undefined) return sellerReturns.filter(({ source }) => source === leading.source);
  return [externalReturns, fbaReturns, money.slice(0, 1)].find((facts) => facts.length > 0) ?? [];
};

/** The goods of a case: one line of its order. Money that names no goods is of the whole order, and has none. */
export const toItems = (joined: JoinedCase): readonly CaseItem[] => {
  const facts: readonly Named[] = [...joined.sellerReturns, ...joined.externalReturns, ...joined.fbaReturns, ...joined.money];
  const sold = soldAs(joined.order, facts);
  const sku = firstOf(facts, (fact) => fact.sku) ?? sold?.sku;
  const id = sold?.orderItemId ?? firstOf(facts, (fact) => fact.orderItemId) ?? sku ?? firstOf(facts, (fact) => fact.asin);
  if (id === undefined) return [];
  const name = firstOf(facts, (fact) => fact.name) ?? sold?.name;
  return [present({ id, sku, name, quantity: sum(countedOf(joined)) ?? 1, price: sold?.price })];
};

const payers: Readonly<Record<string, Payer>> = { Customer: 'buyer', Seller: 'seller', Amazon: 'marketplace' };

export const payerOf = (word: string | undefined): Payer | undefined =>
  word === undefined ? undefined : translate(payers, word).unified;

/** Words of External Fulfillment Returns as a parcel's. */
export const externalParcels: Readonly<Record<string, ShipmentStatus>> = {
  CREATED: 'not-started',
  CARRIER_NOTIFIED_TO_PICK_UP_FROM_CUSTOMER: 'awaiting-arrangement',
  CARRIER_OUT_FOR_PICK_UP_FROM_CUSTOMER: 'ready',
  CUSTOMER_CANCELLED_PICK_UP: 'pickup-failed',
  CUSTOMER_RESCHEDULED_PICK_UP: 'pickup-failed',
  PICKED_FROM_CUSTOMER: 'in-transit',
  CUSTOMER_DROPPED_OFF: 'in-transit',
  IN_TRANSIT: 'in-transit',
  REPLANNED: 'in-transit',
  OUT_FOR_DELIVERY: 'out-for-delivery',
  DELIVERED: 'delivered',
  PARTIALLY_PROCESSED: 'delivered',
  PROCESSED: 'delivered',
  CANCELLED: 'cancelled',
};

/** Words of an order's parcels, its way back after a failed delivery included. */
export const outboundParcels: Readonly<Record<string, ShipmentStatus>> = {
  PENDING: 'ready',
  IN_TRANSIT: 'in-transit',
  SHIPPED: 'in-transit',
  DELIVERED: 'delivered',
  CANCELLED: 'cancelled',
  UNDELIVERABLE: 'delivery-failed',
  PENDING_SCHEDULE: 'awaiting-arrangement',
  PENDING_PICK_UP: 'ready',
  PENDING_DROP_OFF: 'ready',
  LABEL_CANCELLED: 'cancelled',
  PICKED_UP: 'in-transit',
  DROPPED_OFF: 'in-transit',
  AT_ORIGIN_FC: 'in-transit',
  AT_DESTINATION_FC: 'in-transit',
  OUT_FOR_DELIVERY: 'out-for-delivery',
  REJECTED_BY_BUYER: 'delivery-failed',
  RETURNING_TO_SELLER: 'delivery-failed',
  RETURNED_TO_SELLER: 'returned-to-sender',
  LOST: 'lost',
  DAMAGED: 'delivery-failed',
};

/** A report tells that a label exists and when the goods came, nothing between the two. */
const reportedParcel = (facts: readonly SellerReturnFact[], zone: string): readonly CaseShipment[] => {
  const delivered = firstOf(facts, (fact) => fact.delivered);
  const trackingNumber = firstOf(facts, (fact) => fact.label?.trackingId);
  if (delivered === undefined && trackingNumber === undefined) return [];
  return [
    present({
      direction: 'return' as const,
      status: { unified: delivered === undefined ? ('unknown' as const) : ('delivered' as const), raw: '' },
      trackingNumber,
      carrier: firstOf(facts, (fact) => fact.label?.carrier),
      deliveredAt: delivered === undefined ? undefined : momentIn(delivered, zone),
      payer: payerOf(firstOf(facts, (fact) => fact.label?.payer)),
    }),
  ];
};

const returnParcels = ({ externalReturns, sellerReturns, fbaReturns }: JoinedCase, zone: string): readonly CaseShipment[] => {
  const payer = payerOf(firstOf(sellerReturns, (fact) => fact.label?.payer));
  const live = externalReturns.map((fact): CaseShipment =>
    present({
      direction: 'return' as const,
      status: translate(externalParcels, fact.status),
      trackingNumber: fact.trackingId,
      carrier: fact.carrier,
      shippedAt: fact.pickedUpAt,
      deliveredAt: fact.deliveredAt,
      payer,
    }),
  );
  if (live.length > 0) return live;
  const [received] = fbaReturns;
  if (received === undefined) return reportedParcel(sellerReturns, zone);
  const status = { unified: 'delivered', raw: received.disposition ?? '' } as const;
  return [{ direction: 'return', status, deliveredAt: momentIn(received.returned, zone) }];
};

const outbound = ({ order }: JoinedCase): readonly CaseShipment[] =>
  (order?.packages ?? []).map((parcel) =>
    present({
      direction: 'outbound' as const,
      status: translate(outboundParcels, parcel.detailedStatus ?? parcel.status ?? ''),
      trackingNumber: parcel.trackingId,
      carrier: parcel.carrier,
      shippedAt: parcel.shippedAt,
    }),
  );

/** The way back, and the parcels to the buyer once the order has been read. */
export const toShipments = (joined: JoinedCase, zone: string): readonly CaseShipment[] => [
  ...returnParcels(joined, zone),
  ...outbound(joined),
];

const requests: Readonly<Record<string, CaseSummary['requested']>> = {
  StandardRefund: { remedy: 'refund', goods: 'returned' },
  RefundAtFirstScan: { remedy: 'refund', goods: 'returned' },
  ReturnlessRefund: { remedy: 'keep-and-refund', goods: 'kept-by-buyer' },
  Replacement: { remedy: 'replacement', goods: 'returned' },
  REPLACEMENT: { remedy: 'replacement', goods: 'returned' },
  EXCHANGE: { remedy: 'exchange', goods: 'returned' },
};

/** No source says an amount that the buyer asks for. */
export const toRequested = ({ sellerReturns, externalReturns, fbaReturns }: JoinedCase): CaseSummary['requested'] => {
  const words = [...sellerReturns.map(({ resolution }) => resolution), ...externalReturns.map(({ subtype }) => subtype)];
  const known = firstOf(words, (word) => (word !== undefined && Object.hasOwn(requests, word) ? requests[word] : undefined));
  if (known !== undefined) return known;
  const isReturn = sellerReturns.length + externalReturns.length + fbaReturns.length > 0;
  return isReturn ? { remedy: 'refund', goods: 'returned' } : { remedy: 'refund' };
};

export const toProgramme = ({ order, fbaReturns, sellerReturns, externalReturns }: JoinedCase): Programme | undefined => {
  if (order?.fulfilledBy === 'AMAZON' || fbaReturns.length > 0) return 'fulfilled-by-marketplace';
  const isSellers = order?.fulfilledBy === 'MERCHANT' || sellerReturns.length + externalReturns.length > 0;
  return isSellers ? 'fulfilled-by-seller' : undefined;
};

/** `AMAZON_US`. */
const countryOfStore = (store: string | undefined): string | undefined => /^AMAZON_([A-Z]{2})$/.exec(store ?? '')?.[1];

export const siteOf = ({ order, externalReturns }: JoinedCase, marketplaceIds: readonly string[]): string | undefined => {
  const [only, ...others] = marketplaceIds;
  const marketplaceId = order?.marketplaceId ?? (others.length === 0 ? only : undefined);
  const country = countryOfStore(firstOf(externalReturns, ({ store }) => store));
  return amazonMarketplaces.get(marketplaceId ?? '')?.country ?? (country === 'UK' ? 'GB' : country);
};
