/** How many cells may still be looked at. When it ends the report says so: nothing passes unseen. */
export interface Budget {
  /** Takes one cell; `false` when none is left. */
  readonly spend: () => boolean;
  readonly spent: () => number;
  readonly isEnded: () => boolean;
}

export const createBudget = (limit: number): Budget => {
  let spent = 0;
  let isEnded = false;
  return {
    spend: () => {
      if (spent >= limit) isEnded = true;
      else spent += 1;
      return !isEnded;
    },
    spent: () => spent,
    isEnded: () => isEnded,
  };
};
