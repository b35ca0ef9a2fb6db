import type { Observation } from '../../../core/observation.js';
import { present } from '../../../core/present.js';
import { isCivilDate, toCivilDate, type CivilDate, type Instant } from '../../../core/time.js';
import { toCount, toText, toTime } from '../mappers/values.js';
import type { FbaReturnRow, SellerReturnRow } from '../reports/rows.js';
import type { WireExternalReturn } from '../wire/external-returns.js';
import type { ExternalReturnFact, FbaReturnFact, SellerReturnFact } from './facts.js';
import { externalGroupOf, orderGroupOf, returnIdOf, safeTGroupOf } from './identity.js';

const labelOf = (label: SellerReturnRow['label']): SellerReturnFact['label'] =>
  label === undefined
    ? undefined
    : present({ type: label.type, payer: label.payer, carrier: label.carrier, trackingId: label.trackingId });

const safeTOf = (columns: SellerReturnRow['safeT']): SellerReturnFact['safeT'] =>
  columns === undefined
    ? undefined
    : present({ claimId: columns.claimId, state: columns.state, reason: columns.reason, created: columns.createdAt });

const toSellerReturnFact = (row: SellerReturnRow): SellerReturnFact =>
  present({
    kind: 'seller-return' as const,
    source: row.source,
    orderId: row.orderId,
    orderItemId: row.orderItemId,
    sku: row.sku,
    asin: row.asin,
    name: row.itemName,
    quantity: row.quantity,
    ordered: row.orderedAt,
    requested: row.requestedAt,
    status: row.status,
    rmaId: row.rmaId,
    reason: row.reason,
    isInPolicy: row.isInPolicy,
    isPrime: row.isPrime,
    isClaimed: row.isClaimed,
    returnType: row.returnType,
    resolution: row.resolution,
    currency: row.currency,
    label: labelOf(row.label),
    delivered: row.deliveredAt,
    safeT: safeTOf(row.safeT),
  });

/** A row of a report, and where it names a SAFE-T claim, a pointer from the claim to the order: the claim's money names no order. */
export const observeSellerReturn = (row: SellerReturnRow, readAt: Instant): readonly Observation[] => {
  const nativeId = returnIdOf(row.orderId, row, row.requestedAt.date);
  const group = orderGroupOf(row.orderId);
  // Two returns of the same goods on one day differ by their number only.
  const key = `${row.source} ${nativeId}${row.rmaId === undefined ? '' : ` ${row.rmaId}`}`;
  const observed = { key, group, nativeId, readAt, body: toSellerReturnFact(row) };
  const claimId = row.safeT?.claimId;
  if (claimId === undefined) return [observed];
  const claim = safeTGroupOf(claimId);
  return [observed, { key: `link ${group}`, group: claim, nativeId: claim, readAt, body: { kind: 'link', to: group } }];
};

const toFbaReturnFact = (row: FbaReturnRow): FbaReturnFact =>
  present({
    kind: 'fba-return' as const,
    orderId: row.orderId,
    sku: row.sku,
    asin: row.asin,
    name: row.itemName,
    quantity: row.quantity,
    returned: row.returnedAt,
    disposition: row.disposition,
    reason: row.reason,
    status: row.status,
    fulfillmentCenterId: row.fulfillmentCenterId,
    licensePlate: row.licensePlate,
  });

/** A unit in a warehouse. The buyer's comments are not kept: nothing is decided by them. */
export const observeFbaReturn = (row: FbaReturnRow, readAt: Instant): readonly Observation[] => {
  const nativeId = returnIdOf(row.orderId, row, row.returnedAt.date);
  const unit = row.licensePlate ?? row.returnedAt.at ?? row.returnedAt.date;
  const key = `fba-returns ${nativeId} ${unit}`;
  return [{ key, group: orderGroupOf(row.orderId), nativeId, readAt, body: toFbaReturnFact(row) }];
};

const toExternalReturnFact = (wire: WireExternalReturn): ExternalReturnFact => {
  const { returnShippingInfo: shipping, marketplaceChannelDetails: channel, returnMetadata: metadata } = wire;
  return present({
    kind: 'external-return' as const,
    returnId: wire.id,
    orderId: toText(channel?.customerOrderId),
    fulfillmentOrderId: toText(metadata?.fulfillmentOrderId),
    sku: toText(channel?.channelSku) ?? toText(wire.merchantSku),
    quantity: toCount(wire.numberOfUnits),
    rmaId: toText(metadata?.rmaId),
    status: wire.status,
    type: toText(wire.returnType),
    subtype: toText(wire.returnSubType),
    reason: toText(metadata?.returnReason),
    createdAt: toTime(wire.creationDateTime),
    updatedAt: toTime(wire.lastUpdatedDateTime),
    pickedUpAt: toTime(shipping?.pickupDateTime),
    deliveredAt: toTime(shipping?.deliveryDateTime),
    carrier: toText(shipping?.reverseTrackingInfo?.carrierName),
    trackingId: toText(shipping?.reverseTrackingInfo?.trackingId),
    outboundCarrier: toText(shipping?.forwardTrackingInfo?.carrierName),
    outboundTrackingId: toText(shipping?.forwardTrackingInfo?.trackingId),
    exchangeOrderId: toText(channel?.exchangeOrderId),
    store: toText(channel?.marketplaceChannel?.marketplaceName),
    channel: toText(channel?.marketplaceChannel?.channelName),
  });
};

const dayOf = (at: Instant | undefined): CivilDate | undefined => {
  const day = at?.slice(0, 10);
  return isCivilDate(day) ? day : undefined;
};

const noDay = toCivilDate('0000-01-01');

/** A return of a channel without an Amazon order stands alone, under its own number. */
export const observeExternalReturn = (wire: WireExternalReturn, readAt: Instant): readonly Observation[] => {
  const body = toExternalReturnFact(wire);
  const key = `external-returns ${body.returnId}`;
  if (body.orderId === undefined) {
    const group = externalGroupOf(body.returnId);
    return [{ key, group, nativeId: group, readAt, body }];
  }
  const nativeId = returnIdOf(body.orderId, body, dayOf(body.createdAt) ?? dayOf(body.updatedAt) ?? noDay);
  return [{ key, group: orderGroupOf(body.orderId), nativeId, readAt, body }];
};
