import type { Bound, Period } from '../rules/span.js';
import type { PublishedWindow } from './published-terms.js';

interface Read {
  readonly window: PublishedWindow;
  /** What of the window is lost, `null` when nothing is. */
  readonly loss: string | null;
}

const atLeast = (days: number, unit: string): Read =>
  days < 1
    ? { window: { kind: 'unspecified' }, loss: `a window in ${unit} of less than a day cannot be published` }
    : { window: { kind: 'days', days }, loss: `counted in ${unit}; published as the days that it always has, ${String(days)}` };

/** A month has 28 days at least, a year 365: the shortest run of months that there is, so that no buyer is promised too much. */
const daysInMonths = (months: number): number => {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const shortest = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];
  return years * 365 + (shortest[rest] ?? 0);
};

const readSpan = ({ amount, unit, from }: Bound & { readonly kind: 'span' }): Read => {
  if (from !== 'delivered') {
    const start = typeof from === 'string' ? from : 'another period';
    return {
      window: { kind: 'unspecified' },
      loss: `the window is counted from '${start}'; published ones count from the delivery`,
    };
  }
  switch (unit) {
    case 'days':
    case 'elapsed-days':
      return { window: { kind: 'days', days: amount }, loss: null };
    case 'months':
      return atLeast(daysInMonths(amount), 'months');
    case 'years':
      return atLeast(daysInMonths(amount * 12), 'years');
    case 'hours':
      return atLeast(Math.floor(amount / 24), 'hours');
    case 'business-days':
    case 'business-days-and-saturdays':
      return atLeast(amount, 'business days');
  }
};

const readBound = (bound: Bound): Read => {
  if (bound.kind === 'span') return readSpan(bound);
  if (bound.kind === 'until') return { window: { kind: 'until', day: bound.day }, loss: null };
  if (bound.kind === 'unlimited') return { window: { kind: 'unlimited' }, loss: null };
  return { window: { kind: 'unspecified' }, loss: 'the window depends on more than one day' };
};

/** A window as a published policy can say it; never longer than the real one. */
export const readWindow = ({ closes, roll }: Period): Read => {
  const read = readBound(closes);
  const isRolled = roll !== undefined && roll !== 'none';
  return isRolled && read.loss === null ? { ...read, loss: 'that the last day moves to the next working day is not said' } : read;
};

/**
 * A window and its extensions, where the form has one word for both: the later of two ends of the same kind, else the fixed day. A day
 * that has passed `at` the time of writing lengthens nothing.
 */
export const readExtended = (period: Period, extensions: readonly Bound[], at: string): PublishedWindow =>
  extensions
    .map((bound) => readBound(bound).window)
    .filter((window) => window.kind !== 'until' || window.day >= at)
    .reduce<PublishedWindow>((found, next) => {
      if (found.kind === 'unlimited' || next.kind === 'unspecified') return found;
      if (found.kind === 'days' && next.kind === 'days') return next.days > found.days ? next : found;
      if (found.kind === 'until' && next.kind === 'until') return next.day > found.day ? next : found;
      return next;
    }, readWindow(period).window);
