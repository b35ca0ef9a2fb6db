import type { Settled } from '../../merge/settled.js';
import type { Bound } from '../../rules/span.js';
import { showDayNumbers } from '../words/show-value.js';

const daysAfterDelivery = ({ period, extensions }: Settled): number | null => {
  const closes: Bound | undefined = period?.value.closes;
  const isPlain = closes?.kind === 'span' && closes.unit === 'days' && closes.from === 'delivered' && extensions.length === 0;
  return isPlain ? closes.amount - (closes.firstDay === 'included' ? 1 : 0) : null;
};

const isUnlimited = ({ period }: Settled): boolean => period?.value.closes.kind === 'unlimited';

/** The days on which one still accepts and the other no more: `day 8–14`. */
export const showRefusedDays = (seller: Settled, floor: Settled): string => {
  const [own, other] = [daysAfterDelivery(seller), daysAfterDelivery(floor)];
  if (own !== null && isUnlimited(floor)) return showDayNumbers(own + 1, Infinity);
  if (own === null || other === null) return 'the days after your window';
  return own < other ? showDayNumbers(own + 1, other) : 'last days that fall on a day off';
};
