import type { Verdict } from '../decision.js';
import type { ChangeablePart, Changes } from './result.js';

/** Counts answers that are other than before. */
export interface ChangeCounter {
  readonly add: (parts: readonly ChangeablePart[], verdicts: { readonly from: Verdict; readonly to: Verdict }) => void;
  readonly result: () => Changes;
}

const verdictOrder: readonly Verdict[] = ['eligible', 'needs-review', 'ineligible'];

export const createChanges = (): ChangeCounter => {
  const counts: Record<ChangeablePart, number> = { verdict: 0, window: 0, payer: 0, refund: 0 };
  const turned = new Map<string, number>();
  let cases = 0;
  return {
    add: (parts, { from, to }) => {
      if (parts.length === 0) return;
      cases += 1;
      for (const part of parts) counts[part] += 1;
      if (from !== to) turned.set(`${from} ${to}`, (turned.get(`${from} ${to}`) ?? 0) + 1);
    },
    result: () => ({
      cases,
      parts: { ...counts },
      verdicts: verdictOrder.flatMap((from) =>
        verdictOrder.flatMap((to) => {
          const count = turned.get(`${from} ${to}`);
          return count === undefined ? [] : [{ from, to, cases: count }];
        }),
      ),
    }),
  };
};
