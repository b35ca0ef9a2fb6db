import { addMonths, type CivilDay } from '../../calendar/civil-day.js';
import type { Scene } from '../../facts/scene.js';
import type { Settled } from '../../merge/settled.js';
import { counterFor } from '../../rules/counter.js';
import type { Bound, Period } from '../../rules/span.js';
import { boundsOf, rollMargin } from './span-bounds.js';

type Span = Extract<Bound, { kind: 'span' }>;

/** A period that is one span of civil days or months after an event, and nothing else. */
const plainSpan = ({ period, extensions }: Settled): Span | null => {
  const closes = period?.value.closes;
  if (closes?.kind !== 'span' || extensions.length > 0 || typeof closes.from !== 'string' || closes.firstDay === 'included')
    return null;
  return closes.unit === 'days' || closes.unit === 'months' || closes.unit === 'years' ? closes : null;
};

const endOf = ({ amount, unit }: Span, start: CivilDay): CivilDay =>
  unit === 'days' ? start + amount : addMonths(start, unit === 'years' ? amount * 12 : amount);

const isRolling = (period: Period | undefined): boolean => period?.roll === 'next-working-day';

/** Whether the seller's window ends after the other one whatever the day, so that no day needs a look. */
export const isLongerOnEveryDay = (seller: Settled, floor: Settled): boolean => {
  const [own, other] = [seller.period?.value, floor.period?.value];
  if (own === undefined || other === undefined || other.opens !== undefined) return false;
  const margin = isRolling(other) ? rollMargin : 0;
  const ends = [other.closes, ...floor.extensions].map((bound) => boundsOf(bound).most);
  return boundsOf(own.closes).least >= Math.max(...ends) + margin;
};

/** Tells quickly, for one start day, that the seller's window ends no earlier; `false` = look closer. */
export type IsSurelyLonger = (start: CivilDay) => boolean;

const lookCloser: IsSurelyLonger = () => false;

/**
 * For two plain spans after the same event only days off can make the shorter one end later: a start day is out of question as soon as
 * one working day lies between the two ends.
 */
export const quickComparison = (seller: Settled, floor: Settled, scene: Scene): IsSurelyLonger => {
  const [own, other] = [plainSpan(seller), plainSpan(floor)];
  if (own === null || other === null || own.from !== other.from || floor.period?.value.opens !== undefined) return lookCloser;
  const { calendars } = counterFor('buyer', floor.period?.value ?? {}, scene);
  const isWorking = (day: CivilDay): boolean => calendars.every(({ stateOf }) => stateOf(day) === 'working');
  const rolls = isRolling(floor.period?.value);
  return (start) => {
    const [first, last] = [endOf(other, start), endOf(own, start)];
    if (first > last) return false;
    if (!rolls) return true;
    for (let day = first; day <= last; day += 1) if (isWorking(day)) return true;
    return false;
  };
};
