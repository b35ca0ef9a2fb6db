import type { AvailableAction } from '../core/action.js';
import type { Case } from '../core/case.js';
import { addMoney, compareMoney, formatMoney, type Money } from '../core/money.js';
import type { Instant } from '../core/time.js';
import type { Because, ReturnDecision } from '../policy/decision.js';
import type { CallStep, PersonTask, Playbook, ResponsePlan, ResponseStep } from './response-plan.js';

interface Situation {
  readonly found: Case;
  readonly decision: ReturnDecision;
  readonly playbook: Playbook;
}

const cite = (because: Because): string => because.map(({ rule, source }) => `${source} ${rule}`).join(', ');

const isWithin = (amount: Money, limit: Money | null | undefined): boolean =>
  limit?.currency === amount.currency && compareMoney(amount, limit) <= 0;

/** What may be missing from a refund without making it smaller. */
const additions: ReadonlySet<string> = new Set(['outbound-shipping', 'tax', 'import-duty']);

/** What is certainly owed: the total, or the known lines where only additions are unknown. `null` when nothing is certain. */
const owedAtLeast = ({ decision: { refund } }: Situation): Money | null => {
  const [first, ...rest] = refund.lines.map(({ amount }) => amount);
  if (refund.total !== null || first === undefined) return refund.total;
  return refund.unknownLines.every((kind) => additions.has(kind)) ? rest.reduce(addMoney, first) : null;
};

const actionsOf = ({ found }: Situation, operation: AvailableAction['operation']): readonly AvailableAction[] =>
  found.actions.filter((action) => action.operation === operation);

/** What can be sent as it is: words for the buyer or the address the goods come back to are for a person to give. */
const sendableOf = (situation: Situation, operation: AvailableAction['operation']): readonly AvailableAction[] =>
  actionsOf(situation, operation).filter(({ requires }) => requires.length === 0);

/** Takes a proposal that costs no more than the policy owes. */
const acceptOffer = (situation: Situation): CallStep | undefined => {
  for (const { offerId, remedy, effect } of sendableOf(situation, 'acceptOffer')) {
    const amount = effect?.refund;
    if (offerId === undefined || remedy === undefined || amount === undefined) continue;
    if (!isWithin(amount, owedAtLeast(situation))) continue;
    return { type: 'call', operation: 'acceptOffer', input: { offer: offerId, expected: { remedy, amount } }, refund: amount };
  }
  return undefined;
};

const mayKeepGoods = ({ found, playbook }: Situation, amount: Money): boolean =>
  found.requested.goods === 'kept-by-buyer' || isWithin(amount, playbook.keepGoodsUpTo[amount.currency]);

/** Refunds at once, where the policy owes as much and the goods need not come back. */
const accept = (situation: Situation): CallStep | undefined => {
  for (const { remedy = 'refund', effect } of sendableOf(situation, 'accept')) {
    const amount = effect?.refund;
    if (effect === undefined || amount === undefined || !isWithin(amount, owedAtLeast(situation))) continue;
    if (effect.goods === 'kept-by-buyer' && !mayKeepGoods(situation, amount)) continue;
    return { type: 'call', operation: 'accept', input: { expected: { remedy, amount, goods: effect.goods } }, refund: amount };
  }
  return undefined;
};

const amountFor = ({ constraint }: AvailableAction, owed: Money): Money | null | undefined => {
  if (constraint === undefined) return null;
  if (constraint.type === 'range') return isWithin(owed, constraint.max) && isWithin(constraint.min, owed) ? owed : undefined;
  if (constraint.type === 'free') return constraint.max === undefined || isWithin(owed, constraint.max) ? owed : undefined;
  return constraint.type === 'choices'
    ? constraint.amounts.find((amount) => isWithin(amount, owed) && isWithin(owed, amount))
    : undefined;
};

/** Proposes that the goods come back against what the policy owes. */
const offerReturn = (situation: Situation): CallStep | undefined => {
  const owed = owedAtLeast(situation);
  if (owed === null) return undefined;
  for (const action of sendableOf(situation, 'offer')) {
    const amount = action.effect?.goods === 'returned' ? amountFor(action, owed) : undefined;
    if (amount === undefined) continue;
    const input = { remedy: action.remedy ?? 'refund', goods: 'returned', ...(amount === null ? {} : { amount }) } as const;
    return { type: 'call', operation: 'offer', input, refund: null };
  }
  return undefined;
};

const personStep = (situation: Situation, task: PersonTask): ResponseStep => {
  const operation = task === 'contest' ? 'reject' : task === 'submit-evidence' ? 'submitEvidence' : undefined;
  const action = situation.found.actions.find((candidate) => candidate.operation === operation);
  return { type: 'person', task, requires: action?.requires ?? [] };
};

const stepsFor = (situation: Situation): readonly ResponseStep[] => {
  const { verdict } = situation.decision;
  if (actionsOf(situation, 'submitEvidence').some(({ mandatory }) => mandatory === true))
    return [personStep(situation, 'submit-evidence')];
  if (verdict === 'needs-review') return [personStep(situation, 'judge')];
  if (verdict === 'ineligible') return [personStep(situation, actionsOf(situation, 'reject').length > 0 ? 'contest' : 'judge')];
  // The goods are back: whether they are as they should be cannot be seen from here.
  if (situation.found.phase === 'inspection') return [personStep(situation, 'inspect')];
  return [acceptOffer(situation) ?? accept(situation) ?? offerReturn(situation) ?? personStep(situation, 'answer')];
};

const explain = (situation: Situation): readonly string[] => {
  const { decision } = situation;
  const certain = owedAtLeast(situation);
  const right = decision.rights.find(({ id }) => id === decision.recommended) ?? decision.rights[0];
  const verdict = right === undefined ? decision.verdict : `${decision.verdict} by ${right.id} (${cite(right.because)})`;
  const owed = certain === null ? [] : [`owed ${decision.refund.total === null ? 'at least ' : ''}${formatMoney(certain)}`];
  const codes = decision.reasons.map(({ code, path }) => (path === null ? code : `${code}: ${path}`));
  return [verdict, ...owed, ...codes];
};

const exceeds = (step: ResponseStep, playbook: Playbook): boolean =>
  step.type === 'person' || (step.refund !== null && !isWithin(step.refund, playbook.refundUpTo[step.refund.currency]));

const deadlineOf = (found: Case, at: Instant): Instant | null =>
  found.deadlines
    .filter(({ party, by }) => party === 'seller' && by >= at)
    .map(({ by }) => by)
    .sort()[0] ?? null;

/** Whose turn it is cannot be read from the marketplace's words: to wait could be to miss a deadline. */
const leaveToPerson = (found: Case, at: Instant): ResponsePlan => ({
  steps: [{ type: 'person', task: 'judge', requires: [] }],
  why: ['whose turn it is, is not known'],
  needsApproval: true,
  expiresAt: deadlineOf(found, at),
});

/**
 * What to answer to a case, from what the policy decided and what the marketplace allows at this moment. Pure: sends nothing.
 * An eligible case gets the cheapest allowed answer that honours what is owed; anything doubtful goes to a person.
 */
export const plan = (
  found: Case,
  decision: ReturnDecision,
  { playbook, at }: { readonly playbook: Playbook; readonly at: Instant },
): ResponsePlan => {
  if (found.phase !== 'closed' && found.waitingOn === 'unknown') return leaveToPerson(found, at);
  if (found.phase === 'closed' || found.waitingOn !== 'seller') {
    return {
      steps: [],
      why: [found.phase === 'closed' ? 'the case is closed' : `it is the turn of the ${found.waitingOn}`],
      needsApproval: false,
      expiresAt: null,
    };
  }
  const situation = { found, decision, playbook };
  const steps = stepsFor(situation);
  return {
    steps,
    why: explain(situation),
    needsApproval: steps.some((step) => exceeds(step, playbook)),
    expiresAt: deadlineOf(found, at),
  };
};
