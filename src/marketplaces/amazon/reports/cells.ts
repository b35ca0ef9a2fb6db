import { toInstant, isCivilDate, type CivilDate } from '../../../core/time.js';
import type { DecimalText, ReportTime } from './rows.js';

/** A cell that holds something of another shape than its column; the rest of the row is read all the same. */
export type OnOddCell = (column: string) => void;

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec';
/** Whether Amazon translates months is not confirmed; one reader of Brazilian reports expects it. */
const portugueseNames = 'jan fev mar abr mai jun jul ago set out nov dez';

const months = new Map(
  [monthNames, portugueseNames].flatMap((names) =>
    names.split(' ').map((name, index) => [name, String(index + 1).padStart(2, '0')] as const),
  ),
);

const toDate = (text: string): CivilDate | undefined => (isCivilDate(text) ? text : undefined);

const parseTime = (text: string): ReportTime | undefined => {
  const [, day = '', name = '', year = ''] = /^(\d{1,2})-([A-Za-z]{3})[a-z]*\.?-(\d{4})$/.exec(text) ?? [];
  const month = months.get(name.toLowerCase());
  const date = month === undefined ? toDate(text.slice(0, 10)) : toDate(`${year}-${month}-${day.padStart(2, '0')}`);
  if (date === undefined || (month === undefined && text.length > 10 && !text.includes('T'))) return undefined;
  if (month !== undefined || text.length === 10) return { date };
  try {
    return { date, at: toInstant(text) };
  } catch {
    return undefined;
  }
};

/** A report names few days, each many times. */
const parsedTimes = new Map<string, ReportTime | undefined>();
const mostParsedTimes = 4096;

/** `29-Sep-2026`, `2026-09-29` or ISO 8601 with its offset. */
export const toReportTime = (text: string | undefined): ReportTime | undefined => {
  if (text === undefined) return undefined;
  const known = parsedTimes.get(text);
  if (known !== undefined || parsedTimes.has(text)) return known;
  if (parsedTimes.size >= mostParsedTimes) parsedTimes.clear();
  const parsed = parseTime(text);
  parsedTimes.set(text, parsed);
  return parsed;
};

export const toDecimalText = (text: string | undefined): DecimalText | undefined =>
  text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;

export const toCount = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

const flags = new Map([
  ['y', true],
  ['yes', true],
  ['true', true],
  ['n', false],
  ['no', false],
  ['false', false],
]);

export const toFlag = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : flags.get(text.toLowerCase());
