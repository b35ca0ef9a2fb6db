import type { Bound, SpanUnit, Trigger } from '../../rules/span.js';

/** In whole days after the delivery, at least and at most. */
export interface OffsetBounds {
  readonly least: number;
  readonly most: number;
}

/** More than any run of days off: a period that rolls ends at most this much later. */
const longestRoll = 15;

const perUnit: Readonly<Record<SpanUnit, OffsetBounds>> = {
  hours: { least: 1 / 24, most: 1 / 24 },
  'elapsed-days': { least: 1, most: 1 },
  days: { least: 1, most: 1 },
  'business-days': { least: 1, most: 3 },
  'business-days-and-saturdays': { least: 1, most: 3 },
  months: { least: 28, most: 31 },
  years: { least: 365, most: 366 },
};

/** Triggers that come with the delivery at the latest. */
const early: ReadonlySet<Trigger> = new Set<Trigger>([
  'placed',
  'contract',
  'contract-document',
  'shipped',
  'told:withdrawalRight',
  'told:requiredInformation',
  'told:contractCopy',
  'told:sellerAddress',
  'told:writtenConfirmation',
]);
const delivery: ReadonlySet<Trigger> = new Set<Trigger>(['delivered', 'first-delivered', 'promised']);

const unbounded: OffsetBounds = { least: -Infinity, most: Infinity };

const triggerBounds = (trigger: Trigger): OffsetBounds => {
  if (delivery.has(trigger)) return { least: 0, most: 0 };
  return early.has(trigger) ? { least: -Infinity, most: 0 } : unbounded;
};

const spanBounds = (bound: Extract<Bound, { kind: 'span' }>): OffsetBounds => {
  const start = typeof bound.from === 'string' ? triggerBounds(bound.from) : boundsOf(bound.from);
  const { least, most } = perUnit[bound.unit];
  const first = bound.firstDay === 'included' ? 1 : 0;
  const isRounded = bound.unit === 'hours' || bound.unit.startsWith('business');
  return {
    least: start.least + Math.floor(bound.amount * least) - first,
    most: start.most + Math.ceil(bound.amount * most) + (isRounded ? longestRoll : 0),
  };
};

/** How many days after the delivery a period ends, before any roll. */
export const boundsOf = (bound: Bound): OffsetBounds => {
  if (bound.kind === 'span') return spanBounds(bound);
  if (bound.kind === 'unlimited') return { least: Infinity, most: Infinity };
  if (bound.kind === 'until' || bound.kind === 'unknown' || bound.kind === 'own-window') return unbounded;
  const parts = bound.bounds.filter(({ kind }) => kind !== 'unknown').map(boundsOf);
  return { least: Math.min(...parts.map(({ least }) => least)), most: Math.max(...parts.map(({ most }) => most)) };
};

/** Whether both ends move with the day of delivery alone, however long the parcel travels. */
export const isCountedFromDelivery = (bound: Bound): boolean => {
  const { least, most } = boundsOf(bound);
  return Number.isFinite(least) && Number.isFinite(most);
};
