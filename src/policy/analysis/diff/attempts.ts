import type { CivilDay } from '../../calendar/civil-day.js';
import { dayRooms, deliveryDays, usualTransitInDays, type DayRoom, type Interval } from '../space/timeline.js';
import { pricesToTry, tellings, type Telling } from './case-maker.js';
import type { Comparison, DocumentRegion } from './find-regions.js';
import { placesIn } from './places.js';
import type { Price } from '../space/price.js';
import type { Setting } from '../space/representative.js';

/** Where to look in a region for a case that is answered differently. */
export interface Attempt {
  readonly room: DayRoom;
  readonly delivered: CivilDay;
  readonly transitInDays: number;
  readonly price: Price;
  readonly place: string | undefined;
  readonly telling: Telling;
}

export interface Prober {
  readonly comparison: Comparison;
  readonly region: DocumentRegion;
  readonly setting: Setting;
}

interface Start {
  readonly room: DayRoom;
  readonly days: Interval;
}

const otherTransitsInDays = [0, 10] as const;

/** Deliveries of other months, weekdays and years, where these matter. */
const samples = 12;

const nearest = (wanted: CivilDay, { from, to }: Interval): CivilDay => Math.min(Math.max(wanted, from), to);

/** So many days before requests may be. */
const before = ({ from, to }: Interval, days: number): Interval => ({ from: from - days, to: to - days });

/** The deliveries of what was bought on the days of a room, so many days later. */
const deliveredAfter = ({ contract, placed }: DayRoom, transitInDays: number): Interval => ({
  from: Math.max(contract.from, placed.from) + transitInDays,
  to: Math.min(contract.to, placed.to) + transitInDays,
});

/** The middle of the horizon, as a case of the far past would be judged by law that is gone; ordered and asked as most cases are. */
const usualStart = ({ room, days }: Start, { from, to }: Interval): CivilDay => {
  const wait = Math.max(1, room.sinceDelivery.from);
  const prompt = nearest(Math.floor((from + to) / 2), before(room.requested, wait));
  return nearest(nearest(prompt, deliveredAfter(room, usualTransitInDays)), days);
};

/** The same case with a parcel that travelled longer or not at all. */
const withTransit = (attempt: Attempt, transitInDays: number): Attempt => {
  const { room, delivered } = attempt;
  return {
    ...attempt,
    transitInDays,
    delivered: nearest(nearest(delivered, deliveredAfter(room, transitInDays)), deliveryDays(room)),
  };
};

const startsOf = ({ comparison: { space }, region: { box } }: Prober): readonly Start[] =>
  dayRooms(space, box).flatMap((room) => {
    const { from, to } = deliveryDays(room);
    // A parcel that was on its way before the first day would be an order of before it.
    const days = { from: Math.max(from, space.days.from + Math.max(...otherTransitsInDays)), to: Math.min(to, space.days.to) };
    const wide = days.from <= days.to ? days : { from, to: Math.min(to, space.days.to) };
    return wide.from > wide.to ? [] : [{ room, days: wide }];
  });

const spread = ({ from, to }: Interval): readonly CivilDay[] => {
  const step = Math.max(1, Math.floor((to - from) / samples));
  return Array.from({ length: samples }, (_, index) => from + index * step + (index % 7)).filter((day) => day <= to);
};

const isAlikeEveryDay = ({ region: { windows } }: Prober): boolean => windows.every((window) => window.isAlikeEveryDay);

/** Payers, refunds and remedies hang on no day but through the window they hold in. */
const isOneDayEnough = (prober: Prober): boolean =>
  isAlikeEveryDay(prober) || (prober.region.part !== 'verdict' && prober.region.part !== 'deadlines');

/** The days after the delivery on which the answers to a case can turn. */
export type FindTurns = (attempt: Attempt) => readonly number[];

/** By how many days days off can move a turn from one delivery to another. */
const unevenInDays = 3;

const around = (turn: number): readonly number[] =>
  Array.from({ length: 2 * unevenInDays + 1 }, (_, index) => turn + index - unevenInDays);

interface Turning {
  readonly base: Attempt;
  readonly findTurns: FindTurns;
}

/** Where requests are those of some days only, each turn of the answers is met by another delivery. */
const turningStarts = (prober: Prober, days: Interval, { base, findTurns }: Turning): readonly CivilDay[] => {
  const { room } = base;
  const { from, to } = prober.comparison.space.days;
  if (room.requested.from <= from && room.requested.to >= to) return [];
  const turns = [0, ...findTurns(base)].flatMap((turn) => (isAlikeEveryDay(prober) ? [turn] : around(turn)));
  return turns
    .map((turn) => nearest(base.delivered, before(room.requested, turn)))
    .filter((delivered) => delivered >= days.from && delivered <= days.to);
};

/** Where differences are looked for, whatever has been found: every one of these is looked at. */
export const firstAttempts = (prober: Prober, findTurns: FindTurns): readonly Attempt[] => {
  const { comparison, region, setting } = prober;
  const prices = pricesToTry(comparison.space, region.box, setting.currency);
  const [place] = placesIn(comparison.space, region.box);
  return startsOf(prober).flatMap((start) => {
    const [price] = prices;
    if (price === undefined) return [];
    const delivered = usualStart(start, comparison.space.days);
    const base = { room: start.room, delivered, price, transitInDays: usualTransitInDays, place, telling: 'just-asked' } as const;
    const others = [
      ...(isOneDayEnough(prober) ? [] : spread(start.days)),
      ...turningStarts(prober, start.days, { base, findTurns }),
    ];
    const byDay = [...new Set([delivered, ...others])].map((each): Attempt => ({ ...base, delivered: each }));
    const byPrice = region.part === 'refund' ? prices.slice(1) : [];
    return [...byDay, ...byPrice.map((each): Attempt => ({ ...base, price: each }))];
  });
};

/** Where to look when the first places showed nothing, the likelier ones first; every delivery of the horizon in the end. */
export function* furtherAttempts(prober: Prober, first: readonly Attempt[]): Generator<Attempt> {
  const { comparison, region } = prober;
  const [base] = first;
  if (base === undefined) return;
  const transits = [usualTransitInDays, ...otherTransitsInDays];
  for (const telling of tellings) for (const transit of transits) yield { ...withTransit(base, transit), telling };
  if (isAlikeEveryDay(prober)) return;
  const places = placesIn(comparison.space, region.box).slice(1);
  for (const attempt of first) for (const place of places) yield { ...attempt, place };
  for (const { room, days } of startsOf(prober))
    for (let delivered = days.from; delivered <= days.to; delivered += 1) yield { ...base, room, delivered };
}
