import { formatCivilDay, parseCivilDay, weekdayOf, type CivilDay } from './civil-day.js';

/** Holidays that move by a rule, as they are stored: the days of any year follow from it. */
export interface MovingRules {
  /** Days after Easter Sunday of the western churches; Good Friday is -2. */
  readonly easter?: readonly number[];
  /** Days after Easter Sunday of the eastern churches. */
  readonly orthodoxEaster?: readonly number[];
  /** `'1:0501 6:0620'`: the first Monday from 1 May on, the first Saturday from 20 June on. */
  readonly weekdays?: string;
  /** `'0501 0815'`: the Monday after, where the day is a Sunday. */
  readonly mondays?: string;
}

const dayOf = (year: number, word: string): CivilDay =>
  parseCivilDay(`${String(year)}-${word.slice(0, 2)}-${word.slice(2)}`) ?? Number.NaN;

export const wordsOf = (text = ''): readonly string[] => (text === '' ? [] : text.split(' '));

/** Easter by the Gregorian calendar (Gauss, in the form of Oudin): the Sunday after the full moon of spring. */
const westernEaster = (year: number): CivilDay => {
  const [golden, century] = [year % 19, Math.floor(year / 100)];
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon = epact === 29 || (epact === 28 && golden > 10) ? epact - 1 : epact;
  return dayOf(year, '0328') + moon - ((year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7);
};

/** Easter by the Julian calendar, which was 13 days behind from 1900 to 2099. */
const easternEaster = (year: number): CivilDay => {
  const moon = (19 * (year % 19) + 15) % 30;
  return dayOf(year, '0328') + 13 + moon - ((year + Math.floor(year / 4) + moon) % 7);
};

const firstWeekday = (year: number, rule: string): CivilDay => {
  const start = dayOf(year, rule.slice(2));
  return start + ((Number(rule[0]) - weekdayOf(start) + 7) % 7);
};

/** The days of one year, `YYYY-MM-DD`. */
export const movingDaysOf = (year: number, rules: MovingRules): readonly string[] => {
  const { easter = [], orthodoxEaster = [] } = rules;
  return [
    ...easter.map((days) => westernEaster(year) + days),
    ...orthodoxEaster.map((days) => easternEaster(year) + days),
    ...wordsOf(rules.weekdays).map((rule) => firstWeekday(year, rule)),
    ...wordsOf(rules.mondays)
      .map((word) => dayOf(year, word))
      .filter((day) => weekdayOf(day) === 0)
      .map((day) => day + 1),
  ].map(formatCivilDay);
};
