import type { Calendar } from '../calendar/calendar.js';
import type { Policy } from '../compile.js';
import type { PolicyDocument } from '../document/schema.js';
import type { Rule } from '../rules/rule.js';
import type { Bound, Period } from '../rules/span.js';
import type { AnalysisFinding, Horizon } from './finding.js';

const countsWorkingDays = (bound: Bound): boolean => {
  if (bound.kind === 'span')
    return bound.unit.startsWith('business') || (typeof bound.from === 'object' && countsWorkingDays(bound.from));
  return 'bounds' in bound && bound.bounds.some(countsWorkingDays);
};

const asksCalendar = ({ closes, roll = 'none' }: Period): boolean => roll !== 'none' || countsWorkingDays(closes);

const periodsOf = ({ terms }: Rule): readonly Period[] => [
  ...(terms.window === undefined ? [] : [terms.window]),
  ...(terms.deadlines ?? []).map(({ period }) => period),
];

interface Named {
  readonly document: PolicyDocument;
  readonly calendar: string;
  readonly rule: string;
}

/** What is wrong with a calendar over the horizon; `null` when it covers every day of it. */
const faultOf = (calendar: Calendar | undefined, { from, to }: Horizon): string | null => {
  if (calendar === undefined) return 'no loaded pack carries its holidays, so that only weekends are known';
  const { years } = calendar;
  if (Number(to.slice(0, 4)) > years.to) return `its holidays are known until ${String(years.to)} only`;
  return Number(from.slice(0, 4)) < years.from ? `its holidays are known from ${String(years.from)} on only` : null;
};

const toFinding = ({ document, calendar, rule }: Named, fault: string): AnalysisFinding => ({
  code: 'calendar-end',
  severity: 'warning',
  document: document.id,
  rule,
  countries: [],
  region: `periods counted by the calendar ${calendar}`,
  message: `The calendar ${calendar} counts business days of '${rule}', and ${fault}.`,
  witness: null,
});

/** Calendars the documents count by that end inside the horizon. */
export const findCalendarEnds = (policy: Policy, rules: readonly Rule[], horizon: Horizon): readonly AnalysisFinding[] => {
  const known = new Map(
    policy.packs.flatMap(({ calendars = [] }) => calendars.map((calendar) => [calendar.id, calendar] as const)),
  );
  return policy.documents.flatMap((document) => {
    const calendar = document.seller?.calendar;
    if (calendar === undefined) return [];
    const rule = rules.find(
      (each) =>
        each.citation.source.startsWith('seller:') &&
        periodsOf(each).some((period) => period.calendar === calendar && asksCalendar(period)),
    );
    const fault = rule === undefined ? null : faultOf(known.get(calendar), horizon);
    return rule === undefined || fault === null ? [] : [toFinding({ document, calendar, rule: rule.id }, fault)];
  });
};
