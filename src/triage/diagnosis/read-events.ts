import type { ShipmentStatus } from '../../core/case.js';
import { epochMsOf } from '../../core/time.js';
import {
  endsDelivery,
  isSellersWord,
  namesOtherHands,
  namesOtherPlace,
  obstacleIn,
  refinementsIn,
  stageIn,
} from './tracking-words.js';
import type { Journey, JourneyEvent, Mark, Obstacle, Place, ReadFrom } from './types.js';

/** An event with everything it says. */
export interface ReadEvent {
  readonly event: JourneyEvent;
  readonly at: number;
  readonly marks: ReadonlyMap<Mark, ReadFrom>;
  readonly obstacle: Obstacle | null;
}

const statusMarks: Readonly<Record<ShipmentStatus, Mark>> = {
  'not-started': 'announced',
  'awaiting-arrangement': 'announced',
  ready: 'announced',
  'label-created': 'announced',
  'pickup-failed': 'announced',
  'in-transit': 'moving',
  held: 'held',
  'out-for-delivery': 'out-for-delivery',
  'delivery-failed': 'attempted',
  delivered: 'delivered',
  'returned-to-sender': 'returned',
  lost: 'lost',
  cancelled: 'cancelled',
};

/** The stage of the journey. A status that is known is believed; the carrier's text is only read for a stage where there is none. */
const stageOf = ({ status, description, direction }: JourneyEvent): readonly [Mark, ReadFrom] | null => {
  if (status.unified === 'unknown') {
    const stage = stageIn(description);
    if (stage === null) return null;
    return direction === 'return' && stage === 'delivered' ? ['returned', 'words'] : [stage, 'words'];
  }
  const mark = statusMarks[status.unified];
  if (direction === 'return') return mark === 'delivered' ? ['returned', 'status'] : [mark, 'status'];
  return mark === 'moving' && isSellersWord(description) ? ['announced', 'words'] : [mark, 'status'];
};

const isOther = (left: string | undefined, right: string | undefined): boolean =>
  left !== undefined && right !== undefined && left.trim().toLowerCase() !== right.trim().toLowerCase();

const isElsewhere = (place: Place, destination: Place): boolean =>
  isOther(place.country, destination.country) || isOther(withoutBlanks(place.postalCode), withoutBlanks(destination.postalCode));

const withoutBlanks = (postalCode: string | undefined): string | undefined => postalCode?.replace(/[\s-]/g, '');

/** A city has many spellings: another name of it proves nothing where the postal codes are not known. */
const isOtherCity = (place: Place, destination: Place): boolean =>
  isOther(place.city, destination.city) && (place.postalCode === undefined || destination.postalCode === undefined);

/** Where and to whom it was handed over, if not to the buyer at the destination. */
const handOverMark = (
  { place = {} }: JourneyEvent,
  { destination = {} }: Journey,
  text: string,
): readonly [Mark, ReadFrom] | null => {
  if (isElsewhere(place, destination)) return ['elsewhere', 'place'];
  if (namesOtherPlace(text)) return ['elsewhere', 'words'];
  if (isOtherCity(place, destination)) return ['other-hands', 'place'];
  return namesOtherHands(text) ? ['other-hands', 'words'] : null;
};

const placeMarks = ({ place }: JourneyEvent, { origin, destination }: Journey): readonly Mark[] => {
  if (place?.country === undefined) return [];
  const isAbroad = isOther(origin?.country, destination?.country);
  return [
    ...(isAbroad && isOther(place.country, origin?.country) ? ['exported' as const] : []),
    ...(isAbroad && !isOther(place.country, destination?.country) ? ['imported' as const] : []),
  ];
};

const marksOf = (event: JourneyEvent, journey: Journey): ReadonlyMap<Mark, ReadFrom> => {
  const marks = new Map<Mark, ReadFrom>();
  const stage = stageOf(event);
  const text = `${event.description} ${event.status.raw}`;
  for (const mark of placeMarks(event, journey)) marks.set(mark, 'place');
  for (const mark of refinementsIn(text)) marks.set(mark, 'words');
  if (stage !== null) marks.set(...stage);
  if (event.direction === 'return' && !marks.has('returned')) marks.set('returning', stage?.[1] ?? 'words');
  if (marks.has('delivered')) {
    const handOver = handOverMark(event, journey, text);
    if (handOver !== null) marks.set(...handOver);
  } else if (endsDelivery(text)) marks.set('undeliverable', 'words');
  // A parcel on its way back crosses the border a second time.
  if (marks.has('returning') || marks.has('returned')) for (const mark of ['exported', 'imported'] as const) marks.delete(mark);
  return marks;
};

const isSame = (number: string | undefined, numbers: readonly string[]): boolean =>
  number === undefined || numbers.includes(number);

/** A text of everything an event says: what is equal is the same event, and the order of equal times is always the same. */
const keyOf = ({ at, description, status, direction, trackingNumber, place }: JourneyEvent): string =>
  JSON.stringify([
    at,
    direction,
    trackingNumber ?? null,
    status.unified,
    status.raw,
    description,
    place?.country ?? null,
    place?.city ?? null,
    place?.postalCode ?? null,
  ]);

/** Each event once, oldest first, those of other parcels left out. */
export const inOrder = ({ events, trackingNumbers }: Journey): readonly JourneyEvent[] => {
  const own = events.filter((event) => trackingNumbers === undefined || isSame(event.trackingNumber, trackingNumbers));
  const byKey = new Map(own.map((event) => [keyOf(event), event]));
  return [...byKey.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, event]) => event);
};

const isDelivered = (event: JourneyEvent): boolean => event.direction === 'outbound' && stageOf(event)?.[0] === 'delivered';

/**
 * The events of the parcel's way to the buyer. A way back belongs to it only while the parcel had not been delivered: what comes back
 * later is the buyer's return. Events to the seller's own address always are.
 */
const ofThisWay = (events: readonly JourneyEvent[], journey: Journey): readonly JourneyEvent[] => {
  const outbound = events.filter(({ direction }) => direction === 'outbound');
  const numbers = outbound.flatMap(({ trackingNumber }) => trackingNumber ?? []);
  const deliveredAt = outbound.find(isDelivered)?.at ?? journey.order?.deliveredAt;
  const comesBack = ({ at, direction, trackingNumber }: JourneyEvent): boolean =>
    direction === 'return' &&
    outbound.length > 0 &&
    (deliveredAt === undefined || at < deliveredAt) &&
    (trackingNumber === undefined || numbers.length === 0 || numbers.includes(trackingNumber));
  return events.filter((event) => event.direction === 'outbound' || comesBack(event));
};

/** What each event of this parcel's way to the buyer says, oldest first. */
export const readEvents = (events: readonly JourneyEvent[], journey: Journey): readonly ReadEvent[] =>
  ofThisWay(events, journey).map((event) => ({
    event,
    at: epochMsOf(event.at),
    marks: marksOf(event, journey),
    obstacle: obstacleIn(`${event.description} ${event.status.raw}`),
  }));
