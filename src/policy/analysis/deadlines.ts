import type { Policy } from '../compile.js';
import { decide } from '../decide.js';
import { createRuleIndex } from '../guards/rule-index.js';
import { createRuleSets } from '../merge/rule-sets.js';
import { indexRules } from '../rules/indexed-rule.js';
import type { DecisionDeadline } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Duty, Reason } from '../vocabulary.js';
import { moveTo } from './days/case-builder.js';
import type { AnalysisFinding } from './finding.js';
import { representFacts } from './space/representative.js';
import { dayRooms, timelineAt } from './space/timeline.js';
import { ordinaryCases, type Subject } from './subject.js';
import { showCase, showDay } from './words/show-case.js';

const refundRule = 'promises.refund';
const yearsOfStarts = 2 * 366;

/** Reasons for which goods come back. */
const reasons: readonly Reason[] = ['no-longer-needed', 'defective'];

const rowOf = (rows: readonly DecisionDeadline[], duty: Duty): DecisionDeadline | undefined =>
  rows.find((row) => row.duty === duty);

/** The last day on which goods may still be sent back in time: before they are back nobody can have looked at them. */
const lastDispatch = (rows: readonly DecisionDeadline[], facts: CaseFacts): string =>
  rowOf(rows, 'dispatch-back')?.lastDay ?? facts.requestedAt ?? '';

/** The seller's documents alone, so that many decisions cost little. */
const sellerAlone = (policy: Policy): Policy => {
  const sources = policy.sources.filter(({ layer }) => layer === 'seller');
  return { ...policy, sources, index: createRuleIndex(indexRules(sources)), ruleSets: createRuleSets() };
};

const impossibleIn = (subject: Subject, facts: CaseFacts): { readonly due: string; readonly sent: string } | null => {
  const { rights } = decide(subject.policy, facts, { at: facts.requestedAt ?? '' });
  const own = rights.find(({ source, verdict }) => source === subject.sellerId && verdict === 'eligible');
  const due = rowOf(own?.deadlines ?? [], 'refund')?.lastDay ?? null;
  const sent = lastDispatch(own?.deadlines ?? [], facts);
  const goodsStay = own?.remedies[0]?.remedy === 'keep-and-refund';
  return due === null || goodsStay || due > sent ? null : { due, sent };
};

const toFinding = (subject: Subject, facts: CaseFacts, { due, sent }: { due: string; sent: string }): AnalysisFinding => ({
  code: 'impossible-deadline',
  severity: 'error',
  document: subject.documentOf(refundRule),
  rule: refundRule,
  countries: [],
  region: 'every case in which goods come back',
  message: `${showCase(facts)}: the refund is due on ${showDay(due)}, and the buyer may send the goods until ${showDay(sent)}.`,
  witness: { facts, at: facts.requestedAt ?? '', says: `refund due ${due}`, demands: `goods sent until ${sent}`, because: [] },
});

/** A refund that is promised before the goods can be back. Looked for from every start day of two years. */
export const findImpossibleDeadlines = (whole: Subject): readonly AnalysisFinding[] => {
  const { space, rules, days } = whole;
  if (!rules.some(({ id }) => id === refundRule)) return [];
  const subject: Subject = { ...whole, policy: sellerAlone(whole.policy) };
  for (const reason of reasons) {
    const start = space.cutTo(ordinaryCases(space), 'reason', [`${reason}/withdrawal`, `${reason}/conformity`]);
    const ordinary = start === null ? null : representFacts(space, start, { setting: subject.setting });
    const [room] = start === null ? [] : dayRooms(space, start);
    if (ordinary === null || room === undefined) continue;
    const first = Math.max(days.from, room.placed.from, room.contract.from, room.delivered.from) + 4;
    for (let delivered = first; delivered < Math.min(first + yearsOfStarts, days.to); delivered += 1) {
      const timeline = { ...timelineAt(room, delivered), requested: delivered + 1 };
      const moved = moveTo(ordinary, timeline);
      const facts: CaseFacts = { ...moved, events: { ...moved.events, authorisedAt: moved.requestedAt ?? '' } };
      const found = impossibleIn(subject, facts);
      if (found !== null) return [toFinding(subject, facts, found)];
    }
  }
  return [];
};
