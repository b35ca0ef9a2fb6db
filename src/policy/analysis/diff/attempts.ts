import type { CivilDay } from '../../calendar/civil-day.js';
import { dayRooms, deliveryDays, type DayRoom, type Interval } from '../space/timeline.js';
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

const usualTransitInDays = 3;
const otherTransitsInDays = [0, 10] as const;

/** Deliveries of other months, weekdays and years, where these matter. */
const samples = 12;

/** The middle of the horizon: a case of the far past would be judged by law that is gone. */
const usualStart = ({ from, to }: Interval, { from: first, to: last }: Interval): CivilDay =>
  Math.min(Math.max(Math.floor((first + last) / 2), from), to);

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

/** Where differences are looked for, whatever has been found: every one of these is looked at. */
export const firstAttempts = (prober: Prober): readonly Attempt[] => {
  const { comparison, region, setting } = prober;
  const prices = pricesToTry(comparison.space, region.box, setting.currency);
  const [place] = placesIn(comparison.space, region.box);
  return startsOf(prober).flatMap(({ room, days }) => {
    const usual = usualStart(days, comparison.space.days);
    const deliveries = isOneDayEnough(prober) ? [usual] : [usual, ...spread(days)];
    const base = { room, transitInDays: usualTransitInDays, place, telling: 'just-asked' } as const;
    const [first] = prices;
    if (first === undefined) return [];
    const byDay = deliveries.map((delivered): Attempt => ({ ...base, delivered, price: first }));
    const byPrice = region.part === 'refund' ? prices.slice(1) : [];
    return [...byDay, ...byPrice.map((price): Attempt => ({ ...base, delivered: usual, price }))];
  });
};

/** Where to look when nothing was found yet, the likelier places first; every delivery of the horizon in the end. */
export function* furtherAttempts(prober: Prober): Generator<Attempt> {
  const { comparison, region } = prober;
  const [base] = firstAttempts(prober);
  if (base === undefined) return;
  const transits = [usualTransitInDays, ...otherTransitsInDays];
  for (const telling of tellings) for (const transitInDays of transits) yield { ...base, telling, transitInDays };
  if (isAlikeEveryDay(prober)) return;
  const places = placesIn(comparison.space, region.box).slice(1);
  for (const attempt of firstAttempts(prober)) for (const place of places) yield { ...attempt, place };
  for (const { room, days } of startsOf(prober))
    for (let delivered = days.from; delivered <= days.to; delivered += 1) yield { ...base, room, delivered };
}
