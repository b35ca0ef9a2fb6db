import type { Settled } from '../../merge/settled.js';
import { showDayNumbers } from '../words/show-value.js';
import { daysAfterDelivery } from './plain-end.js';

/** The days on which one still accepts and the other no more: `day 8–14`. */
export const showRefusedDays = (seller: Settled, floor: Settled): string => {
  const [own, other] = [daysAfterDelivery(seller, 'most'), daysAfterDelivery(floor, 'most')];
  if (own === null || other === null || !Number.isFinite(own) || other === -Infinity) return 'the days after your window';
  return own < other ? showDayNumbers(own + 1, other) : 'last days that fall on a day off';
};
