import type { Instant } from '../core/time.js';
import type { Money } from '../core/money.js';

/** One movement of money, as the marketplace books it. */
export interface LedgerEntry {
  readonly at: Instant;
  readonly marketplace: string;
  /** `refund`: to the buyer, at the seller's cost. `compensation`: to the seller. */
  readonly kind: 'refund' | 'compensation';
  readonly sellerId: string;
  /** The marketplace's own id of the case (Shopee: `return_sn`). */
  readonly caseId: string;
  readonly amount: Money;
  /** What moved it, such as `confirm`, `accept-offer`, `silence`, `ruling`. */
  readonly cause: string;
}

/** All money that moved since the sandbox started, oldest first. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Refunds by case. A `count` above 1 means a buyer was paid twice. */
  readonly refunds: Readonly<Record<string, { readonly count: number; readonly amount: Money }>>;
}

export interface LedgerBook {
  add(entry: LedgerEntry): void;
  /** Of one marketplace, or of all. */
  read(marketplace?: string): Ledger;
}

const refundsOf = (entries: readonly LedgerEntry[]): Ledger['refunds'] => {
  const refunds: Record<string, { count: number; amount: Money }> = {};
  for (const { kind, caseId, amount } of entries) {
    if (kind !== 'refund') continue;
    const before = refunds[caseId] ?? { count: 0, amount: { minor: 0, currency: amount.currency } };
    refunds[caseId] = { count: before.count + 1, amount: { ...amount, minor: before.amount.minor + amount.minor } };
  }
  return refunds;
};

/** Marketplaces run one after another, each through the whole time that passed: only their times put them in order. */
const byTime = (left: LedgerEntry, right: LedgerEntry): number => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0);

export const createLedgerBook = (): LedgerBook => {
  const entries: LedgerEntry[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
    },
    read: (marketplace) => {
      const chosen = entries.filter((entry) => marketplace === undefined || entry.marketplace === marketplace).sort(byTime);
      return { entries: chosen, refunds: refundsOf(chosen) };
    },
  };
};
