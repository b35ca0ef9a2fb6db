import type { Bound, Period, SpanUnit, Trigger } from '../../rules/span.js';
import type { DimensionName } from '../../guards/dimensions.js';
import type { Box } from '../space/box.js';
import type { Space } from '../space/space.js';

/** With how much of each unit a window is still open on the day after it started, the first day not counted. */
const enough: Readonly<Record<SpanUnit, number>> = {
  hours: 72,
  'elapsed-days': 3,
  days: 1,
  'business-days': 1,
  'business-days-and-saturdays': 1,
  months: 1,
  years: 1,
};

const starts: ReadonlySet<Trigger> = new Set<Trigger>(['delivered', 'promised']);

const isLongEnough = (bound: Bound): boolean => {
  if (bound.kind === 'unlimited') return true;
  if (bound.kind === 'span') {
    const first = bound.firstDay === 'included' ? 1 : 0;
    return typeof bound.from === 'string' && starts.has(bound.from) && bound.amount >= enough[bound.unit] + first;
  }
  if (bound.kind === 'latest-of') return bound.bounds.some(isLongEnough);
  return (bound.kind === 'earliest-of' || bound.kind === 'any-of') && bound.bounds.every(isLongEnough);
};

const known = new WeakMap<Period, boolean>();

/** Whether a window is open on the day after the delivery, whatever the day and the place. Kept, as every cell asks it. */
export const isOpenNextDay = (period: Period): boolean => {
  const { opens, closes } = period;
  const isOpen = known.get(period) ?? (opens === undefined && isLongEnough(closes));
  known.set(period, isOpen);
  return isOpen;
};

const askedDays: readonly DimensionName[] = ['requested', 'daysSinceDelivery', 'daysInHand'];

/** Whether a case of the box can be asked on the day after its delivery. */
export const mayAskNextDay = (space: Space, box: Box): boolean =>
  askedDays.every((name) => space.axesOf(name).every(({ index, whole }) => box[index] === whole));
