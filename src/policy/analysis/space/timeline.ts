import type { CivilDay } from '../../calendar/civil-day.js';
import type { DimensionName } from '../../guards/dimensions.js';
import { bitsOf, type Box } from './box.js';
import type { Space } from './space.js';

/** An interval of whole numbers, both ends included. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The days of one case. */
export interface Timeline {
  readonly contract: CivilDay;
  readonly placed: CivilDay;
  readonly delivered: CivilDay;
  readonly requested: CivilDay;
}

/** The intervals of a box along a dimension of numbers, the lowest first; neighbors as one. Without an axis, everything. */
export const intervalsOf = (space: Space, box: Box, name: DimensionName): readonly Interval[] => {
  const [axis] = space.axesOf(name);
  if (axis === undefined) return [{ from: -Infinity, to: Infinity }];
  const found: Interval[] = [];
  for (const bit of bitsOf(box[axis.index] ?? 0n)) {
    const each = axis.classes[bit];
    if (each?.kind !== 'range') continue;
    const last = found.at(-1);
    if (last?.to === each.from - 1) found[found.length - 1] = { from: last.from, to: each.to };
    else found.push({ from: each.from, to: each.to });
  }
  return found;
};

/** How long an ordinary parcel travels. */
export const usualTransitInDays = 3;

/** The days a case can have: one interval of each dimension of days. */
export interface DayRoom {
  readonly contract: Interval;
  readonly placed: Interval;
  readonly delivered: Interval;
  readonly requested: Interval;
  readonly sinceDelivery: Interval;
}

const product = (lists: readonly (readonly Interval[])[]): readonly (readonly Interval[])[] =>
  lists.reduce<readonly (readonly Interval[])[]>((rows, list) => rows.flatMap((row) => list.map((each) => [...row, each])), [[]]);

const clip = (interval: Interval | undefined, { from, to }: Interval): Interval => ({
  from: Math.max(interval?.from ?? from, from),
  to: Math.min(interval?.to ?? to, to),
});

const names = ['contract', 'placed', 'delivered', 'requested', 'daysSinceDelivery', 'daysInHand'] as const;

/** Every way to choose one interval of each dimension of days. */
export const dayRooms = (space: Space, box: Box): readonly DayRoom[] => {
  const { days } = space;
  const beyond = { from: days.from, to: Infinity };
  return product(names.map((name) => intervalsOf(space, box, name))).map(
    ([contract, placed, delivered, requested, sinceDelivery, inHand]) => ({
      contract: clip(contract, days),
      placed: clip(placed, days),
      delivered: clip(delivered, beyond),
      requested: clip(requested, beyond),
      // Nothing is told of a repair or an installation, so the goods are in hand since they were delivered.
      sinceDelivery: clip(sinceDelivery, clip(inHand, { from: 0, to: Infinity })),
    }),
  );
};

/** The days on which such a case can be delivered. */
export const deliveryDays = ({ contract, placed, delivered, requested, sinceDelivery }: DayRoom): Interval => ({
  from: Math.max(delivered.from, contract.from, placed.from, requested.from - sinceDelivery.to),
  to: Math.min(delivered.to, requested.to - sinceDelivery.from),
});

/** The days on which it can be asked, once the day of delivery is chosen. */
export const requestDays = ({ requested, sinceDelivery }: DayRoom, delivered: CivilDay): Interval => ({
  from: Math.max(requested.from, delivered + sinceDelivery.from),
  to: Math.min(requested.to, delivered + sinceDelivery.to),
});

/**
 * The first delivery that is asked about as soon as may be, which is how most cases are: where requests are those of some days only, the
 * windows of earlier parcels have ended by then.
 */
export const promptDelivery = (room: DayRoom): CivilDay => {
  const { from, to } = deliveryDays(room);
  const wait = Math.max(1, room.sinceDelivery.from);
  return Math.max(from, Math.min(room.requested.from - wait, to));
};

const nearest = (wanted: number, { from, to }: Interval): number => Math.min(Math.max(wanted, from), to);

/** A case delivered on that day: bought a few days before where it may, at the latest on the day itself. */
export const timelineAt = (room: DayRoom, delivered: CivilDay, transitInDays = usualTransitInDays): Timeline => {
  const bought = delivered - transitInDays;
  const contract = nearest(bought, room.contract);
  return {
    contract,
    placed:
      room.contract.from === room.placed.from && room.contract.to === room.placed.to ? contract : nearest(bought, room.placed),
    delivered,
    requested: requestDays(room, delivered).from,
  };
};

/** The earliest case of the box that is asked as soon as it can be; `null` when no order of days fits it. */
export const earliestTimeline = (space: Space, box: Box): Timeline | null => {
  for (const room of dayRooms(space, box)) {
    const { from, to } = deliveryDays(room);
    if (from > to) continue;
    const delivered = Math.min(Math.max(promptDelivery(room), space.days.from + usualTransitInDays), to);
    const timeline = timelineAt(room, delivered);
    const requested = requestDays(room, delivered);
    if (timeline.placed <= delivered && timeline.contract <= delivered && requested.from <= requested.to) return timeline;
  }
  return null;
};
