import type { AffectedPart } from '../decision.js';
import { triggersOf, type Bound, type Period, type Trigger } from '../rules/span.js';
import type { RuleTerms } from '../rules/terms.js';
import { bitsOf, type PartBits } from './asked-facts.js';

/** A clock that a rule falls back from while nobody told when it began: the promised day, before the law's own thirty days. */
export interface Fallback {
  readonly trigger: Trigger;
  readonly affects: PartBits;
}

/** What comes before the last resort, wherever in the bound it stands. */
const passedOver = (bound: Bound): readonly Trigger[] => {
  if (bound.kind === 'span') return typeof bound.from === 'string' ? [] : passedOver(bound.from);
  if (!('bounds' in bound)) return [];
  const first = bound.kind === 'first-known' ? bound.bounds.slice(0, -1).flatMap(triggersOf) : [];
  return [...first, ...bound.bounds.flatMap(passedOver)];
};

const passedOverIn = ({ opens, closes }: Period): readonly Trigger[] =>
  opens === undefined ? passedOver(closes) : [...passedOver(opens), ...passedOver(closes)];

const windowParts = ['verdict', 'window'] as const satisfies readonly AffectedPart[];

/** The clocks that the rules fall back from, with what each would move. */
export const fallbacksAsked = (possible: readonly RuleTerms[]): readonly Fallback[] => {
  const asked = new Map<Trigger, PartBits>();
  const ask = (triggers: readonly Trigger[], parts: readonly AffectedPart[]): void => {
    for (const trigger of triggers) asked.set(trigger, bitsOf(parts) | (asked.get(trigger) ?? 0));
  };
  for (const { window, extend, deadlines = [] } of possible) {
    if (window !== undefined) ask(passedOverIn(window), windowParts);
    if (extend !== undefined) ask(passedOver(extend), windowParts);
    for (const { period } of deadlines) ask(passedOverIn(period), ['deadlines']);
  }
  return [...asked].map(([trigger, affects]) => ({ trigger, affects }));
};
