/** What is known of one country's holidays, and where the general source must not be believed. */
export interface CalendarPlan {
  readonly country: string;
  /** Subdivisions with closed days of their own: the source has `all` of them, or only `some`. */
  readonly parts?: 'all' | 'some';
  /** Holidays are announced year by year (moon sightings, decrees); what comes later is an estimate. */
  readonly officialUntil?: number;
  /** The general source is known to be incomplete here: every year is an estimate. */
  readonly isWeak?: true;
  readonly formerWeekend?: { readonly until: string; readonly weekend: readonly number[] };
  /** Holidays are half days or suspended in law, so whether they are worked is uncertain. */
  readonly uncertain?: (holiday: { readonly date: string; readonly name: string; readonly rule: string }) => boolean;
  /** Days counted from Orthodox Easter that the source has wrong: on these it is `open`, on those `closed`. */
  readonly orthodoxEaster?: { readonly open: readonly number[]; readonly closed: readonly number[] };
  /** Single days to add as uncertain, `MM-DD`, every year. */
  readonly halfDays?: readonly string[];
}

const plain = (codes: string): readonly CalendarPlan[] => codes.split(' ').map((country) => ({ country }));
const withParts = (parts: 'all' | 'some', codes: string): readonly CalendarPlan[] =>
  codes.split(' ').map((country) => ({ country, parts }));
const announced = (codes: string): readonly CalendarPlan[] =>
  codes.split(' ').map((country) => ({ country, officialUntil: 2026 }));
const weak = (codes: string): readonly CalendarPlan[] => codes.split(' ').map((country) => ({ country, isWeak: true }));

export const firstYear = 2020;
export const lastYear = 2032;

/** Ukraine: under martial law, declared on 2022-02-24, holidays are working days (Law 2136-IX, art. 6); when it ends is open. */
const ukraineMartialLaw = '2022-02-24';

const unordered: readonly CalendarPlan[] = [
  ...plain('BE BG HR CZ DK EE FI GR HU IE LV LT LU MT PL PT RO SK SI SE NL NO IS LI'),
  ...withParts('all', 'AT AU BR CA CH DE ES GB US'),
  ...withParts('some', 'FR IT NZ'),
  ...plain('MX CL CO AR PE ZA JP'),
  // Green Monday stands on the Tuesday after it in the source, and Kataklysmos, the Monday of Pentecost, is missing.
  { country: 'CY', orthodoxEaster: { open: [-47], closed: [-48, 50] } },
  { country: 'CN', officialUntil: 2026 },
  { country: 'KR', officialUntil: 2027 },
  ...announced('HK TW SG VN TH PH RU IL'),
  { country: 'MY', parts: 'all', officialUntil: 2026 },
  { country: 'IN', parts: 'some', isWeak: true },
  ...weak('ID SA EG BH'),
  { country: 'AE', isWeak: true, formerWeekend: { until: '2021-12-31', weekend: [5, 6] } },
  { country: 'TR', officialUntil: 2026, halfDays: ['10-28'] },
  { country: 'UA', uncertain: ({ date }) => date >= ukraineMartialLaw },
];

export const plans: readonly CalendarPlan[] = [...unordered].sort((left, right) => (left.country < right.country ? -1 : 1));
