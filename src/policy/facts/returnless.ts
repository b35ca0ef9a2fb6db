import type { CaseFacts } from './case-facts.js';

/** Whether the buyer keeps the goods: both sides agreed so, or the marketplace says so. */
export const isReturnless = ({ agreed, platformStates }: CaseFacts): boolean =>
  agreed?.keepsGoods === true || platformStates?.isReturnless === true;
