import type { Policy } from '../compile.js';
import { decide } from '../decide.js';
import type { ReturnDecision } from '../decision.js';
import { changedParts } from './changed-parts.js';
import { createChanges, type ChangeCounter } from './changes.js';
import { costOf } from './cost.js';
import { createDearest, type Dearest } from './dearest.js';
import { createGroups, type Groups } from './groups.js';
import { createOutlook, type OutlookCounter } from './outlook.js';
import type { BacktestCase, BacktestResult, DearCase } from './result.js';
import { weigh, weighDifference, type Weight } from './weight.js';

export interface BacktestSettings {
  readonly policy: Policy;
  /** The policy that was in force; without it only what `policy` costs is counted. */
  readonly against?: Policy;
  /** Cases kept for each currency as the dearest. Default 20. */
  readonly dearest?: number;
}

/** Decides past cases and adds them up; holds totals and never the cases, so that it may take any number of them. */
export interface Backtest {
  /** Decides one case. Answers the path of the fact that makes no sense, `null` when the case was counted. */
  readonly add: (past: BacktestCase) => string | null;
  readonly result: () => BacktestResult;
}

const invalidFact = ({ rights, reasons }: ReturnDecision): string | null => {
  const [first] = reasons;
  return rights.length === 0 && first?.code === 'facts-invalid' ? (first.path ?? '') : null;
};

const lengthOfMonth = 7;
const monthOf = ({ facts, at }: BacktestCase): string => (facts.requestedAt ?? at).slice(0, lengthOfMonth);

/** The rule, or the exclusion that ended the right: of a window that closed, the rule that set it says more. */
const ruleBehind = ({ rights, recommended }: ReturnDecision): string | null => {
  const right = rights.find(({ id }) => id === recommended);
  if (right === undefined) return null;
  const rule = right.because[0]?.rule ?? right.window?.because[0]?.rule ?? null;
  return right.lostTo === null || right.lostTo === 'window-closed' ? rule : right.lostTo;
};

const sumsOf = ({ amounts }: Weight): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts ?? []) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return sums;
};

interface Decided {
  readonly past: BacktestCase;
  readonly before: ReturnDecision | null;
  readonly after: ReturnDecision;
}

const toDearCase = ({ past, before, after }: Decided, amount: DearCase['amount']): DearCase => ({
  name: past.name,
  country: past.facts.buyer.country,
  reason: past.facts.reason,
  month: monthOf(past),
  before: before?.verdict ?? null,
  verdict: after.verdict,
  rule: ruleBehind(after),
  amount,
});

interface Books {
  readonly policy: OutlookCounter;
  readonly against: OutlookCounter;
  readonly changes: ChangeCounter;
  readonly byCountry: Groups;
  readonly byReason: Groups;
  readonly byMonth: Groups;
  readonly dearest: Dearest;
}

interface Compared {
  readonly weight: Weight;
  readonly isChanged: boolean;
}

const compare = (books: Books, { past, before, after }: Decided): Compared => {
  const cost = costOf(after, past.facts);
  books.policy.add(after, cost);
  if (before === null) return { weight: weigh(cost), isChanged: false };
  const costBefore = costOf(before, past.facts);
  const parts = changedParts(before, after);
  books.against.add(before, costBefore);
  books.changes.add(parts, { from: before.verdict, to: after.verdict });
  return { weight: weighDifference(costBefore, cost), isChanged: parts.length > 0 };
};

const book = (books: Books, decided: Decided): void => {
  const { past } = decided;
  const compared = compare(books, decided);
  books.byCountry.add(past.facts.buyer.country, compared);
  books.byReason.add(past.facts.reason, compared);
  books.byMonth.add(monthOf(past), compared);
  for (const [currency, minor] of sumsOf(compared.weight))
    books.dearest.offer(currency, minor, () => toDearCase(decided, { minor, currency }));
};

/** Starts a backtest. Pure: the same cases in the same order always give the same result. */
export const createBacktest = ({ policy, against, dearest = 20 }: BacktestSettings): Backtest => {
  const books: Books = {
    policy: createOutlook(),
    against: createOutlook(),
    changes: createChanges(),
    byCountry: createGroups(),
    byReason: createGroups(),
    byMonth: createGroups(),
    dearest: createDearest(dearest),
  };
  let cases = 0;
  return {
    add: (past) => {
      const after = decide(policy, past.facts, past);
      const invalid = invalidFact(after);
      if (invalid !== null) return invalid;
      cases += 1;
      book(books, { past, before: against === undefined ? null : decide(against, past.facts, past), after });
      return null;
    },
    result: () => ({
      cases,
      policy: books.policy.result(),
      against: against === undefined ? null : books.against.result(),
      changes: against === undefined ? null : books.changes.result(),
      byCountry: books.byCountry.list(),
      byReason: books.byReason.list(),
      byMonth: books.byMonth.list(),
      dearest: books.dearest.list(),
    }),
  };
};
