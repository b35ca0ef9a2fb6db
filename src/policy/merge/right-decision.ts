import type { RightDecision } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { sortDeadlines } from './join-deadlines.js';
import { deadlinesOf } from './deadlines.js';
import { joinFigures } from './figures.js';
import type { Grant } from './grant.js';
import { statedByFacts } from './stated-by-facts.js';
import { writeRefund, writeTerms } from './write-terms.js';

/** A grant on its own terms. What the facts promise besides is joined to it; without that everything but the money is known. */
const termsAlone = (grant: Grant, scene: Scene): ReturnType<typeof writeTerms> => {
  const { alone, refund, window } = grant;
  if (statedByFacts(scene).length > 0 || scene.facts.remediesTried !== undefined)
    return writeTerms(joinFigures([grant], window, scene), grant.kind, scene);
  return {
    window: window?.window ?? null,
    pays: alone.pays,
    refund: writeRefund({ outbound: alone.outbound, return: alone.return, refund }, scene),
    remedies: alone.options,
  };
};

/** Writes one right on its own terms, also when it is lost: a closed window still says which day was missed. */
export const writeRight = (grant: Grant, scene: Scene): RightDecision => {
  const terms = termsAlone(grant, scene);
  return {
    id: grant.id,
    kind: grant.kind,
    layer: grant.source.layer,
    source: grant.source.id,
    verdict: grant.verdict,
    lostTo: grant.lostTo,
    reasons: grant.reasons,
    because: grant.because,
    window: terms.window,
    pays: terms.pays,
    refund: terms.refund,
    remedies: terms.remedies,
    deadlines: sortDeadlines(deadlinesOf(grant, scene)),
  };
};
