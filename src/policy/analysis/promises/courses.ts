import { formatCivilDay, type CivilDay } from '../../calendar/civil-day.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import { triggersOf, type Bound, type Trigger } from '../../rules/span.js';

/** How a return goes on: days after the request, and of the inspection after the goods are back. */
export interface Course {
  readonly authorised: number;
  readonly returned: number;
  readonly inspected: number;
}

/** The shortest first, and beyond the two weeks that most laws give for sending goods back. */
const steps = {
  authorised: [0, 1, 3],
  returned: [1, 3, 7, 14, 16, 21],
  inspected: [0, 1, 2, 5, 14, 30],
} as const satisfies Readonly<Record<keyof Course, readonly number[]>>;

const isTold = (bounds: readonly Bound[], names: readonly Trigger[]): boolean =>
  bounds.flatMap(triggersOf).some((trigger) => names.includes(trigger));

const whileReturning = ['authorised', 'goods-returned', 'dispatched-back', 'proof-of-dispatch', 'inspected'] as const;

/** Whether a period is counted from what happens to goods on their way back: there is none where nothing was delivered. */
export const isAboutReturn = (bound: Bound): boolean => isTold([bound], whileReturning);

/** The courses that tell two periods apart, the shortest first. What neither is counted from goes its shortest way. */
export const coursesFor = (bounds: readonly Bound[]): readonly Course[] => {
  const authorisations = isTold(bounds, ['authorised']) ? steps.authorised : steps.authorised.slice(0, 1);
  const returns = isTold(bounds, ['goods-returned', 'dispatched-back', 'inspected'])
    ? steps.returned
    : steps.returned.slice(0, 1);
  const inspections = isTold(bounds, ['inspected']) ? steps.inspected : steps.inspected.slice(0, 1);
  return authorisations
    .flatMap((authorised) => returns.flatMap((returned) => inspections.map((inspected) => ({ authorised, returned, inspected }))))
    .filter(({ authorised, returned }) => authorised < returned || authorisations.length === 1)
    .sort((left, right) => lengthOf(left) - lengthOf(right));
};

const lengthOf = ({ authorised, returned, inspected }: Course): number => authorised + returned + inspected;

/** The case with what happened after the request. */
export const withCourse = (facts: CaseFacts, asked: CivilDay, { authorised, returned, inspected }: Course): CaseFacts => ({
  ...facts,
  events: {
    ...facts.events,
    authorisedAt: formatCivilDay(asked + authorised),
    dispatchedBackAt: formatCivilDay(asked + Math.max(authorised, returned - 2)),
    goodsReturnedAt: formatCivilDay(asked + returned),
    inspectedAt: formatCivilDay(asked + returned + inspected),
    claimOpenedAt: formatCivilDay(asked),
  },
});
