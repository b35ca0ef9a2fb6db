/** Parcels that travel longer than this are not looked at. */
export const longestTransitInDays = 90;

/** No run of days off is longer. */
export const longestRunOfDaysOff = 15;
