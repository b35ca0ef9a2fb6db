import { TZDate } from '@date-fns/tz';
import { addDays, endOfDay, format } from 'date-fns';

/** What a deadline in business days is counted from and by. */
export interface DayLoop {
  readonly start: string;
  readonly zone: string;
  readonly businessDays: number;
  /** `YYYY-MM-DD` */
  readonly holidays: ReadonlySet<string>;
}

/** The last instant of the last day, counted day by day with `date-fns` and `@date-fns/tz`. */
export const countByLoop = ({ start, zone, businessDays, holidays }: DayLoop): string => {
  let day = new TZDate(Date.parse(start), zone);
  for (let left = businessDays; left > 0;) {
    day = addDays(day, 1);
    const isWeekend = day.getDay() === 0 || day.getDay() === 6;
    if (!isWeekend && !holidays.has(format(day, 'yyyy-MM-dd'))) left -= 1;
  }
  return new Date(endOfDay(day).getTime()).toISOString();
};
