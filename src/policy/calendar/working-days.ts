import type { WorkCalendar } from './calendar.js';
import type { CivilDay } from './civil-day.js';

/** A day known to lie between two days, ends included. Both ends are the same when it is certain. */
export interface DayRange {
  readonly earliest: CivilDay;
  readonly latest: CivilDay;
}

export const certainDay = (day: CivilDay): DayRange => ({ earliest: day, latest: day });

/** The smallest range that holds all of them. */
export const spanRanges = (ranges: readonly DayRange[]): DayRange => ({
  earliest: Math.min(...ranges.map(({ earliest }) => earliest)),
  latest: Math.max(...ranges.map(({ latest }) => latest)),
});

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

/** Moves a last day that is not worked to the next working day, for each calendar it could be. */
export const rollToWorkingDay = (range: DayRange, calendars: readonly WorkCalendar[]): DayRange => {
  let [earliest, latest] = [Infinity, -Infinity];
  for (const calendar of calendars) {
    const first = rollForward(range.earliest, calendar);
    const last = range.latest === range.earliest ? first : rollForward(range.latest, calendar);
    earliest = Math.min(earliest, first.earliest, last.earliest);
    latest = Math.max(latest, first.latest, last.latest);
  }
  return { earliest, latest };
};
