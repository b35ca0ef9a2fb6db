import type { Requirement } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { resolveWindow, type ResolvedWindow } from '../rules/window.js';
import type { Grant } from './grant.js';
import { resolveGoodsRefund } from './goods-refund.js';
import { judge } from './judge.js';
import { resolveRequirements } from './requirements.js';
import type { RuleSet } from './rule-sets.js';

const windowOf = ({ settled: { period, extensions, windowBecause } }: RuleSet, scene: Scene): ResolvedWindow | null =>
  period === null ? null : resolveWindow({ period: period.value, extensions, because: windowBecause }, scene);

const noRequirements: readonly Requirement[] = [];

/** Builds what one source says about one right in this case. */
export const buildGrant = (set: RuleSet, scene: Scene): Grant => {
  const { id, kind, source, settled } = set;
  const window = windowOf(set, scene);
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
    because: settled.because,
    window,
    outbound: settled.outbound,
    legs: settled,
    refund: resolveGoodsRefund(settled, scene),
    remedies: settled.remedies,
    deadlines: settled.deadlines,
    requirements: isDemanding ? resolveRequirements(settled, scene) : noRequirements,
    overrode: settled.overrode,
  };
};
