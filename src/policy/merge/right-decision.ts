import type { DecisionDeadline, RightDecision } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { sortDeadlines } from './join-deadlines.js';
import type { Grant } from './grant.js';
import { promisesAlone } from './promised.js';
import { writeTerms } from './write-terms.js';

/** Writes one right on its own terms, also when it is lost: a closed window still says which day was missed. */
export const writeRight = (grant: Grant, deadlines: readonly DecisionDeadline[], scene: Scene): RightDecision => {
  const window = grant.window?.window ?? null;
  const terms = writeTerms({ window, promised: promisesAlone(grant, scene), refund: grant.refund, written: null }, scene);
  return {
    id: grant.id,
    kind: grant.kind,
    layer: grant.source.layer,
    source: grant.source.id,
    verdict: grant.verdict,
    lostTo: grant.lostTo,
    reasons: grant.reasons,
    because: grant.because,
    window,
    pays: terms.pays,
    refund: terms.refund,
    remedies: terms.remedies,
    deadlines: sortDeadlines(deadlines),
  };
};
