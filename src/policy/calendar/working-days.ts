import type { WorkCalendar } from './calendar.js';
import { weekdayOf, type CivilDay } from './civil-day.js';

/** A day known to lie between two days, ends included. Both ends are the same when it is certain. */
export interface DayRange {
  readonly earliest: CivilDay;
  readonly latest: CivilDay;
}

export const certainDay = (day: CivilDay): DayRange => ({ earliest: day, latest: day });

/** The smallest range that holds all of them. */
export const spanRanges = (ranges: readonly DayRange[]): DayRange => {
  let [earliest, latest] = [Infinity, -Infinity];
  for (const range of ranges) {
    if (range.earliest < earliest) earliest = range.earliest;
    if (range.latest > latest) latest = range.latest;
  }
  return { earliest, latest };
};

/**
 * How many working days unknown holidays may take away at most. The longest public break in the countries this engine was
 * written for is China's at the lunar new year, eight working days; ten per started month of counting is the assumption.
 */
const holidaysPerMonth = 10;
const workingDaysPerMonth = 20;

const allowanceFor = (count: number): number => holidaysPerMonth * Math.max(1, Math.ceil(count / workingDaysPerMonth));

interface Counting {
  readonly start: CivilDay;
  readonly count: number;
  readonly calendar: WorkCalendar;
}

/** No law or policy counts further; a calendar that is closed for good must not loop for ever. */
const longestWalk = 4000;

const walk = ({ start, count, calendar }: Counting, isUnknownWorking: (day: CivilDay) => boolean): CivilDay => {
  let day = start;
  for (let left = count, steps = 0; left > 0 && steps < longestWalk; steps += 1) {
    day += 1;
    const state = calendar.stateOf(day);
    if (state === 'working' || (state === 'unknown' && isUnknownWorking(day))) left -= 1;
  }
  return day;
};

/**
 * The day some working days after the start, which is not counted itself. Where holidays are unknown the earliest end takes
 * every weekday as worked and the latest allows for the holidays there may be.
 */
export const addWorkingDays = (counting: Counting): DayRange => {
  let met = 0;
  const earliest = walk(counting, () => {
    met += 1;
    return true;
  });
  if (met === 0) return certainDay(earliest);
  let allowance = allowanceFor(counting.count);
  const latest = walk(counting, () => {
    allowance -= 1;
    return allowance < 0;
  });
  return { earliest, latest };
};

/** The day itself when it is worked, else the next one that is. */
const rollForward = (day: CivilDay, calendar: WorkCalendar): DayRange => {
  const state = calendar.stateOf(day);
  if (state === 'working') return certainDay(day);
  const next = addWorkingDays({ start: day, count: 1, calendar });
  return state === 'closed' ? next : { earliest: day, latest: next.latest };
};

/** The same for each calendar it could be. */
export const addWorkingDaysIn = (
  calendars: readonly WorkCalendar[],
  { start, count }: Pick<Counting, 'start' | 'count'>,
): DayRange => spanRanges(calendars.map((calendar) => addWorkingDays({ start, count, calendar })));

const withSaturdays = (calendar: WorkCalendar): WorkCalendar => ({
  ...calendar,
  stateOf: (day) => (weekdayOf(day) === 6 ? 'working' : calendar.stateOf(day)),
});

/** The same calendars where a Saturday counts as a working day. */
export const workedOnSaturdays = (calendars: readonly WorkCalendar[]): readonly WorkCalendar[] => calendars.map(withSaturdays);

const mostRemembered = 20_000;

/** Days rolled before, by the calendars of a place: sixteen of them where only the country is known. */
const rolled = new WeakMap<readonly WorkCalendar[], Map<CivilDay, DayRange>>();

const rollOne = (day: CivilDay, calendars: readonly WorkCalendar[]): DayRange => {
  let days = rolled.get(calendars);
  if (days === undefined) {
    days = new Map();
    rolled.set(calendars, days);
  }
  const known = days.get(day);
  if (known !== undefined) return known;
  const range = spanRanges(calendars.map((calendar) => rollForward(day, calendar)));
  if (days.size >= mostRemembered) days.clear();
  days.set(day, range);
  return range;
};

/** Moves a last day that is not worked to the next working day, for each calendar it could be. */
export const rollToWorkingDay = (range: DayRange, calendars: readonly WorkCalendar[]): DayRange => {
  const first = rollOne(range.earliest, calendars);
  return range.latest === range.earliest ? first : spanRanges([first, rollOne(range.latest, calendars)]);
};
