import type { CaseId } from '../../core/ids.js';
import { addMoney, type Money } from '../../core/money.js';
import { epochMsOf, type Instant } from '../../core/time.js';
import type { Citation, Verdict } from '../../policy/decision.js';
import type { ResponsePlan } from '../../responder/response-plan.js';
import type { Moved } from './aftermath.js';
import type { Answer } from './answers.js';
import type { JudgedCase } from './judged-case.js';
import type { KeptPromise } from './promises.js';

export interface ReportedCase {
  readonly id: CaseId;
  readonly account: string;
  readonly kind: string;
  readonly phase: string;
  readonly waitingOn: string;
  readonly reason: string;
  /** As the marketplace says it. */
  readonly rawReason: string;
  readonly requested: Money | null;
  readonly goods: string | null;
  readonly next: {
    readonly duty: string;
    readonly by: string;
    readonly dueInMs: number;
    readonly onMiss: string;
    readonly certainty: string;
    readonly source: string;
  } | null;
  readonly decision: {
    readonly verdict: Verdict;
    readonly right: string | null;
    readonly because: readonly Citation[];
    readonly reasons: readonly string[];
  };
  readonly plan: ResponsePlan;
}

/** Money by currency, for it is never added across. */
export type Totals = Readonly<Record<string, Money>>;

/** Everything the demo shows, as plain JSON. */
export interface DemoReport {
  readonly readAt: string;
  readonly inbox: readonly ReportedCase[];
  readonly answers: readonly {
    readonly id: CaseId;
    readonly operation: string;
    readonly receipt: string;
    readonly settlement: string | null;
    readonly refund: Money | null;
  }[];
  readonly passedInMs: number;
  readonly moved: readonly {
    readonly id: CaseId;
    readonly from: string;
    readonly to: string;
    readonly outcome: string | null;
    readonly refunded: Money | null;
    readonly cause: string | null;
  }[];
  readonly summary: {
    readonly answered: Totals;
    readonly bySilence: Totals;
    readonly waiting: Totals;
    readonly calls: number;
    readonly faults: number;
  };
  readonly promises: readonly KeptPromise[];
}

/** Time left counts from `readAt`, as the heading says, and not from when the last, delayed answer had come. */
export const toReportedCase = ({ account, found, due, decision, plan }: JudgedCase, readAt: Instant): ReportedCase => {
  const right = decision.rights.find(({ id }) => id === decision.recommended);
  const next = due?.next;
  return {
    id: found.id,
    account,
    kind: found.kind,
    phase: found.phase,
    waitingOn: found.waitingOn,
    reason: found.reason.unified,
    rawReason: found.reason.raw,
    requested: found.requested.amount ?? null,
    goods: found.requested.goods ?? null,
    next:
      next === undefined
        ? null
        : {
            duty: next.duty,
            by: next.by,
            dueInMs: epochMsOf(next.by) - epochMsOf(readAt),
            onMiss: next.onMiss ?? 'unknown',
            certainty: next.certainty,
            source: next.source,
          },
    decision: {
      verdict: decision.verdict,
      right: decision.recommended,
      because: right?.because ?? [],
      reasons: decision.reasons.map(({ code }) => code),
    },
    plan,
  };
};

export const totalsOf = (amounts: readonly (Money | null | undefined)[]): Totals => {
  const totals: Record<string, Money> = {};
  for (const amount of amounts) {
    if (amount === null || amount === undefined) continue;
    const before = totals[amount.currency];
    totals[amount.currency] = before === undefined ? amount : addMoney(before, amount);
  }
  return totals;
};

export const toReportedAnswer = ({ answered, step, receipt, settlement, refund }: Answer): DemoReport['answers'][number] => ({
  id: answered.found.id,
  operation: step.operation,
  receipt,
  settlement: settlement ?? null,
  refund,
});

export const toReportedMove = ({ before, after, refunded, cause }: Moved): DemoReport['moved'][number] => ({
  id: after.id,
  from: before.found.phase,
  to: after.phase,
  outcome: after.outcome ?? null,
  refunded,
  cause,
});
