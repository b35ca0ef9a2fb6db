import type { Seconds } from '../record.js';

export const hours = (count: number): Seconds => Math.round(count * 3600);
export const days = (count: number): Seconds => hours(count * 24);

/** Told by sellers' guides: no answer within five days, and the buyer's request is executed. */
export const answerTime = days(5);
/** Told by sellers' guides: a dispute without agreement goes to the platform seven days after it was opened. */
export const platformStepsInAfter = days(7);
/** Told by sellers' guides: the buyer has ten days to send the goods, or the dispute is closed. */
export const shippingTime = days(10);
/** Not documented: what is ruled is carried out a day later. */
export const executionTime = hours(24);
