import type { RightKind } from '../decision.js';
import { kindsAsked, sellerKindOf } from '../rules/reason-class.js';
import type { IndexedRule } from '../rules/indexed-rule.js';
import type { Rule, Source } from '../rules/rule.js';
import { prepareWindow, type PreparedWindow } from '../rules/window.js';
import type { ReasonClass } from '../vocabulary.js';
import { standAlone, type Alone } from './alone.js';
import { kindOrder } from './families.js';
import { settle, type Settled } from './settled.js';

/** The applicable rules of one source about one right, narrower first. */
export interface RuleSet {
  /** `<kind>/<source>` */
  readonly id: string;
  readonly kind: RightKind;
  readonly source: Source;
  readonly rules: readonly Rule[];
  readonly settled: Settled;
  readonly alone: Alone;
  readonly window: PreparedWindow | null;
}

/** The rule sets of the rules that apply, in the order in which rights are listed: law, marketplace, seller, then kind, then id. */
export type FindRuleSets = (applicable: readonly IndexedRule[], reasonClass: ReasonClass) => readonly RuleSet[];

const layerOrder = ['law', 'marketplace', 'seller'];

const compareSets = (left: RuleSet, right: RuleSet): number =>
  layerOrder.indexOf(left.source.layer) - layerOrder.indexOf(right.source.layer) ||
  kindOrder(left.kind) - kindOrder(right.kind) ||
  (left.id < right.id ? -1 : 1);

const toRuleSet = (rules: readonly Rule[], kind: RightKind, source: Source): RuleSet => {
  const settled = settle(rules, { kind, source });
  const { period, extensions, windowBecause: because } = settled;
  const window = period === null ? null : prepareWindow({ period: period.value, extensions, because });
  return { id: `${kind}/${source.id}`, kind, source, rules, settled, alone: standAlone(settled, { kind, source }), window };
};

/** One set per source and right asked; a seller's rule speaks about the right the reason opens. */
const groupRules: FindRuleSets = (applicable, reasonClass) => {
  const ordered = [...applicable].sort((left, right) => left.position - right.position);
  const sources = [...new Set(ordered.map(({ source }) => source))];
  const sets = sources.flatMap((source) => {
    const rules = ordered.filter((candidate) => candidate.source === source).map(({ rule }) => rule);
    const asked: readonly RightKind[] = source.layer === 'seller' ? [sellerKindOf(reasonClass)] : kindsAsked(reasonClass);
    return asked.flatMap((kind): readonly RuleSet[] => {
      const about = rules.filter((rule) => rule.kinds.includes(kind));
      return about.length === 0 ? [] : [toRuleSet(about, kind, source)];
    });
  });
  return sets.sort(compareSets);
};

/** The rules met so far, as a path; what they settle to is kept where the path ends. */
interface Step {
  readonly next: Map<IndexedRule, Step>;
  readonly byClass: Map<ReasonClass, readonly RuleSet[]>;
}

/** What a list of rules came to. A situation keeps its list, so that mostly nothing else has to be looked at. */
interface Listed {
  readonly reasonClass: ReasonClass;
  readonly sets: readonly RuleSet[];
}

const createStep = (): Step => ({ next: new Map(), byClass: new Map() });

const mostSteps = 20_000;

/**
 * Groups and settles rules, and remembers what the same rules settled to before: cases differ in their days and amounts far more than
 * in which rules apply. The memory is emptied when it is full.
 */
export const createRuleSets = (): FindRuleSets => {
  let root = createStep();
  let steps = 0;
  const listed = new WeakMap<readonly IndexedRule[], Listed>();
  const stepAfter = (step: Step, rule: IndexedRule): Step => {
    const known = step.next.get(rule);
    if (known !== undefined) return known;
    const made = createStep();
    steps += 1;
    step.next.set(rule, made);
    return made;
  };
  const find: FindRuleSets = (applicable, reasonClass) => {
    if (steps > mostSteps) [root, steps] = [createStep(), 0];
    let step = root;
    for (const rule of applicable) step = stepAfter(step, rule);
    const known = step.byClass.get(reasonClass);
    if (known !== undefined) return known;
    const sets = groupRules(applicable, reasonClass);
    step.byClass.set(reasonClass, sets);
    return sets;
  };
  return (applicable, reasonClass) => {
    const known = listed.get(applicable);
    if (known?.reasonClass === reasonClass) return known.sets;
    const sets = find(applicable, reasonClass);
    listed.set(applicable, { reasonClass, sets });
    return sets;
  };
};
