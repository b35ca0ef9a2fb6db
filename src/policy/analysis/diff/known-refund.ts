import { addMoney, type Money } from '../../../core/money.js';
import type { Refund } from '../../decision.js';

/** The sum of the lines that are known; `null` when none is. */
export const knownOf = ({ lines }: Refund): Money | null => {
  const [first, ...others] = lines.map(({ amount }) => amount);
  return first === undefined ? null : others.reduce(addMoney, first);
};
