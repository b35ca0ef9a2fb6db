import type { Settled } from '../../merge/settled.js';
import type { Timeline } from '../space/timeline.js';
import { showDayNumbers } from '../words/show-value.js';
import { latestPlainEnd } from './plain-end.js';

/** Two cases of different days and different ways: an end at the same distance from both deliveries is counted from the delivery. */
const samples: readonly Timeline[] = [
  { placed: 20_000, contract: 20_000, delivered: 20_003, requested: 20_004 },
  { placed: 20_100, contract: 20_100, delivered: 20_160, requested: 20_170 },
];

const daysAfterDelivery = (settled: Settled): number | null => {
  const [first, second] = samples.map((sample) => latestPlainEnd(settled, sample) - sample.delivered);
  return first !== undefined && (first === second || (first === Infinity && second === Infinity)) ? first : null;
};

/** The days on which one still accepts and the other no more: `day 8–14`. */
export const showRefusedDays = (seller: Settled, floor: Settled): string => {
  const [own, other] = [daysAfterDelivery(seller), daysAfterDelivery(floor)];
  if (own === null || other === null || !Number.isFinite(own) || other === -Infinity) return 'the days after your window';
  return own < other ? showDayNumbers(own + 1, other) : 'last days that fall on a day off';
};
