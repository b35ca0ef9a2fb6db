import type { TrackingEvent } from '../../../core/operations.js';
import { present } from '../../../core/present.js';
import { translate } from '../../../core/translated.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { momentIn } from './days.js';
import { externalParcels, outboundParcels } from './parts.js';

const outboundEvents = ({ order }: JoinedCase): readonly TrackingEvent[] =>
  (order?.packages ?? []).flatMap(({ shippedAt, trackingId }) =>
    shippedAt === undefined
      ? []
      : [
          present({
            at: shippedAt,
            description: 'shipped to the buyer',
            status: translate(outboundParcels, 'SHIPPED'),
            direction: 'outbound' as const,
            trackingNumber: trackingId,
          }),
        ],
  );

const externalEvents = ({ externalReturns }: JoinedCase): readonly TrackingEvent[] =>
  externalReturns.flatMap((fact) => {
    const base = { direction: 'return', trackingNumber: fact.trackingId } as const;
    const moments = [
      { at: fact.pickedUpAt, description: 'picked up from the buyer', status: { unified: 'in-transit', raw: '' } },
      { at: fact.deliveredAt, description: 'delivered back', status: { unified: 'delivered', raw: '' } },
      { at: fact.updatedAt, description: fact.status, status: translate(externalParcels, fact.status) },
    ] as const;
    return moments.flatMap(({ at, description, status }) =>
      at === undefined ? [] : [present({ ...base, at, description, status })],
    );
  });

const reportEvents = ({ sellerReturns, fbaReturns }: JoinedCase, zone: string): readonly TrackingEvent[] => {
  const [row] = sellerReturns.filter(({ delivered }) => delivered !== undefined);
  const status = { unified: 'delivered', raw: '' } as const;
  const toSeller =
    row?.delivered === undefined
      ? []
      : [
          present({
            at: momentIn(row.delivered, zone),
            description: 'delivered back to the seller',
            status,
            direction: 'return' as const,
            trackingNumber: row.label?.trackingId,
          }),
        ];
  const toWarehouse = fbaReturns.map(({ returned, disposition }) => ({
    at: momentIn(returned, zone),
    description: 'received in a warehouse',
    status: { ...status, raw: disposition ?? '' },
    direction: 'return' as const,
  }));
  return [...toSeller, ...toWarehouse];
};

const byTime = (left: TrackingEvent, right: TrackingEvent): number => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0);

/** Every moment that a source dates, oldest first. */
export const toEvents = (joined: JoinedCase, zone: string): readonly TrackingEvent[] =>
  [...outboundEvents(joined), ...externalEvents(joined), ...reportEvents(joined, zone)].sort(byTime);
