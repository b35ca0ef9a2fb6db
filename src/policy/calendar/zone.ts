import { formatCivilDay, millisecondsPerDay, type CivilDay } from './civil-day.js';
import { formatInstant } from './instant.js';

/** Clocks that are put forward or back: the first instant of the new offset. `null` where a day sees more than one change. */
interface Change {
  readonly at: number | null;
  readonly before: number;
  readonly after: number;
}

/**
 * Where civil days meet instants. Intl is asked once per zone and day and the offset kept: asking for every conversion would be
 * most of the cost of a decision. The caches hold pure facts about zones, so they cannot change an answer.
 */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By UTC day: the offset all day long in ms, or how it changes within the day. */
  readonly offsets: Map<number, number | Change>;
  /** By civil day: its first instant. */
  readonly starts: Map<CivilDay, number>;
  /** By civil day: its end as text. */
  readonly ends: Map<CivilDay, WrittenEnd>;
}

/** A day and its last millisecond, as decisions write them. */
export interface WrittenEnd {
  readonly lastDay: string;
  readonly at: string;
}

const zones = new Map<string, Zone | null>();
const largestCache = 20_000;

const makeZone = (name: string): Zone | null => {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { format, offsets: new Map(), starts: new Map(), ends: new Map() };
  } catch {
    return null;
  }
};

const zoneNamed = (name: string): Zone | null => {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const made = makeZone(name);
  if (zones.size > largestCache) zones.clear();
  zones.set(name, made);
  return made;
};

/** Whether the text names a zone this runtime knows (`Europe/Berlin`). */
export const isTimeZone = (name: string): boolean => zoneNamed(name) !== null;

const computeOffset = (zone: Zone, milliseconds: number): number => {
  const found: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(milliseconds)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(milliseconds / 1000) * 1000;
};

const millisecondsPerSecond = 1000;

/** Finds the second in which the offset changes, by halving the day. */
const findChange = (zone: Zone, start: number, { before, after }: Pick<Change, 'before' | 'after'>): Change => {
  let [low, high] = [0, millisecondsPerDay / millisecondsPerSecond];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (computeOffset(zone, start + middle * millisecondsPerSecond) === before) low = middle;
    else high = middle;
  }
  const at = start + high * millisecondsPerSecond;
  return { at: computeOffset(zone, at) === after ? at : null, before, after };
};

const learnDay = (zone: Zone, day: number): number | Change => {
  const start = day * millisecondsPerDay;
  const before = computeOffset(zone, start);
  const after = computeOffset(zone, start + millisecondsPerDay);
  const learned = before === after ? before : findChange(zone, start, { before, after });
  if (zone.offsets.size > largestCache) zone.offsets.clear();
  zone.offsets.set(day, learned);
  return learned;
};

/** Local time minus UTC at that instant, in ms. */
const offsetAt = (zone: Zone, milliseconds: number): number => {
  const day = Math.floor(milliseconds / millisecondsPerDay);
  const known = zone.offsets.get(day) ?? learnDay(zone, day);
  if (typeof known === 'number') return known;
  if (known.at === null) return computeOffset(zone, milliseconds);
  return milliseconds < known.at ? known.before : known.after;
};

const dayIn = (zone: Zone, milliseconds: number): CivilDay =>
  Math.floor((milliseconds + offsetAt(zone, milliseconds)) / millisecondsPerDay);

/** The civil day it is in that zone at that instant (epoch ms). */
export const civilDayAt = (milliseconds: number, zone: string): CivilDay => {
  const found = zoneNamed(zone);
  return found === null ? Math.floor(milliseconds / millisecondsPerDay) : dayIn(found, milliseconds);
};

const computeStart = (day: CivilDay, zone: Zone): number => {
  const nominal = day * millisecondsPerDay;
  const before = nominal - offsetAt(zone, nominal - millisecondsPerDay);
  const after = nominal - offsetAt(zone, nominal + millisecondsPerDay);
  const isStart = (candidate: number): boolean => dayIn(zone, candidate) >= day && dayIn(zone, candidate - 1) < day;
  const [earlier, later] = before <= after ? [before, after] : [after, before];
  return isStart(earlier) ? earlier : later;
};

/**
 * The first instant (epoch ms) of the day in that zone. Where clocks jump over midnight the day starts later than 00:00;
 * where a whole day was skipped at the date line, it is the first instant after it.
 */
export const startOfDay = (day: CivilDay, zone: string): number => {
  const found = zoneNamed(zone);
  if (found === null) return day * millisecondsPerDay;
  const known = found.starts.get(day);
  if (known !== undefined) return known;
  const start = computeStart(day, found);
  if (found.starts.size > largestCache) found.starts.clear();
  found.starts.set(day, start);
  return start;
};

/** The last millisecond of the day in that zone. */
export const endOfDay = (day: CivilDay, zone: string): number => startOfDay(day + 1, zone) - 1;

/** The day and its last millisecond as text. The same days end again and again, and writing them costs more than finding them. */
export const writeEndOfDay = (day: CivilDay, zone: string): WrittenEnd => {
  const ends = zoneNamed(zone)?.ends;
  const known = ends?.get(day);
  if (known !== undefined) return known;
  const written = { lastDay: formatCivilDay(day), at: formatInstant(endOfDay(day, zone)) };
  if (ends !== undefined && ends.size > largestCache) ends.clear();
  ends?.set(day, written);
  return written;
};
