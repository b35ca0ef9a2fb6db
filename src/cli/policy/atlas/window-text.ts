import { showDay } from '../../../policy/analysis/words/show-case.js';
import { addMonths, parseCivilDay } from '../../../policy/calendar/civil-day.js';
import type { CaseFacts, Window } from '../../../policy/index.js';
import type { Rule } from '../../../policy/rules/rule.js';
import type { Bound, SpanUnit, Trigger } from '../../../policy/rules/span.js';
import type { Cited } from './cited.js';
import { startOf } from './ordinary-case.js';

/** A window as short as a cell wants it, and in words. */
export interface WindowText {
  readonly short: string;
  readonly words: string;
}

type Span = Extract<Bound, { kind: 'span' }>;

const boundsOf = ({ terms }: Rule): readonly Bound[] => [
  ...(terms.window === undefined ? [] : [terms.window.closes]),
  ...(terms.extend === undefined ? [] : [terms.extend].flat()),
];

const spansIn = (bound: Bound): readonly Span[] => {
  if (bound.kind === 'span') return typeof bound.from === 'string' ? [bound] : [];
  return 'bounds' in bound ? bound.bounds.flatMap(spansIn) : [];
};

const startedBy = (facts: CaseFacts, trigger: Trigger | Bound): string | undefined => {
  const { order, contract, requestedAt } = facts;
  const days: Partial<Record<Trigger, string | undefined>> = {
    delivered: order.deliveredAt,
    'first-delivered': order.deliveredAt,
    promised: order.estimatedDeliveryAt,
    placed: order.placedAt,
    contract: contract?.concludedAt,
    shipped: order.shippedAt,
    requested: requestedAt,
    notice: requestedAt,
  };
  return typeof trigger === 'string' ? days[trigger] : undefined;
};

/** A last day that falls on days off moves by a few days: the span is still the one that was written. */
const longestRoll = 6;

const isIn = ({ amount, unit }: Span, start: number, last: number): boolean => {
  const ends: Partial<Record<SpanUnit, number>> = {
    days: start + amount,
    'elapsed-days': start + amount,
    months: addMonths(start, amount),
    years: addMonths(start, amount * 12),
  };
  const end = ends[unit];
  if (end !== undefined) return end <= last && last - end <= longestRoll;
  // Working days: two of seven are off, and now and then a week of holidays.
  return unit !== 'hours' && last - start >= amount && last - start <= amount * 2 + longestRoll;
};

const plural = (count: number, unit: string): string => `${String(count)} ${unit}${count === 1 ? '' : 's'}`;

const inMonths = (months: number): WindowText =>
  months % 12 === 0
    ? { short: `${String(months / 12)} y`, words: plural(months / 12, 'year') }
    : { short: `${String(months)} mo`, words: plural(months, 'month') };

const inDays = (days: number): WindowText => ({ short: `${String(days)} d`, words: plural(days, 'day') });

const spanText = ({ amount, unit }: Span): WindowText => {
  if (unit === 'months') return inMonths(amount);
  if (unit === 'years') return inMonths(amount * 12);
  return unit.startsWith('business-days')
    ? { short: `${String(amount)} wd`, words: plural(amount, 'working day') }
    : inDays(amount);
};

interface Scene {
  readonly facts: CaseFacts;
  readonly cited: Cited;
}

/** The length as its rule writes it; where no rule writes it so, the days from the delivery to the last day. */
const lengthOf = ({ because }: Window, last: number, { facts, cited }: Scene): WindowText => {
  const spans = because.flatMap((citation) => {
    const rule = cited.ruleOf(citation);
    return rule === null ? [] : boundsOf(rule).flatMap(spansIn);
  });
  const written = spans.find((span) => {
    const start = parseCivilDay(startedBy(facts, span.from) ?? '');
    return start !== null && isIn(span, start, last);
  });
  return written === undefined ? inDays(last - (parseCivilDay(startOf(facts)) ?? last)) : spanText(written);
};

const stateTexts: Readonly<Record<Window['state'], WindowText>> = {
  unlimited: { short: 'no end', words: 'without end' },
  unknown: { short: '?', words: 'until a day that is not known' },
  'not-running': { short: 'not yet', words: 'not running yet' },
  'not-open-yet': { short: 'not yet', words: 'not open yet' },
  open: { short: 'open', words: 'open' },
  closed: { short: '0 d', words: 'closed' },
};

const withoutWindow: WindowText = { short: '–', words: 'no window' };

/** What a window is in a cell. A plus sign: it may reach further, depending on what is not known. */
export const windowText = (window: Window | null, scene: Scene): WindowText => {
  if (window === null) return withoutWindow;
  const last = parseCivilDay(window.lastDay ?? '');
  if (last === null || window.lastDay === null) return stateTexts[window.state];
  const { short, words } = lengthOf(window, last, scene);
  const until = `${words}, until ${showDay(window.lastDay)}`;
  return window.mayExtendTo === null ? { short, words: until } : { short: `${short}+`, words: `${until}, perhaps longer` };
};
