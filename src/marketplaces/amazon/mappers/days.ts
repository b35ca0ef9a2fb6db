import { tzOffset } from '@date-fns/tz/tzOffset';
import { toInstant, type Instant } from '../../../core/time.js';
import { amazonMarketplaces } from '../marketplaces.js';
import type { ReportTime } from '../reports/rows.js';

const remembered = 2000;

/** Few days are asked for again and again, and a zone costs more than all else of a row. */
const remember = <Value>(make: (text: string, zone: string) => Value): ((text: string, zone: string) => Value) => {
  const known = new Map<string, Value>();
  return (text, zone) => {
    const key = `${text} ${zone}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= remembered) known.clear();
    const value = make(text, zone);
    known.set(key, value);
    return value;
  };
};

const minuteInMs = 60_000;

const offsetInMs = (zone: string, time: number): number => tzOffset(zone, new Date(time)) * minuteInMs;

/** The calendar day of a moment in a zone. */
export const civilDateIn: (at: Instant, zone: string) => string = remember((at, zone) => {
  const time = Date.parse(at);
  return new Date(time + offsetInMs(zone, time)).toISOString().slice(0, 10);
});

const startOfDay = remember((date, zone) => {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // The offset of Greenwich's midnight leads close enough to this one to be on its side of a change of the clock.
  const guess = midnight - offsetInMs(zone, midnight);
  return toInstant(midnight - offsetInMs(zone, guess));
});

/** The moment a report means: as told, or the beginning of the day in the zone of the store, since no more is told. */
export const momentIn = (time: ReportTime, zone: string): Instant => time.at ?? startOfDay(time.date, zone);

/** Reports name a day without its zone; which one Amazon counts in is not documented. The first store's is taken. */
export const zoneOf = (marketplaceIds: readonly string[]): string =>
  amazonMarketplaces.get(marketplaceIds[0] ?? '')?.zone ?? 'UTC';
