import type { Verdict } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { openFactOf } from '../rules/ending.js';
import { conditionState, type ConditionState } from '../rules/conditions.js';
import type { GoodsCondition } from '../rules/terms.js';
import type { ResolvedWindow } from '../rules/window.js';
import type { RuleSet } from './rule-sets.js';
import type { Grant } from './grant.js';

type Judgement = Pick<Grant, 'standing' | 'verdict' | 'lostTo' | 'reasons'>;

/** One thing that speaks against the grant, or leaves it open. */
interface Objection {
  readonly code: string;
  readonly effect: 'excludes' | 'closes' | 'leaves-open';
}

const conditionsIn = ({ settled }: RuleSet, scene: Scene, wanted: ConditionState): readonly GoodsCondition[] =>
  (settled.conditions?.value ?? []).filter((condition) => conditionState(condition, scene) === wanted);

/** Broken conditions refuse the return unless the source deducts for them instead. */
const conditionObjections = (set: RuleSet, scene: Scene): readonly Objection[] => {
  if (set.settled.conditions === null) return [];
  const refuses = set.settled.otherwise?.value.kind !== 'deduct';
  const broken = refuses ? conditionsIn(set, scene, 'broken') : [];
  return [
    ...broken.map((condition): Objection => ({ code: `condition-broken:${condition}`, effect: 'excludes' })),
    ...conditionsIn(set, scene, 'unknown').map((condition): Objection => ({
      code: `condition-unknown:${condition}`,
      effect: 'leaves-open',
    })),
  ];
};

const windowObjections = (window: ResolvedWindow | null): readonly Objection[] => {
  if (window === null || window.request === 'inside') return [];
  if (window.request === 'after') return [{ code: 'window-closed', effect: 'closes' }];
  if (window.request === 'before') return [{ code: 'window-not-open', effect: 'closes' }];
  return [{ code: window.window.lastDay === null ? 'window-unknown' : 'window-may-extend', effect: 'leaves-open' }];
};

/** A signal of abuse and a marketplace that denies the fault are for a person to weigh. */
const suspicions = ({ kind }: RuleSet, { reasonClass, facts }: Scene): readonly Objection[] => {
  const found: Objection[] = [];
  if (reasonClass === 'abuse') found.push({ code: 'abuse-suspected', effect: 'leaves-open' });
  if (kind === 'conformity' && facts.hasSellerFault === false) found.push({ code: 'fault-disputed', effect: 'leaves-open' });
  return found;
};

/** How most requests are: the rules object to nothing, the window is open and nobody suspects anything. */
const isUndisputed = ({ kind, settled }: RuleSet, window: ResolvedWindow | null, { reasonClass, facts }: Scene): boolean =>
  settled.excludes.length === 0 &&
  settled.reviews.length === 0 &&
  settled.conditions === null &&
  (window === null || window.request === 'inside') &&
  reasonClass !== 'abuse' &&
  (kind !== 'conformity' || facts.hasSellerFault !== false);

const noObjections: readonly Objection[] = [];

const objectionsTo = (set: RuleSet, window: ResolvedWindow | null, scene: Scene): readonly Objection[] => {
  if (isUndisputed(set, window, scene)) return noObjections;
  const { excludes, reviews } = set.settled;
  return [
    ...excludes.map((code): Objection => ({ code, effect: 'excludes' })),
    ...conditionObjections(set, scene),
    ...windowObjections(window),
    ...reviews.map((code): Objection => ({ code, effect: 'leaves-open' })),
    ...suspicions(set, scene),
  ];
};

const verdicts: Readonly<Record<Exclude<Grant['standing'], 'statement'>, Verdict>> = {
  alive: 'eligible',
  unsure: 'needs-review',
  closed: 'ineligible',
  excluded: 'ineligible',
};

/** How most requests end: nothing speaks against them. */
const accepted: readonly string[] = Object.freeze(['within-window']);

/** Asked while the window is certainly open, and a fact nobody told may move its end. */
const acceptedForNow: readonly string[] = Object.freeze(['within-window', 'window-may-extend']);

const reasonsToAccept = (window: ResolvedWindow | null): readonly string[] =>
  window === null || openFactOf(window.closes) === null ? accepted : acceptedForNow;

/** Judges one grant by everything its own source says; every objection is collected, none stops the others from being heard. */
export const judge = (set: RuleSet, window: ResolvedWindow | null, scene: Scene): Judgement => {
  const objections = objectionsTo(set, window, scene);
  if (objections.length === 0) {
    return {
      standing: window === null ? 'statement' : 'alive',
      verdict: 'eligible',
      lostTo: null,
      reasons: reasonsToAccept(window),
    };
  }
  const first = (effect: Objection['effect']): string | null =>
    objections.find((objection) => objection.effect === effect)?.code ?? null;
  const [excluded, closed, open] = [first('excludes'), first('closes'), first('leaves-open')];
  const standing = excluded !== null ? 'excluded' : closed !== null ? 'closed' : open !== null ? 'unsure' : 'alive';
  return {
    standing: window === null && standing !== 'excluded' ? 'statement' : standing,
    verdict: verdicts[standing],
    lostTo: excluded ?? closed,
    reasons: objections.map(({ code }) => code),
  };
};
