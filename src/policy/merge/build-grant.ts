import type { Because, Requirement } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { resolvePrepared } from '../rules/window.js';
import type { Grant } from './grant.js';
import { resolveGoodsRefund } from './goods-refund.js';
import { judge } from './judge.js';
import { resolveRequirements } from './requirements.js';
import type { RuleSet } from './rule-sets.js';

const refundOf = ({ id, source, settled }: RuleSet, scene: Scene): Grant['refund'] => {
  const refund = resolveGoodsRefund(settled, scene);
  if (refund === null) return null;
  return { main: { value: refund.value, because: refund.because, layer: source.layer, right: id }, others: [] };
};

/** Conditions are cited where they decide; while nobody broke one, they are no reason for anything. */
const becauseOf = ({ settled }: RuleSet, reasons: readonly string[]): Because => {
  const { because, conditions, otherwise } = settled;
  if (conditions === null || !reasons.some((code) => code.startsWith('condition-'))) return because;
  return [...new Set([...because, ...conditions.because, ...(otherwise?.because ?? [])])];
};

const noRequirements: readonly Requirement[] = [];

/** Builds what one source says about one right in this case. */
export const buildGrant = (set: RuleSet, scene: Scene): Grant => {
  const { id, kind, source, settled } = set;
  const window = set.window === null ? null : resolvePrepared(set.window, scene);
  const { standing, verdict, lostTo, reasons } = judge(set, window, scene);
  const isDemanding = settled.requirements.length > 0 || settled.conditions !== null;
  return {
    id,
    kind,
    source,
    standing,
    verdict,
    lostTo,
    reasons,
    because: becauseOf(set, reasons),
    window,
    refund: refundOf(set, scene),
    deadlines: settled.deadlines,
    ends: [],
    requirements: isDemanding ? resolveRequirements(settled, scene) : noRequirements,
    alone: set.alone,
  };
};
