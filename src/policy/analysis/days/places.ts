import type { Policy } from '../../compile.js';
import type { Settled } from '../../merge/settled.js';
import type { Bound } from '../../rules/span.js';

const known = new WeakMap<Policy, Map<string, readonly string[]>>();

/** The places of a country whose calendars differ, as a complete case names them: its subdivisions, or itself. */
export const placesOf = (policy: Policy, place: string): readonly string[] => {
  const memo = known.get(policy) ?? new Map<string, readonly string[]>();
  known.set(policy, memo);
  const found = memo.get(place);
  if (found !== undefined) return found;
  const parts = place.includes('-') ? [] : [...policy.calendars.keys()].filter((id) => id.startsWith(`${place}-`)).sort();
  const places = parts.length === 0 ? [place] : parts;
  memo.set(place, places);
  return places;
};

/** Whether the length of a period hangs on days off. */
export const countsWorkingDays = (bound: Bound): boolean => {
  if (bound.kind === 'span')
    return bound.unit.startsWith('business') || (typeof bound.from === 'object' && countsWorkingDays(bound.from));
  return 'bounds' in bound && bound.bounds.some(countsWorkingDays);
};

/** Whether public holidays where the buyer is can move its last day for certain: a roll that nobody is sure of moves nothing. */
export const asksCalendar = ({ period, extensions }: Settled): boolean => {
  if (period === null || period.value.calendar !== undefined) return false;
  const rolls = period.value.roll === 'next-working-day';
  return rolls || [period.value.closes, ...extensions].some(countsWorkingDays);
};
