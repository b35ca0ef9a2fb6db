import type { Case, CaseSummary } from '../../core/case.js';
import { parseCaseId } from '../../core/ids.js';
import type { Order } from '../../core/order.js';
import { actionsOf } from './actions.js';
import { currencyOf, refundedOf, valueOf } from './amounts.js';
import type { CaseRecord } from './record.js';
import { stageOf } from './stages.js';

const summarize = (record: CaseRecord): CaseSummary => {
  const { marketplace, sellerId } = parseCaseId(record.id);
  const { phase, waitingOn } = stageOf(record.status);
  return {
    id: record.id,
    account: sellerId,
    marketplace,
    kind: record.kind,
    phase,
    waitingOn,
    ...(record.outcome === undefined ? {} : { outcome: record.outcome }),
    native: { status: record.status, refunded: String(refundedOf(record).minor) },
    reason: record.reason,
    order: { id: record.order.id, placedAt: record.order.placedAt },
    items: record.items,
    requested: record.asked,
    openedAt: record.openedAt,
    updatedAt: record.updatedAt,
    ...(record.site === undefined ? {} : { site: record.site }),
    ...(record.programme === undefined ? {} : { programme: record.programme }),
  };
};

// A copy: what a test does to its own case must not change the marketplace's.
export const toSummary = (record: CaseRecord): CaseSummary => structuredClone(summarize(record));

export const toCase = (record: CaseRecord): Case =>
  structuredClone({
    ...summarize(record),
    deadlines: record.deadlines,
    actions: actionsOf(record),
    offers: record.offers,
    evidence: record.evidence,
    shipments: record.shipments,
    refunds: record.refunds,
    ...(record.buyerCountry === undefined ? {} : { buyer: { country: record.buyerCountry } }),
  });

/** The order behind a case, with the goods the case is about. */
export const toOrder = (record: CaseRecord): Order => {
  const { id, placedAt, deliveredAt } = record.order;
  return {
    id,
    marketplace: parseCaseId(record.id).marketplace,
    status: { unified: 'delivered', raw: 'DELIVERED' },
    currency: currencyOf(record),
    items: record.items.map(({ refund: _refund, ...item }) => item),
    parcels: record.shipments
      .filter(({ direction }) => direction === 'outbound')
      .map(({ trackingNumber, carrier }) => ({
        id: `${id}-parcel-1`,
        ...(carrier === undefined ? {} : { carrier }),
        ...(trackingNumber === undefined ? {} : { trackingNumber }),
        deliveredAt,
      })),
    placedAt,
    paidAt: placedAt,
    deliveredAt,
    total: valueOf(record),
    ...(record.site === undefined ? {} : { site: record.site }),
    ...(record.buyerCountry === undefined ? {} : { buyerCountry: record.buyerCountry }),
    ...(record.programme === undefined ? {} : { programme: record.programme }),
  };
};
