import { InvalidInputError } from '../core/errors/caller-errors.js';
import { definitionOf } from '../core/reason.js';
import type { ReturnDecision } from '../policy/decision.js';
import type { CaseFacts } from '../policy/facts/case-facts.js';
import { readFacts } from '../policy/facts/read-facts.js';
import { diagnose } from './diagnosis/diagnose.js';
import { evidenceToAsk } from './evidence-to-ask.js';
import { checkInput } from './input/check-input.js';
import { decisionShape, limitsOf, optionsShape, subjectShape } from './input/subject-shape.js';
import { knownJourney } from './known-journey.js';
import { liabilityOf } from './liability.js';
import { findSignals } from './signals/find-signals.js';
import { solve } from './solutions/solve.js';
import type { PersonReason, Triage, TriageOptions, TriageSubject } from './types.js';

const requireFacts = (given: CaseFacts): CaseFacts => {
  const read = readFacts(given);
  if ('facts' in read) return read.facts;
  const path = read.invalid === '' ? 'subject.facts' : `subject.facts.${read.invalid}`;
  throw new InvalidInputError('triage cannot begin', { issues: [{ path, message: 'not a fact of a case, see CaseFacts' }] });
};

type Found = Omit<Triage, 'needsPerson'>;

const personReasons = (
  { diagnosis, liability, signals }: Found,
  decision: ReturnDecision,
  { reason }: CaseFacts,
): readonly PersonReason[] => {
  const isAboutDelivery = definitionOf(reason).reasonClass === 'non-delivery';
  const isDenied = liability.because.code === 'delivered-but-denied';
  const isCalm = liability.because.code === 'nothing-has-gone-wrong';
  const codes = [
    decision.verdict === 'needs-review' ? 'decision-needs-review' : null,
    isDenied ? 'delivered-but-denied' : null,
    isAboutDelivery && diagnosis.what === 'unknown' ? 'diagnosis-unknown' : null,
    liability.party === 'unknown' && !isDenied && !isCalm ? 'liability-unknown' : null,
  ] as const;
  return [
    ...codes.flatMap((code) => (code === null ? [] : [{ code }])),
    ...signals.map(({ kind }) => ({ code: 'signal', signal: kind }) as const),
  ];
};

/**
 * What happened in a case, who answers for it, and each way to end it with what it is expected to cost the seller, the cheapest lawful
 * one first. What is lawful is read from the decision; costs and chances are the caller's own figures, and each solution names those it
 * was counted with and those it lacks. Signals of abuse never touch the solutions: they can only ask for a person.
 *
 * Pure: no network and no clock. Nothing is sent and nobody is paid. Raises `InvalidInputError` with the path of each wrong place.
 *
 * @example
 * const facts = toFacts(found, order);
 * const journey = toJourney({ events: await adapter.cases.track(found.id), found, order });
 * const { diagnosis, solutions } = triage({ facts, journey }, decide(policy, facts, { at }), { at, costs });
 */
export const triage = (subject: TriageSubject, decision: ReturnDecision, options: TriageOptions): Triage => {
  checkInput(subjectShape, subject, 'subject');
  checkInput(decisionShape, decision, 'decision');
  checkInput(optionsShape, options, 'options');
  const { at, costs = {}, thresholds, signalLimits } = options;
  const facts = requireFacts(subject.facts);
  const diagnosis = diagnose(knownJourney(subject.journey, facts, decision), {
    at,
    ...(thresholds === undefined ? {} : { thresholds }),
  });
  const liability = liabilityOf({ facts, decision, diagnosis });
  const found: Found = {
    diagnosis,
    liability,
    solutions: solve({ facts, decision, diagnosis, liability, costs }),
    evidenceToAsk: evidenceToAsk(facts.reason, facts.evidence),
    signals: findSignals({ ...subject, facts, at, limits: limitsOf(signalLimits) }),
  };
  return { ...found, needsPerson: personReasons(found, decision, facts) };
};
