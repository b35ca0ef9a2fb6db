import { movingDaysOf, type MovingRules } from '../../src/policy/calendar/moving-days.js';
import { formatCivilDay, parseCivilDay } from '../../src/policy/calendar/civil-day.js';

/** One year of a place: the days to find rules for, and every day a rule may name. */
export interface YearToExplain {
  readonly year: number;
  readonly wanted: ReadonlySet<string>;
  readonly allowed: ReadonlySet<string>;
}

/** A rule that explains fewer days than this could be chance. */
const fewest = 3;

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every day of a year as `MMDD`, the leap day left out: no holiday is counted from it. */
const daysOfYear = range(0, 364).map((day) =>
  formatCivilDay((parseCivilDay('2021-01-01') ?? 0) + day)
    .slice(5)
    .replace('-', ''),
);

const easters: readonly MovingRules[] = range(-60, 70).flatMap((days) => [{ easter: [days] }, { orthodoxEaster: [days] }]);
const weekdays: readonly MovingRules[] = daysOfYear.flatMap((day) =>
  range(0, 6).map((weekday) => ({ weekdays: `${String(weekday)}:${day}` })),
);
const mondays: readonly MovingRules[] = daysOfYear.map((day) => ({ mondays: day }));

const known = new Map<MovingRules, Map<number, readonly string[]>>();

/** The same rules are tried for every place. */
const datesOf = (year: number, rule: MovingRules): readonly string[] => {
  const years = known.get(rule) ?? new Map<number, readonly string[]>();
  known.set(rule, years);
  const dates = years.get(year) ?? movingDaysOf(year, rule);
  years.set(year, dates);
  return dates;
};

const isPossible = (rule: MovingRules, years: readonly YearToExplain[]): boolean =>
  years.every(({ year, allowed }) => datesOf(year, rule).every((date) => allowed.has(date)));

const countExplained = (rule: MovingRules, years: readonly YearToExplain[]): number =>
  years.reduce((sum, { year, wanted }) => sum + datesOf(year, rule).filter((date) => wanted.has(date)).length, 0);

/** A Monday stands for a Sunday only where that Sunday is a holiday itself. */
const isSubstitute = ({ mondays: word = '' }: MovingRules, years: readonly YearToExplain[]): boolean =>
  years.every(({ year, allowed }) => {
    const isMoved = movingDaysOf(year, { mondays: word }).length > 0;
    return !isMoved || allowed.has(`${String(year)}-${word.slice(0, 2)}-${word.slice(2)}`);
  });

const best = (candidates: readonly MovingRules[], years: readonly YearToExplain[], least: number): MovingRules | null => {
  const ranked = candidates
    .map((rule) => ({ rule, count: countExplained(rule, years) }))
    .filter(({ count }) => count >= least)
    .sort((left, right) => right.count - left.count);
  return ranked[0]?.rule ?? null;
};

const without = (rule: MovingRules, years: readonly YearToExplain[]): readonly YearToExplain[] =>
  years.map((each) => {
    const dates = new Set(movingDaysOf(each.year, rule));
    return { ...each, wanted: new Set([...each.wanted].filter((date) => !dates.has(date))) };
  });

const join = (rules: readonly MovingRules[]): MovingRules => {
  const numbers = (pick: (rule: MovingRules) => readonly number[] | undefined): readonly number[] =>
    rules.flatMap((rule) => pick(rule) ?? []).sort((left, right) => left - right);
  const words = (pick: (rule: MovingRules) => string | undefined, from: number): string =>
    rules
      .flatMap((rule) => pick(rule) ?? [])
      .sort((left, right) => (left.slice(from) < right.slice(from) ? -1 : 1))
      .join(' ');
  const easter = numbers((rule) => rule.easter);
  const orthodoxEaster = numbers((rule) => rule.orthodoxEaster);
  const weekdayRules = words((rule) => rule.weekdays, 2);
  const mondayRules = words((rule) => rule.mondays, 0);
  return {
    ...(easter.length === 0 ? {} : { easter }),
    ...(orthodoxEaster.length === 0 ? {} : { orthodoxEaster }),
    ...(weekdayRules === '' ? {} : { weekdays: weekdayRules }),
    ...(mondayRules === '' ? {} : { mondays: mondayRules }),
  };
};

/** The rules holidays move by, and what of each year they leave unexplained. The days of the years given stay exactly the same. */
export const findRules = (
  given: readonly YearToExplain[],
): { readonly rules: MovingRules; readonly rest: readonly ReadonlySet<string>[] } => {
  const rules: MovingRules[] = [];
  let years = given;
  const take = (candidates: readonly MovingRules[], least: number): void => {
    const possible = candidates.filter((rule) => isPossible(rule, given));
    for (let rule = best(possible, years, least); rule !== null; rule = best(possible, years, least)) {
      rules.push(rule);
      years = without(rule, years);
    }
  };
  take(easters, fewest);
  take(weekdays, fewest);
  take(
    mondays.filter((rule) => isSubstitute(rule, given)),
    1,
  );
  return { rules: join(rules), rest: years.map(({ wanted }) => wanted) };
};
