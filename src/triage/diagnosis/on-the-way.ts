import { hasArrived, seenBeyond } from './arrival.js';
import type { ReadEvent } from './read-events.js';
import {
  eventEvidence,
  finding,
  isScan,
  lastWith,
  obstacleOf,
  orderEvidence,
  scansIn,
  stageEvidence,
  timePassed,
  type Reading,
  type Rule,
} from './reading.js';
import type { Finding } from './types.js';

/** The newest scan of a parcel whose journey has not ended. */
const lastScan = (reading: Reading): ReadEvent | undefined => (hasArrived(reading) ? undefined : scansIn(reading).at(-1));

/** No more delivery will come, as the carrier says, or none came for long after a failed one. */
export const undeliverable: Rule = (reading) => {
  const last = lastScan(reading);
  if (last === undefined) return null;
  const base = { what: 'undelivered-at-destination', isWithSeller: false, obstacle: obstacleOf(reading) } as const;
  if (last.marks.has('undeliverable')) {
    return finding({ ...base, confidence: 'likely', since: last.event.at, evidence: [eventEvidence(last, 'undeliverable')] });
  }
  const passed = last.marks.has('attempted') ? timePassed(reading, last.event.at, 'redeliveryWithinInDays') : null;
  if (passed === null) return null;
  return finding({ ...base, confidence: 'likely', since: last.event.at, evidence: [eventEvidence(last, 'attempted'), passed] });
};

/** It went on since: customs let it go, or somebody else scanned it. */
const isPast = (reading: Reading, read: ReadEvent): boolean =>
  reading.events.some(
    (other) =>
      other.at > read.at &&
      !other.marks.has('customs-held') &&
      (other.marks.has('customs-released') || (isScan(other) && !other.marks.has('customs'))),
  );

/** Customs hold it, as somebody says; or it has been with customs for long without the word that it left. */
export const heldByCustoms: Rule = (reading) => {
  if (hasArrived(reading)) return null;
  const held = lastWith(reading, 'customs-held');
  const base = { what: 'held-by-customs', isWithSeller: false, obstacle: obstacleOf(reading) } as const;
  if (held !== undefined && !isPast(reading, held)) {
    const isCertain = held.event.status.unified === 'held';
    const evidence = [eventEvidence(held, 'customs-held')];
    return finding({ ...base, confidence: isCertain ? 'certain' : 'likely', since: held.event.at, evidence });
  }
  const entered = lastWith(reading, 'customs');
  if (entered === undefined || entered.marks.has('customs-released') || isPast(reading, entered)) return null;
  const passed = timePassed(reading, entered.event.at, 'customsWithinInDays');
  if (passed === null) return null;
  return finding({
    ...base,
    confidence: 'likely',
    since: entered.event.at,
    evidence: [eventEvidence(entered, 'customs'), passed],
  });
};

/** No scan for so long that carriers pay for it as lost. After a failed delivery it is kept for the buyer, and nobody scans what is kept. */
export const silentlyLost: Rule = (reading) => {
  const last = lastScan(reading);
  if (last === undefined || last.marks.has('attempted')) return null;
  const name = reading.crossesBorder === false ? 'lostWithinInDays' : 'lostAbroadWithinInDays';
  const passed = timePassed(reading, last.event.at, name);
  if (passed === null) return null;
  return finding({
    what: 'lost',
    confidence: 'likely',
    since: last.event.at,
    isWithSeller: false,
    evidence: [stageEvidence(last), passed],
  });
};

/** Scanned for weeks, and never beyond the border. */
export const notExported: Rule = (reading) => {
  const [first] = scansIn(reading);
  const last = lastScan(reading);
  if (first === undefined || last === undefined || reading.crossesBorder !== true) return null;
  const passed = seenBeyond(reading) !== undefined ? null : timePassed(reading, first.event.at, 'exportWithinInDays');
  if (passed === null) return null;
  const evidence = [stageEvidence(first), ...(last === first ? [] : [stageEvidence(last)]), passed];
  return finding({ what: 'not-exported', confidence: 'likely', since: first.event.at, isWithSeller: false, evidence });
};

/** Moving, after the promised moment or before it; without a promise it is only known to move. */
export const moving: Rule = (reading): Finding | null => {
  const last = lastScan(reading);
  if (last === undefined) return null;
  const promised = reading.order.estimatedDeliveryAt;
  const isLate = promised !== undefined && promised < reading.at;
  const isStated = last.event.status.unified !== 'unknown';
  return finding({
    what: isLate ? 'late' : 'in-transit',
    confidence: promised !== undefined && isStated ? 'certain' : 'likely',
    since: isLate ? promised : last.event.at,
    isWithSeller: false,
    evidence: [stageEvidence(last), ...orderEvidence(reading, ['estimatedDeliveryAt'])],
  });
};
