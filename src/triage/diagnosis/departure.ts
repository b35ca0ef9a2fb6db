import { lastEnding } from './arrival.js';
import { eventEvidence, finding, lastWith, orderEvidence, scansIn, timePassed, type Reading, type Rule } from './reading.js';
import type { DiagnosisEvidence } from './types.js';

/** Nobody but the seller has said anything of the parcel, and the order does not say that it arrived. */
const hasNotMoved = (reading: Reading): boolean =>
  scansIn(reading).length === 0 && lastEnding(reading) === undefined && reading.order.deliveredAt === undefined;

const isSaidShipped = ({ order: { isShipped, shippedAt } }: Reading): boolean =>
  isShipped === true || (isShipped !== false && shippedAt !== undefined);

const announcement = (reading: Reading): readonly DiagnosisEvidence[] => {
  const read = lastWith(reading, 'announced');
  return read === undefined ? [] : [eventEvidence(read, 'announced')];
};

/** Whether anything says that it has not left: the order's status, or a carrier that only knows of a label. */
const isKnownUnshipped = (reading: Reading): boolean =>
  reading.order.isShipped === false || (!isSaidShipped(reading) && lastWith(reading, 'announced') !== undefined);

/** The seller's time to hand it over is up. */
export const notShippedInTime: Rule = (reading) => {
  if (!hasNotMoved(reading) || !isKnownUnshipped(reading)) return null;
  const { shipBy, placedAt } = reading.order;
  const passed = placedAt === undefined ? null : timePassed(reading, placedAt, 'shipWithinInDays');
  if (shipBy === undefined ? passed === null : shipBy >= reading.at) return null;
  const late = shipBy === undefined && passed !== null ? [passed] : [];
  return finding({
    what: 'not-shipped-in-time',
    confidence: shipBy !== undefined && reading.order.isShipped === false ? 'certain' : 'likely',
    since: shipBy ?? placedAt ?? null,
    isWithSeller: true,
    evidence: [...orderEvidence(reading, ['isShipped', 'shipBy']), ...announcement(reading), ...late],
  });
};

/** Not handed over, and nothing says that it should have been. */
export const awaitingShipment: Rule = (reading) => {
  if (!hasNotMoved(reading) || !isKnownUnshipped(reading) || notShippedInTime(reading) !== null) return null;
  return finding({
    what: 'awaiting-shipment',
    confidence: reading.order.shipBy !== undefined && reading.order.isShipped === false ? 'certain' : 'likely',
    since: reading.order.placedAt ?? null,
    isWithSeller: true,
    evidence: [...orderEvidence(reading, ['isShipped', 'shipBy']), ...announcement(reading)],
  });
};

/** The seller said it was shipped, and no carrier ever saw it. */
export const shippedWithoutScan: Rule = (reading) => {
  const said = reading.order.shippedAt ?? lastWith(reading, 'announced')?.event.at;
  if (!hasNotMoved(reading) || !isSaidShipped(reading) || said === undefined) return null;
  const passed = timePassed(reading, said, 'firstScanWithinInDays');
  if (passed === null) return null;
  return finding({
    what: 'shipped-without-scan',
    confidence: 'likely',
    since: said,
    evidence: [...orderEvidence(reading, ['isShipped', 'shippedAt']), ...announcement(reading), passed],
  });
};

/** Just handed over, as the seller says; the first scan is still to come. */
export const justShipped: Rule = (reading) => {
  const { shippedAt } = reading.order;
  if (!hasNotMoved(reading) || !isSaidShipped(reading) || shippedAt === undefined) return null;
  return finding({
    what: 'in-transit',
    confidence: 'possible',
    since: shippedAt,
    evidence: [...orderEvidence(reading, ['isShipped', 'shippedAt']), ...announcement(reading)],
  });
};
