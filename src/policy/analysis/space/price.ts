import { exponentOf } from '../../../core/money.js';
import { exchange } from '../../rules/exchange.js';
import type { Money } from '../../vocabulary.js';
import type { Box } from './box.js';
import type { Space } from './space.js';
import { intervalsOf, type Interval } from './timeline.js';

/** What one unit cost, and what that is in the other currencies that rules mention. */
export interface Price {
  readonly amount: Money;
  readonly rates: Readonly<Record<string, string>>;
}

/** What ordinary goods cost: 80.00. */
const usualInMinor = 8000;

const currencyOf = (name: string): string => name.slice('price:'.length);

const known = new WeakMap<Space, readonly string[]>();

/** The currencies in which rules mention prices. */
const currenciesOf = (space: Space): readonly string[] => {
  const found =
    known.get(space) ??
    space.axes.filter(({ dimension }) => dimension.startsWith('price:')).map(({ dimension }) => currencyOf(dimension));
  known.set(space, found);
  return found;
};

const nearest = (wanted: number, { from, to }: Interval): number => Math.min(Math.max(wanted, from), to);

/** A rate that takes the amount into the interval; `null` when none does. */
const rateInto = (amount: Money, currency: string, wanted: Interval): string | null => {
  const target = nearest(amount.minor, wanted);
  if (amount.minor <= 0 || target <= 0) return null;
  const scale = 10 ** (exponentOf(amount.currency) - exponentOf(currency));
  const rate = ((target / amount.minor) * scale).toFixed(10);
  const reached = exchange(amount, currency, { [`${amount.currency}/${currency}`]: rate });
  return reached !== null && reached.minor >= wanted.from && reached.minor <= wanted.to ? rate : null;
};

/** The prices a case of the box can have in a currency. */
export const priceIntervals = (space: Space, box: Box, currency: string): readonly Interval[] =>
  intervalsOf(space, box, `price:${currency}`).map(({ from, to }) => ({ from: Math.max(from, 0), to }));

/** The currency prices of a space are told in: the one rules mention, else the one given. */
export const currencyIn = (space: Space, fallback: string): string => {
  const mentioned = currenciesOf(space);
  return mentioned.includes(fallback) ? fallback : (mentioned[0] ?? fallback);
};

/** A price with the rates that put it inside of the box in every currency rules mention; `null` when there are none. */
export const priceAt = (space: Space, box: Box, amount: Money): Price | null => {
  const rates: Record<string, string> = {};
  for (const currency of currenciesOf(space)) {
    if (currency === amount.currency) continue;
    const [wanted] = priceIntervals(space, box, currency);
    const rate = wanted === undefined ? null : rateInto(amount, currency, wanted);
    if (rate === null) return null;
    rates[`${amount.currency}/${currency}`] = rate;
  }
  return { amount, rates };
};

/** The most ordinary price inside of the box. */
export const priceOf = (space: Space, box: Box, fallback: string): Price | null => {
  const currency = currencyIn(space, fallback);
  const [wanted] = priceIntervals(space, box, currency);
  return wanted === undefined ? null : priceAt(space, box, { minor: nearest(usualInMinor, wanted), currency });
};
