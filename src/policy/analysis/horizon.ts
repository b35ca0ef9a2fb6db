import { parseCivilDay, type CivilDay } from '../calendar/civil-day.js';
import type { Pack } from '../packs/types.js';
import type { Horizon } from './finding.js';

/** Without any calendar nothing but weekends is known, so any years would do. */
const plainYears = { from: 2024, to: 2030 } as const;

/** The days an analysis looks at: as told, else the years the calendars of the packs carry. */
export const readHorizon = (packs: readonly Pack[], told?: Horizon): Horizon => {
  if (told !== undefined) {
    if (parseCivilDay(told.from) === null || parseCivilDay(told.to) === null || told.from > told.to)
      throw new RangeError(`a horizon is two calendar days, from at or before to: ${told.from} to ${told.to}`);
    return { from: told.from, to: told.to };
  }
  const years = packs.flatMap(({ calendars = [] }) => calendars.map((calendar) => calendar.years));
  const from = years.reduce((first, year) => Math.min(first, year.from), years[0]?.from ?? plainYears.from);
  const to = years.reduce((last, year) => Math.max(last, year.to), years[0]?.to ?? plainYears.to);
  return { from: `${String(from)}-01-01`, to: `${String(to)}-12-31` };
};

/** A horizon in whole days. */
export interface DaySpan {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

export const toDays = ({ from, to }: Horizon): DaySpan => ({ from: parseCivilDay(from) ?? 0, to: parseCivilDay(to) ?? 0 });
