import { addMoney, money, subtractMoney, type Money } from '../../core/money.js';
import type { CaseRecord, Proposal } from './record.js';
import { movesMoney } from './vocabulary.js';

type Priced = Pick<CaseRecord, 'items'>;
type Refunded = Pick<CaseRecord, 'items' | 'refunds'>;

export const currencyOf = ({ items }: Priced): string => items[0]?.price.currency ?? 'USD';

/** What the buyer paid for the goods of the case. */
export const valueOf = (record: Priced): Money =>
  record.items
    .map(({ price, quantity }) => money(price.minor * quantity, price.currency))
    .reduce(addMoney, money(0, currencyOf(record)));

export const refundedOf = (record: Refunded): Money =>
  record.refunds.map(({ amount }) => amount).reduce(addMoney, money(0, currencyOf(record)));

/** What can still go back: the buyer never receives more than was paid. */
export const refundableOf = (record: Refunded): Money => subtractMoney(valueOf(record), refundedOf(record));

/** What a proposal pays, or `undefined` where it sends goods instead. */
export const dueFor = (record: Refunded, { remedy, amount }: Proposal): Money | undefined => {
  if (!movesMoney(remedy)) return undefined;
  const refundable = refundableOf(record);
  return amount === undefined || amount.minor > refundable.minor ? refundable : amount;
};
