import type { Verdict } from '../decision.js';
import type { Cost } from './cost.js';
import { createLedger } from './ledger.js';
import type { Outlook } from './result.js';
import { weigh } from './weight.js';

/** Counts what one policy makes of the cases. */
export interface OutlookCounter {
  readonly add: (verdict: Verdict, cost: Cost) => void;
  readonly result: () => Outlook;
}

export const createOutlook = (): OutlookCounter => {
  const verdicts: Record<Verdict, number> = { eligible: 0, 'needs-review': 0, ineligible: 0 };
  const ledger = createLedger();
  let [unknown, withoutWayBack] = [0, 0];
  return {
    add: (verdict, cost) => {
      verdicts[verdict] += 1;
      const { amounts, isWayBackLeftOut } = weigh(cost);
      if (amounts === null) unknown += 1;
      if (isWayBackLeftOut) withoutWayBack += 1;
      for (const amount of amounts ?? []) ledger.add(amount);
    },
    result: () => ({ verdicts: { ...verdicts }, cost: ledger.amounts(), unknown, withoutWayBack }),
  };
};
