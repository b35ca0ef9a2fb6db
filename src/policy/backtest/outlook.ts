import type { ReturnDecision, Verdict } from '../decision.js';
import type { Cost } from './cost.js';
import { createLedger } from './ledger.js';
import type { Outlook } from './result.js';
import { weigh } from './weight.js';

/** Counts what one policy makes of the cases. */
export interface OutlookCounter {
  readonly add: (decision: ReturnDecision, cost: Cost) => void;
  readonly result: () => Outlook;
}

/** What was presumed is settled already, if nobody says otherwise. */
const wantedIn = (missing: ReturnDecision['missing']): readonly string[] =>
  missing
    .filter(({ affects, presumed }) => presumed === null && (affects.includes('refund') || affects.includes('verdict')))
    .map(({ fact }) => fact);

const ranked = (lacking: ReadonlyMap<string, number>): Outlook['wanted'] =>
  [...lacking]
    .map(([fact, cases]) => ({ fact, cases }))
    .sort((left, right) => right.cases - left.cases || (left.fact < right.fact ? -1 : 1));

export const createOutlook = (): OutlookCounter => {
  const verdicts: Record<Verdict, number> = { eligible: 0, 'needs-review': 0, ineligible: 0 };
  const ledger = createLedger();
  const lacking = new Map<string, number>();
  let [unknown, withoutWayBack] = [0, 0];
  return {
    add: ({ verdict, missing }, cost) => {
      verdicts[verdict] += 1;
      const { amounts, isWayBackLeftOut } = weigh(cost);
      if (amounts === null) {
        unknown += 1;
        for (const fact of wantedIn(missing)) lacking.set(fact, (lacking.get(fact) ?? 0) + 1);
      }
      if (isWayBackLeftOut) withoutWayBack += 1;
      for (const amount of amounts ?? []) ledger.add(amount);
    },
    result: () => ({ verdicts: { ...verdicts }, cost: ledger.amounts(), unknown, withoutWayBack, wanted: ranked(lacking) }),
  };
};
