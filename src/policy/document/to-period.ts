import type { Bound, Period, SpanUnit, Trigger } from '../rules/span.js';
import type { PolicyPeriod } from './schema.js';
import type { ProblemDraft } from './source-map.js';

type Path = readonly PropertyKey[];

const units: readonly (readonly [keyof PolicyPeriod & ('days' | 'businessDays' | 'months' | 'hours'), SpanUnit])[] = [
  ['days', 'days'],
  ['businessDays', 'business-days'],
  ['months', 'months'],
  ['hours', 'hours'],
];

const choices = 'exactly one of days, businessDays, months, hours, until, unlimited';

/** A period must say its length in exactly one way. */
export const checkPeriod = (period: PolicyPeriod, path: Path): readonly ProblemDraft[] => {
  const lengths = [...units.map(([key]) => period[key]), period.until, period.unlimited].filter((length) => length !== undefined);
  if (lengths.length === 1) return [];
  const found = lengths.length === 0 ? 'a period without a length' : 'a period with several lengths';
  return [{ code: 'contradiction', path, found, expected: choices }];
};

/** The end of the period as an expression. */
export const toBound = (period: PolicyPeriod, defaultFrom: Trigger): Bound => {
  if (period.until !== undefined) return { kind: 'until', day: period.until };
  const stated = units.find(([key]) => period[key] !== undefined);
  if (stated === undefined) return { kind: 'unlimited' };
  const [key, unit] = stated;
  return { kind: 'span', amount: period[key] ?? 0, unit, from: period.from ?? defaultFrom };
};

interface PeriodContext {
  readonly defaultFrom: Trigger;
  /** The calendar the document names; it counts all its business days. */
  readonly calendar: string | undefined;
}

export const toPeriod = (
  period: PolicyPeriod & { readonly roll?: 'none' | 'next-business-day' | undefined },
  { defaultFrom, calendar }: PeriodContext,
): Period => ({
  closes: toBound(period, defaultFrom),
  roll: period.roll === 'next-business-day' ? 'next-working-day' : 'none',
  ...(calendar === undefined ? {} : { calendar }),
});
