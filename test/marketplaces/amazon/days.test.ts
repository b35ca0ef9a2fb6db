import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { describe, expect, test } from 'vitest';
import { toCivilDate, toInstant } from '../../../src/core/time.js';
import { amazonMarketplaces } from '../../../src/marketplaces/amazon/marketplaces.js';
import { civilDateIn, momentIn } from '../../../src/marketplaces/amazon/mappers/days.js';

const dayInMs = 24 * 60 * 60 * 1000;
const zones = [...new Set([...amazonMarketplaces.values()].map(({ zone }) => zone))];
const days = Array.from({ length: 800 }, (_, index) => Date.UTC(2025, 0, 1) + index * dayInMs);

describe.each(zones)('in %s', (zone) => {
  test('a day begins when the library of dates says so, whenever the clock is moved', () => {
    const differing = days.filter((time) => {
      const date = toInstant(time).slice(0, 10);
      const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
      return momentIn({ date: toCivilDate(date) }, zone) !== toInstant(new TZDate(year, month - 1, day, zone).getTime());
    });
    expect(differing).toStrictEqual([]);
  });

  test('a moment lies on the day that the library of dates says', () => {
    const moments = days.map((time, index) => time + (index % 24) * 3_600_000 + 59 * 60_000 + 59_999);
    const differing = moments.filter(
      (time) => civilDateIn(toInstant(time), zone) !== format(new TZDate(time, zone), 'yyyy-MM-dd'),
    );
    expect(differing).toStrictEqual([]);
  });
});
