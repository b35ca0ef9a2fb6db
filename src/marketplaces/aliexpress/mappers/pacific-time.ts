import { tzOffset } from '@date-fns/tz';
import { toInstant, type Instant } from '../../../core/time.js';

/** The zone of every time that AliExpress writes; it states it for the deadline and the orders. */
export const zone = 'America/Los_Angeles';

const minuteInMs = 60_000;
const hourInMs = 60 * minuteInMs;

/** Asking for an offset costs more than all else of a field, and a list is made of few hours. */
const offsets = new Map<number, number>();

const offsetInMs = (time: number): number => {
  const hour = Math.floor(time / hourInMs);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  if (offsets.size >= 5000) offsets.clear();
  const offset = tzOffset(zone, new Date(time)) * minuteInMs;
  offsets.set(hour, offset);
  return offset;
};

const shape = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/;

/** The reading of the clock on the wall, as if it stood in Greenwich; nothing for a day or an hour that no calendar has. */
const wallOf = (text: string): number | undefined => {
  const [match, year, month, day, hour, minute, second = '00'] = shape.exec(text.trim()) ?? [];
  if (match === undefined) return undefined;
  const written = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second}`;
  const wall = Date.parse(`${written}Z`);
  return Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== written ? undefined : wall;
};

/** Standard time is the later reading of an ambiguous clock, and the one that the hour skipped in March is counted in. */
const standardInMs = -8 * hourInMs;
const daylightInMs = -7 * hourInMs;

/**
 * `yyyy-MM-dd HH:mm:ss` on the clock of Los Angeles. The hour that November shows twice is read as the first one, so that no deadline
 * is promised too late; the hour that March skips is read as if the clock had not been moved, as JavaScript and Java do.
 */
export const toPacificInstant = (text: string): Instant | undefined => {
  const wall = wallOf(text);
  if (wall === undefined) return undefined;
  const inDaylightTime = wall - daylightInMs;
  return toInstant(offsetInMs(inDaylightTime) === daylightInMs ? inDaylightTime : wall - standardInMs);
};
