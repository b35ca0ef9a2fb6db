import { definitionOf } from '../../core/reason.js';
import { epochMsOf, type Instant } from '../../core/time.js';
import type { CaseFacts } from '../../policy/facts/case-facts.js';
import { reviewThreatIn } from './review-threat.js';
import type { CaseMessage, PastCase, ReturnedGoods, Signal, SignalEvidence, SignalKind, SignalLimits } from './types.js';

/** What signals are looked for in. */
export interface SignalGrounds {
  readonly facts: CaseFacts;
  readonly caseId?: string;
  /** The caller's key for this case's buyer. */
  readonly buyer?: string;
  readonly history?: readonly PastCase[];
  readonly messages?: readonly CaseMessage[];
  readonly returned?: ReturnedGoods;
  readonly at: Instant;
  readonly limits: SignalLimits;
}

const signal = (kind: SignalKind, evidence: readonly SignalEvidence[]): readonly Signal[] =>
  evidence.length === 0 ? [] : [{ kind, evidence, asks: 'a-person' }];

const day = 86_400_000;

const byTime = (left: PastCase, right: PastCase): number =>
  left.openedAt + left.caseId < right.openedAt + right.caseId ? -1 : 1;

/** The same buyer's other cases, each once, within the look-back. */
const othersOf = ({ buyer, caseId, history = [], at, limits }: SignalGrounds): readonly PastCase[] => {
  if (buyer === undefined) return [];
  const since = epochMsOf(at) - limits.lookBackInDays * day;
  const own = history.filter(
    (past) => past.buyer === buyer && past.caseId !== caseId && past.openedAt <= at && epochMsOf(past.openedAt) >= since,
  );
  return [...new Map(own.map((past) => [past.caseId, past])).values()].sort(byTime);
};

const toEvidence = ({ caseId, openedAt }: PastCase): SignalEvidence => ({ kind: 'case', caseId, openedAt });

const counted = (of: 'cases' | 'not-received', count: number | undefined, limit: number): readonly SignalEvidence[] =>
  count !== undefined && count >= limit ? [{ kind: 'count', of, count }] : [];

const repeatedBuyer = (grounds: SignalGrounds): readonly Signal[] => {
  const { limits, facts } = grounds;
  const others = othersOf(grounds);
  const cases = others.length >= limits.repeatedCases ? others.map(toEvidence) : [];
  return signal('repeated-buyer', [...cases, ...counted('cases', facts.buyerHistory?.cases, limits.repeatedCases)]);
};

const isNotReceived = ({ reason }: Pick<PastCase, 'reason'>): boolean => definitionOf(reason).reasonClass === 'non-delivery';

/** Only told where this case, too, is about goods that never came. */
const serialNotReceived = (grounds: SignalGrounds): readonly Signal[] => {
  const { limits, facts } = grounds;
  if (!isNotReceived(facts)) return [];
  const others = othersOf(grounds).filter(isNotReceived);
  const cases = others.length >= limits.notReceivedCases ? others.map(toEvidence) : [];
  return signal('serial-not-received', [
    ...cases,
    ...counted('not-received', facts.buyerHistory?.notReceived, limits.notReceivedCases),
  ]);
};

const reviewThreat = ({ messages = [] }: SignalGrounds): readonly Signal[] =>
  signal(
    'review-threat',
    messages.flatMap(({ from, at, text }, index): readonly SignalEvidence[] => {
      const language = from === 'buyer' ? reviewThreatIn(text) : null;
      return language === null ? [] : [{ kind: 'message', index, at: at ?? null, language }];
    }),
  );

const weightDiffers = ({ returned, limits }: SignalGrounds): boolean => {
  const { weightInGrams: back, sentWeightInGrams: sent } = returned ?? {};
  return back !== undefined && sent !== undefined && Math.abs(back - sent) * 100 > sent * limits.weightDifferenceInPercent;
};

const wrongItemReturned = (grounds: SignalGrounds): readonly Signal[] => {
  const { facts, returned } = grounds;
  const isFailed = facts.reason === 'buyer-returned-wrong-item' && facts.events?.inspection === 'failed';
  return signal('wrong-item-returned', [
    ...(returned?.isSameItem === false ? [{ kind: 'inspection' as const, code: 'another-item' as const }] : []),
    ...(isFailed ? [{ kind: 'inspection' as const, code: 'failed' as const }] : []),
    ...(weightDiffers(grounds) ? [{ kind: 'inspection' as const, code: 'weight-differs' as const }] : []),
  ]);
};

/** Everything that may point to abuse. It never says that there is any. */
export const findSignals = (grounds: SignalGrounds): readonly Signal[] => [
  ...repeatedBuyer(grounds),
  ...reviewThreat(grounds),
  ...wrongItemReturned(grounds),
  ...serialNotReceived(grounds),
];
