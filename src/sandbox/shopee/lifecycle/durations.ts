import type { Seconds } from '../record.js';

export const hours = (count: number): Seconds => Math.round(count * 3600);

/** Measured on Brazilian shops: three days from the delivery to the seller. */
export const inspectionTime = hours(72);
/** Measured on Brazilian shops. */
export const evidenceTime = hours(48);
/** Not documented; long enough to be met by a script that runs daily. */
export const offerAnswerTime = hours(48);
/** Not documented. */
export const compensationRequestTime = hours(168);
/** Where no carrier reports the delivery, the seller's time runs from the buyer's shipping proof. */
export const unreportedDeliveryTime = hours(240);
