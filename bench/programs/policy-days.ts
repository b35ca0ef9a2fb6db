import { compileCalendar, type Calendar } from '../../src/policy/calendar/calendar.js';
import { formatInstant } from '../../src/policy/calendar/instant.js';
import { loadCalendars } from '../../src/policy/calendar/load-calendars.js';
import { addWorkingDays } from '../../src/policy/calendar/working-days.js';
import { civilDayAt, endOfDay } from '../../src/policy/calendar/zone.js';
import { policyInput } from '../contract.js';
import { createCases } from '../policy/cases.js';
import { countByLoop } from '../policy/day-loop.js';
import { answer, readInput } from './program.js';
import { race } from './race.js';

/** Deadlines in business days, with holidays and a zone, against counting day by day with date-fns. */

const { cases: count, ...length } = readInput(policyInput);
const zone = 'Europe/Warsaw';
const businessDays = 14;
const isPolish = ({ id }: Calendar): boolean => id === 'PL';
const poland = (await loadCalendars(['PL'])).find(isPolish);
if (poland === undefined) throw new Error('the calendar is missing');
const calendar = compileCalendar(poland);
const holidays = new Set(poland.closed);
const starts = createCases(count).map(({ requestedAt = '' }) => requestedAt);
const instants = starts.map((start) => Date.parse(start));
const days = instants.map((instant) => civilDayAt(instant, zone));

const deadlineAfter = (instant: number): string => {
  const start = civilDayAt(instant, zone);
  return formatInstant(endOfDay(addWorkingDays({ start, count: businessDays, calendar }).earliest, zone));
};

const byLoop = (start: string): string => countByLoop({ start, zone, businessDays, holidays });

for (const [index, start] of starts.entries()) {
  const [ours, theirs] = [deadlineAfter(instants[index] ?? 0), byLoop(start)];
  if (ours !== theirs) throw new Error(`from ${start}: ${ours} and ${theirs}`);
}

const theirs = (): void => starts.forEach(byLoop);
answer({
  count,
  series: [
    race({ what: 'deadlines', bytes: 0, ours: () => instants.forEach(deadlineAfter), theirs }, length),
    race(
      {
        what: 'civil days',
        bytes: 0,
        ours: () => days.forEach((start) => void addWorkingDays({ start, count: businessDays, calendar })),
        theirs,
      },
      length,
    ),
  ],
});
process.exit(0);
