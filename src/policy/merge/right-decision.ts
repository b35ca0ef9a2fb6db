import type { RightDecision } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { compareDeadlines } from './join-deadlines.js';
import { deadlinesOf } from './deadlines.js';
import { joinFigures } from './figures.js';
import type { Grant } from './grant.js';
import { writeTerms } from './write-terms.js';

/** Writes one right on its own terms, also when it is lost: a closed window still says which day was missed. */
export const writeRight = (grant: Grant, scene: Scene): RightDecision => ({
  id: grant.id,
  kind: grant.kind,
  layer: grant.source.layer,
  source: grant.source.id,
  verdict: grant.verdict,
  lostTo: grant.lostTo,
  reasons: grant.reasons,
  because: grant.because,
  ...writeTerms(joinFigures([grant], grant.window, scene), grant.kind, scene),
  deadlines: [...deadlinesOf(grant, scene)].sort(compareDeadlines),
});
