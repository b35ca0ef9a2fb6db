import type { Citation, RightKind } from '../decision.js';
import { intersectGuards, isSameGuard, type Guard } from '../guards/guard.js';
import { parametersOf } from './parameters.js';
import type { Rule } from './rule.js';
import type { RuleTerms } from './terms.js';

/** What makes a rule, besides what follows from it. */
export interface RuleDraft {
  readonly id: string;
  readonly citation: Citation;
  readonly kinds: readonly RightKind[];
  readonly guard: Guard;
  readonly unless?: readonly Guard[];
  readonly terms: RuleTerms;
  readonly yieldsTo?: readonly string[];
  readonly path: readonly PropertyKey[];
  readonly document: object | null;
}

export const buildRule = ({ unless = [], yieldsTo = [], ...draft }: RuleDraft): Rule => ({
  unless,
  yieldsTo,
  parameters: parametersOf(draft.terms),
  ...draft,
});

/**
 * The guard of a narrower case: its own box inside the one around it. `same` when it narrows nothing, `never` when no case
 * satisfies both.
 */
export const narrow = (outer: Guard, own: Guard): { readonly guard: Guard } | 'same' | 'never' => {
  const guard = intersectGuards(outer, own);
  if (guard === null) return 'never';
  return isSameGuard(guard, outer) ? 'same' : { guard };
};
