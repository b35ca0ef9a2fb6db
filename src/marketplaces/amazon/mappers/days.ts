import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
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

/** The calendar day of a moment in a zone. */
export const civilDateIn: (at: Instant, zone: string) => string = remember((at, zone) =>
  format(new TZDate(Date.parse(at), zone), 'yyyy-MM-dd'),
);

const startOfDay = remember((date, zone) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return toInstant(new TZDate(year, month - 1, day, zone).getTime());
});

/** The moment a report means: as told, or the beginning of the day in the zone of the store, since no more is told. */
export const momentIn = (time: ReportTime, zone: string): Instant => time.at ?? startOfDay(time.date, zone);

/** Reports name a day without its zone; which one Amazon counts in is not documented. The first store's is taken. */
export const zoneOf = (marketplaceIds: readonly string[]): string =>
  amazonMarketplaces.get(marketplaceIds[0] ?? '')?.zone ?? 'UTC';
