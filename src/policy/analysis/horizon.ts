import { InvalidInputError } from '../../core/errors/caller-errors.js';
import { parseCivilDay, type CivilDay } from '../calendar/civil-day.js';
import type { Pack } from '../packs/types.js';
import type { Horizon } from './finding.js';

/** Without any calendar nothing but weekends is known, so any years would do. */
const plainYears = { from: 2024, to: 2030 } as const;

const calendarYears = (packs: readonly Pack[]): Horizon => {
  const years = packs.flatMap(({ calendars = [] }) => calendars.map((calendar) => calendar.years));
  const from = years.reduce((first, year) => Math.min(first, year.from), years[0]?.from ?? plainYears.from);
  const to = years.reduce((last, year) => Math.max(last, year.to), years[0]?.to ?? plainYears.to);
  return { from: `${String(from)}-01-01`, to: `${String(to)}-12-31` };
};

const endOfNextYear = (day: string): string => `${String(Number(day.slice(0, 4)) + 1)}-12-31`;

/**
 * The days an analysis looks at: each end as told, else as the years go that the calendars of the packs carry. Who begins behind
 * those years is told of the next one at least: that its calendars have ended is a finding. The days told are calendar days.
 *
 * @throws InvalidInputError when the last day is before the first
 */
export const readHorizon = (packs: readonly Pack[], told: Partial<Horizon> = {}): Horizon => {
  const years = calendarYears(packs);
  const { from = years.from } = told;
  const { to = from > years.to ? endOfNextYear(from) : years.to } = told;
  if (from > to) {
    const message = `expected from at or before to, got ${from} and ${to}; an end that is left out is that of the packs' calendars`;
    throw new InvalidInputError('these are no days to look at', { issues: [{ path: 'horizon', message }] });
  }
  return { from, to };
};

/** A horizon in whole days. */
export interface DaySpan {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

export const toDays = ({ from, to }: Horizon): DaySpan => ({ from: parseCivilDay(from) ?? 0, to: parseCivilDay(to) ?? 0 });
