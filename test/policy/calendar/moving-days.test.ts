import { describe, expect, it } from 'vitest';
import { movingDaysOf } from '../../../src/policy/calendar/moving-days.js';

describe('Easter', () => {
  it.each([
    '1818-03-22',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2026-04-05',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2285-03-22',
  ])('of the western churches is on %s', (date) => {
    expect(movingDaysOf(Number(date.slice(0, 4)), { easter: [0] })).toEqual([date]);
  });

  it.each(['2010-04-04', '2013-05-05', '2016-05-01', '2021-05-02', '2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02'])(
    'of the eastern churches is on %s',
    (date) => {
      expect(movingDaysOf(Number(date.slice(0, 4)), { orthodoxEaster: [0] })).toEqual([date]);
    },
  );
});

describe('days that move by a rule', () => {
  it('are counted from Easter in both directions', () => {
    expect(movingDaysOf(2026, { easter: [-2, 1, 39, 60] })).toEqual(['2026-04-03', '2026-04-06', '2026-05-14', '2026-06-04']);
  });

  it('are the first of a weekday from a day on, that day included', () => {
    expect(movingDaysOf(2026, { weekdays: '1:0501 6:0620 3:1116' })).toEqual(['2026-05-04', '2026-06-20', '2026-11-18']);
  });

  it('are the Monday after a Sunday, and none in other years', () => {
    expect(movingDaysOf(2026, { mondays: '0501 1101' })).toEqual(['2026-11-02']);
  });

  it('are none without rules', () => {
    expect(movingDaysOf(2026, {})).toEqual([]);
  });
});
