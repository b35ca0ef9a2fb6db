import { millisecondsPerDay, parseCivilDay, type CivilDay } from '../calendar/civil-day.js';
import type { CaseFacts } from './case-facts.js';
import { parseInstant } from './moment.js';

type Dated = readonly [path: string, when: string | undefined];

/** The UTC day is enough: one day of slack is allowed for zones. */
const dayOf = (when: string): CivilDay => {
  const instant = parseInstant(when);
  return instant === null ? (parseCivilDay(when) ?? 0) : Math.floor(instant / millisecondsPerDay);
};

const slackInDays = 1;

const firstBefore = (steps: readonly Dated[], floor: CivilDay): string | null =>
  steps.find(([, when]) => when !== undefined && dayOf(when) + slackInDays < floor)?.[0] ?? null;

const daysOf = (steps: readonly Dated[]): readonly CivilDay[] =>
  steps.flatMap(([, when]) => (when === undefined ? [] : [dayOf(when)]));

const latest = (steps: readonly Dated[], floor: CivilDay): CivilDay => Math.max(floor, ...daysOf(steps));

/** The events that can only follow a delivery. */
const afterDelivery = [
  'proofOfDispatchAt',
  'dispatchedBackAt',
  'handedToDesignatedCarrierAt',
  'goodsReturnedAt',
  'inspectedAt',
  'repairStartedAt',
  'repairEndedAt',
] as const;

/** The first day on which any of the goods were there to be sent back. While a parcel has no date of its own, that is not known. */
const firstDelivery = ({ order }: CaseFacts): CivilDay => {
  const parcels = order.parcels ?? [];
  const own = parcels.filter(({ deliveredAt }) => deliveredAt !== undefined);
  if (own.length === 0) return order.deliveredAt === undefined ? -Infinity : dayOf(order.deliveredAt);
  const isComplete = parcels.every(({ deliveredAt, isPending }) => deliveredAt !== undefined || isPending === true);
  return isComplete ? Math.min(...daysOf(own.map(({ deliveredAt }): Dated => ['', deliveredAt]))) : -Infinity;
};

/** Steps that cannot come before the steps above them. */
const stagesOf = ({ order }: CaseFacts): readonly (readonly Dated[])[] => {
  const parcels = order.parcels ?? [];
  return [
    [['order.placedAt', order.placedAt]],
    [
      ['order.shippedAt', order.shippedAt],
      ...parcels.map(({ shippedAt }, index): Dated => [`order.parcels.${String(index)}.shippedAt`, shippedAt]),
    ],
    [['order.deliveredAt', order.deliveredAt]],
  ];
};

const returnProblem = (facts: CaseFacts): string | null => {
  const steps = afterDelivery.map((name): Dated => [`events.${name}`, facts.events?.[name]]);
  const { placedAt, shippedAt } = facts.order;
  const floor = latest(
    [
      ['order.placedAt', placedAt],
      ['order.shippedAt', facts.order.parcels === undefined ? shippedAt : undefined],
    ],
    firstDelivery(facts),
  );
  return firstBefore(steps, floor);
};

const parcelProblem = ({ order }: CaseFacts): string | null => {
  const placed = order.placedAt === undefined ? -Infinity : dayOf(order.placedAt);
  for (const [index, { shippedAt, deliveredAt }] of (order.parcels ?? []).entries()) {
    const floor = Math.max(placed, shippedAt === undefined ? -Infinity : dayOf(shippedAt));
    if (deliveredAt !== undefined && dayOf(deliveredAt) + slackInDays < floor)
      return `order.parcels.${String(index)}.deliveredAt`;
  }
  return null;
};

/** Nothing about a sale happens before it. */
const beforeSale = ({ order, events, requestedAt }: CaseFacts): string | null => {
  if (order.placedAt === undefined) return null;
  const isDay = (entry: readonly [string, string]): entry is [string, string] => entry[0].endsWith('At');
  const happened = Object.entries(events ?? {})
    .filter(isDay)
    .map(([name, when]): Dated => [`events.${name}`, when]);
  return firstBefore([['requestedAt', requestedAt], ...happened], dayOf(order.placedAt));
};

/** The path of the first date that comes before what it must follow (placed ≤ shipped ≤ delivered ≤ sent back); `null` when the order holds. */
export const chronologyProblem = (facts: CaseFacts): string | null => {
  let floor = -Infinity;
  for (const steps of stagesOf(facts)) {
    const problem = firstBefore(steps, floor);
    if (problem !== null) return problem;
    floor = latest(steps, floor);
  }
  return parcelProblem(facts) ?? returnProblem(facts) ?? beforeSale(facts);
};
