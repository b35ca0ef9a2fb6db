import type { CaseRefund } from '../../../core/case.js';
import { addMoney, money, type Money } from '../../../core/money.js';
import { present } from '../../../core/present.js';
import type { MoneyFact } from '../merge/facts.js';
import type { JoinedCase } from '../merge/joined-case.js';

/** What the buyer has got and kept, in the currency of the first payment; a reversal takes from it. SAFE-T pays the seller instead. */
export const paidToBuyer = ({ money: facts }: Pick<JoinedCase, 'money'>): Money | undefined => {
  const amounts = facts.flatMap(({ type, state, amount }) =>
    type === 'safe-t' || state !== 'paid' || amount === undefined ? [] : [amount],
  );
  const [first] = amounts;
  return first === undefined
    ? undefined
    : amounts.filter(({ currency }) => currency === first.currency).reduce(addMoney, money(0, first.currency));
};

/** The least that the goods were sold for, as the order tells it; with discounts the price of a unit is more than was paid. */
const worthOf = (
  { order }: JoinedCase,
  item: { readonly sku?: string; readonly id: string; readonly quantity: number },
): Money | undefined => {
  const sold = order?.items.find(({ orderItemId, sku }) => orderItemId === item.id || (sku !== undefined && sku === item.sku));
  if (sold === undefined) return undefined;
  const asked = Math.min(item.quantity, sold.quantity ?? item.quantity);
  const byPrice = sold.price === undefined ? undefined : sold.price.minor * asked;
  const byTotal = sold.total === undefined ? undefined : Math.floor((sold.total.minor * asked) / (sold.quantity ?? asked));
  const currency = sold.price?.currency ?? sold.total?.currency;
  const known = [byPrice, byTotal].filter((minor) => minor !== undefined);
  return currency === undefined || known.length === 0 ? undefined : money(Math.min(...known), currency);
};

/**
 * `reversed`: what was paid has been taken back. `partial` is said only where the order tells what the goods cost; a refund of an
 * unknown share counts as whole.
 */
export type RefundState = 'none' | 'partial' | 'whole' | 'reversed';

export const refundStateOf = (
  joined: JoinedCase,
  item: { readonly sku?: string; readonly id: string; readonly quantity: number } | undefined,
): RefundState => {
  const paid = paidToBuyer(joined);
  if (paid === undefined) return 'none';
  if (paid.minor <= 0) return 'reversed';
  const worth = item === undefined ? undefined : worthOf(joined, item);
  return worth?.currency === paid.currency && paid.minor < worth.minor ? 'partial' : 'whole';
};

const toRefund = ({ amount, state, postedAt, type }: MoneyFact): readonly CaseRefund[] =>
  amount === undefined || amount.minor === 0
    ? []
    : [
        present({
          amount: money(Math.abs(amount.minor), amount.currency),
          state,
          to: amount.minor > 0 ? ('buyer' as const) : ('seller' as const),
          at: postedAt,
          native: type,
        }),
      ];

/** Only what Finances tells: the amounts of the reports prove nothing. */
export const toRefunds = ({ money: facts }: JoinedCase): readonly CaseRefund[] => facts.flatMap(toRefund);
