import { epochMsOf } from '../../core/time.js';
import type { ReadEvent } from './read-events.js';
import { eventEvidence, finding, lastWith, orderEvidence, obstacleOf, scansIn, type Reading, type Rule } from './reading.js';
import type { Finding, Mark } from './types.js';

/** How a journey ends. */
const endings: readonly Mark[] = ['delivered', 'returned', 'returning', 'lost'];

const endingOf = ({ marks }: ReadEvent): Mark | undefined => endings.find((mark) => marks.has(mark));

const isDeliveredAfter = ({ at }: ReadEvent, { order: { deliveredAt } }: Reading): boolean =>
  deliveredAt !== undefined && epochMsOf(deliveredAt) > at;

/** A parcel that was scanned after its loss, or delivered by the order's word, has been found. */
const isStill = (read: ReadEvent, reading: Reading): boolean =>
  endingOf(read) !== 'lost' ||
  !(isDeliveredAfter(read, reading) || scansIn(reading).some((scan) => scan.at > read.at && !scan.marks.has('lost')));

/** The last event that ended the journey. */
export const lastEnding = (reading: Reading): ReadEvent | undefined =>
  reading.events.findLast((read) => endingOf(read) !== undefined && isStill(read, reading));

/** Whether the journey has ended, by an event or by the order's date of delivery. */
export const hasArrived = (reading: Reading): boolean =>
  lastEnding(reading) !== undefined || reading.order.deliveredAt !== undefined;

const kindOfEnding = (read: ReadEvent): Mark | undefined => {
  const mark = endingOf(read);
  return mark === 'returning' ? 'returned' : mark;
};

/** Endings that exclude each other: those of one moment, and a loss after a delivery. */
const rivalsOf = (reading: Reading): readonly ReadEvent[] => {
  const last = lastEnding(reading);
  if (last === undefined) return [];
  const isRival = (read: ReadEvent): boolean =>
    read.at === last.at ? kindOfEnding(read) !== undefined : last.marks.has('lost') && read.marks.has('delivered');
  return reading.events.filter(isRival);
};

/** The journey as each of its rival endings would have it. Only the journey itself where its last ending stands alone. */
export const readingsByEnding = (reading: Reading): readonly Reading[] => {
  const together = rivalsOf(reading);
  const kinds = [...new Set(together.map(kindOfEnding))];
  if (kinds.length < 2) return [reading];
  return kinds.map((kind) => ({
    ...reading,
    events: reading.events.filter((read) => !together.includes(read) || kindOfEnding(read) === kind),
  }));
};

const delivery = (reading: Reading): ReadEvent | undefined => {
  const last = lastEnding(reading);
  return last?.marks.has('delivered') === true ? last : undefined;
};

/** Handed over, but in another place or to other hands than the buyer's. */
export const deliveredElsewhere: Rule = (reading) => {
  const read = delivery(reading);
  if (!read?.marks.has('elsewhere')) return null;
  const isCertain = read.marks.get('elsewhere') === 'place' && read.marks.get('delivered') === 'status';
  return finding({
    what: 'delivered-elsewhere',
    confidence: isCertain ? 'certain' : 'likely',
    since: read.event.at,
    isWithSeller: false,
    evidence: [eventEvidence(read, 'delivered'), eventEvidence(read, 'elsewhere')],
  });
};

/** Handed over in a town of another name, or to a neighbor: it may have reached the buyer all the same. */
export const perhapsElsewhere: Rule = (reading) => {
  const read = delivery(reading);
  if (!read?.marks.has('other-hands')) return null;
  return finding({
    what: 'delivered-elsewhere',
    confidence: 'possible',
    since: read.event.at,
    isWithSeller: false,
    evidence: [eventEvidence(read, 'delivered'), eventEvidence(read, 'other-hands')],
  });
};

const byOrder = (reading: Reading): Finding | null => {
  const { deliveredAt } = reading.order;
  if (deliveredAt === undefined || lastEnding(reading) !== undefined) return null;
  return finding({
    what: 'delivered',
    confidence: 'likely',
    since: deliveredAt,
    isWithSeller: false,
    evidence: orderEvidence(reading, ['deliveredAt']),
  });
};

const byEvent = (reading: Reading): Finding | null => {
  const read = delivery(reading);
  if (read === undefined || read.marks.has('elsewhere')) return null;
  return finding({
    what: 'delivered',
    confidence: read.marks.get('delivered') === 'status' ? 'certain' : 'likely',
    since: read.event.at,
    isWithSeller: false,
    evidence: [eventEvidence(read, 'delivered')],
  });
};

/** Handed over, in time or after the promised moment. */
export const delivered: Rule = (reading) => {
  const found = byEvent(reading) ?? byOrder(reading);
  const promised = reading.order.estimatedDeliveryAt;
  if (found === null || promised === undefined || (found.since ?? promised) <= promised) return found;
  return { ...found, what: 'delivered-late', evidence: [...found.evidence, ...orderEvidence(reading, ['estimatedDeliveryAt'])] };
};

const wayBack = (reading: Reading): ReadEvent | undefined => {
  const last = lastEnding(reading);
  return last !== undefined && (last.marks.has('returned') || last.marks.has('returning')) ? last : undefined;
};

const returnEvidence = (read: ReadEvent): Pick<Finding, 'since' | 'isWithSeller'> & { readonly mark: Mark } => ({
  since: read.event.at,
  isWithSeller: read.marks.has('returned'),
  mark: read.marks.has('returned') ? 'returned' : 'returning',
});

/** Marks that are only seen beyond the border, or at the buyer's door. */
const beyond = ['undeliverable', 'attempted', 'out-for-delivery', 'imported', 'exported'] as const;

export const seenBeyond = (reading: Reading): ReadEvent | undefined =>
  beyond.map((mark) => lastWith(reading, mark)).find((read) => read !== undefined);

/** On its way back, or back, before it left the country. */
export const returnedBeforeExport: Rule = (reading) => {
  const read = wayBack(reading);
  if (read === undefined || reading.crossesBorder === false || seenBeyond(reading) !== undefined) return null;
  const { mark, ...back } = returnEvidence(read);
  const isCertain = reading.crossesBorder === true && read.marks.get(mark) === 'status';
  return finding({
    what: 'returned-before-export',
    confidence: isCertain ? 'certain' : reading.crossesBorder === true ? 'likely' : 'possible',
    ...back,
    evidence: [eventEvidence(read, mark)],
  });
};

/** Sent back from the buyer's country or door. */
export const returnedFromDestination: Rule = (reading) => {
  const read = wayBack(reading);
  const seen = seenBeyond(reading);
  if (read === undefined || (seen === undefined && reading.crossesBorder === true)) return null;
  const { mark, ...back } = returnEvidence(read);
  const isCertain = seen !== undefined && read.marks.get(mark) === 'status';
  const before = seen === undefined ? [] : [eventEvidence(seen, markBeyond(seen))];
  return finding({
    what: 'undelivered-at-destination',
    confidence: isCertain ? 'certain' : seen !== undefined || reading.crossesBorder === false ? 'likely' : 'possible',
    ...back,
    obstacle: obstacleOf(reading),
    evidence: [...before, eventEvidence(read, mark)],
  });
};

const markBeyond = ({ marks }: ReadEvent): Mark => beyond.find((mark) => marks.has(mark)) ?? 'moving';

/** The carrier says it is lost, and nobody has seen it since. */
export const declaredLost: Rule = (reading) => {
  const last = lastEnding(reading);
  if (!last?.marks.has('lost')) return null;
  return finding({
    what: 'lost',
    confidence: last.marks.get('lost') === 'status' ? 'certain' : 'likely',
    since: last.event.at,
    isWithSeller: false,
    evidence: [eventEvidence(last, 'lost')],
  });
};
