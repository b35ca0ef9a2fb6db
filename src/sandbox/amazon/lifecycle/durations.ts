export const hours = (count: number): number => Math.round(count * 3_600_000);
export const days = (count: number): number => hours(24 * count);

/** After which a label that was never used ends the return; not documented. */
export const unusedLabelTime = days(30);
/** Amazon decides a claim the seller has not answered. */
export const claimAnswerTime = hours(72);
export const safeTFilingTime = hours(24);
export const safeTDecisionTime = hours(96);

const isBusinessDay = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay());

/** The same time of day so many business days later; Saturdays and Sundays of UTC do not count. */
export const addBusinessDays = (from: number, count: number): number => {
  let at = from;
  for (let left = count; left > 0;) {
    at += days(1);
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
};
