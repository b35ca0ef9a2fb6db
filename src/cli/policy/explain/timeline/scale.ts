import { millisecondsPerDay, partsOf, weekdayOf } from '../../../../policy/calendar/civil-day.js';

export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Where times stand in the picture. */
export interface Scale {
  readonly xOf: (milliseconds: number) => number;
  readonly ticks: readonly Tick[];
  /** Where the axis begins to be compressed; `null` when it is even. */
  readonly breakAt: number | null;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly locale: string;
}

const evenUpToInDays = 200;
const leastEvenInDays = 60;
const room = 78;
const daysInYear = 365;

/** Up to here a day is as wide as every other; beyond, years must not squeeze the days before them. */
const kneeOf = (distances: readonly number[]): number => {
  const total = Math.max(...distances);
  if (total <= evenUpToInDays) return total;
  const sorted = [...distances].sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)] ?? total;
  return Math.min(total, Math.max(leastEvenInDays, median * 1.4));
};

const squeeze = (days: number, knee: number): number =>
  days <= knee ? days : knee * (1 + 0.4 * Math.log1p((days - knee) / knee));

type Choice = (day: number) => boolean;

/** From fine to coarse: the first whose ticks have room is taken. */
const choices: readonly Choice[] = [
  () => true,
  (day) => weekdayOf(day) === 1,
  (day) => [1, 15].includes(partsOf(day).day),
  (day) => partsOf(day).day === 1,
  (day) => partsOf(day).day === 1 && partsOf(day).month % 3 === 1,
  (day) => partsOf(day).day === 1 && partsOf(day).month === 1,
];

const withRoom = (xs: readonly number[]): boolean => xs.every((x, index) => index === 0 || x - (xs[index - 1] ?? 0) >= room);

interface Labelling {
  readonly xOfDay: (day: number) => number;
  readonly locale: string;
  /** From here on ticks are so far apart that each needs its year. */
  readonly yearsFrom: number;
}

const labelled = (days: readonly number[], { xOfDay, locale, yearsFrom }: Labelling): readonly Tick[] => {
  const plain = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const withYear = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const isLong = (days.at(-1) ?? 0) - (days[0] ?? 0) > 2 * daysInYear;
  return days.map((day, index) => {
    const isNewYear = index === 0 ? isLong : partsOf(day).year !== partsOf(days[index - 1] ?? day).year;
    const format = (isNewYear && partsOf(day).day === 1) || day > yearsFrom ? withYear : plain;
    return { x: xOfDay(day), label: format.format(day * millisecondsPerDay) };
  });
};

/** Lays the times out between left and right, with a little air on both sides. */
export const createScale = (times: readonly number[], { left, right, locale }: Frame): Scale => {
  const dayOf = (time: number): number => time / millisecondsPerDay;
  const first = Math.min(...times.map(dayOf));
  const span = Math.max(7, Math.max(...times.map(dayOf)) - first);
  const start = first - span * 0.02;
  const distances = [...times.map((time) => dayOf(time) - start), span * 1.04];
  const total = Math.max(...distances);
  const knee = kneeOf(distances);
  const xOfDay = (day: number): number => {
    const share = squeeze(Math.min(Math.max(day - start, 0), total), knee) / squeeze(total, knee);
    return left + share * (right - left);
  };
  const days = Array.from({ length: Math.ceil(total) }, (_, index) => Math.ceil(start) + index);
  const even = days.filter((day) => day - start <= knee);
  const choice = choices.find((accepts) => withRoom(even.filter(accepts).map(xOfDay))) ?? choices[choices.length - 1];
  const kept: number[] = even.filter((day) => choice?.(day) === true);
  for (const day of days.filter((each) => each - start > knee && partsOf(each).day === 1)) {
    if (xOfDay(day) - xOfDay(kept.at(-1) ?? start) >= room) kept.push(day);
  }
  return {
    xOf: (milliseconds) => xOfDay(dayOf(milliseconds)),
    ticks: labelled(kept, { xOfDay, locale, yearsFrom: start + knee }),
    breakAt: knee < total ? xOfDay(start + knee) : null,
  };
};
