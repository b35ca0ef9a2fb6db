import { createLedger, type Ledger } from './ledger.js';
import type { BacktestGroup } from './result.js';
import type { Weight } from './weight.js';

/** Totals under names that come up as cases do. */
export interface Groups {
  readonly add: (name: string, entry: { readonly weight: Weight; readonly isChanged: boolean }) => void;
  /** In the order of their names. */
  readonly list: () => readonly BacktestGroup[];
}

interface Totals {
  cases: number;
  changed: number;
  unknown: number;
  withoutWayBack: number;
  readonly ledger: Ledger;
}

const open = (): Totals => ({ cases: 0, changed: 0, unknown: 0, withoutWayBack: 0, ledger: createLedger() });

export const createGroups = (): Groups => {
  const groups = new Map<string, Totals>();
  return {
    add: (name, { weight, isChanged }) => {
      const totals = groups.get(name) ?? open();
      groups.set(name, totals);
      totals.cases += 1;
      if (isChanged) totals.changed += 1;
      if (weight.amounts === null) totals.unknown += 1;
      if (weight.isWayBackLeftOut) totals.withoutWayBack += 1;
      for (const amount of weight.amounts ?? []) totals.ledger.add(amount);
    },
    list: () =>
      [...groups]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, { ledger, ...counts }]) => ({ name, ...counts, amounts: ledger.amounts() })),
  };
};
