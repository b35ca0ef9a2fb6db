import type { RightKind } from '../decision.js';
import { kindsAsked, sellerKindOf } from '../rules/reason-class.js';
import type { IndexedRule } from '../rules/indexed-rule.js';
import type { Rule, Source } from '../rules/rule.js';
import { isAboutTelling, triggersOf, type Bound, type Period } from '../rules/span.js';
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
  /** Whether a clock of it starts with something the buyer is told: what is assumed of that changes what the rules say. */
  readonly hangsOnDisclosures: boolean;
}

/** The rule sets of the rules that apply, in the order in which rights are listed: law, marketplace, seller, then kind, then id. */
export type FindRuleSets = (applicable: readonly IndexedRule[], reasonClass: ReasonClass) => readonly RuleSet[];

const layerOrder = ['law', 'marketplace', 'seller'];

const compareSets = (left: RuleSet, right: RuleSet): number =>
  layerOrder.indexOf(left.source.layer) - layerOrder.indexOf(right.source.layer) ||
  kindOrder(left.kind) - kindOrder(right.kind) ||
  (left.id < right.id ? -1 : 1);

const startsWhenTold = (bound: Bound): boolean => triggersOf(bound).some(isAboutTelling);

const boundsOf = ({ opens, closes }: Period): readonly Bound[] => (opens === undefined ? [closes] : [opens, closes]);

const toRuleSet = (rules: readonly Rule[], kind: RightKind, source: Source): RuleSet => {
  const settled = settle(rules, { kind, source });
  const { period, extensions, windowBecause: because, deadlines } = settled;
  const window = period === null ? null : prepareWindow({ period: period.value, extensions, because });
  const alone = standAlone(settled, { kind, source });
  const periods = [...(period === null ? [] : [period.value]), ...deadlines.map(({ value }) => value.period)];
  const hangsOnDisclosures = [...periods.flatMap(boundsOf), ...extensions].some(startsWhenTold);
  return { id: `${kind}/${source.id}`, kind, source, rules, settled, alone, window, hangsOnDisclosures };
};

/** Finds the set of some rules of one source about one right. */
type FindRuleSet = (rules: readonly Rule[], kind: RightKind, source: Source) => RuleSet;

/** One set per source and right asked; a seller's rule speaks about the right the reason opens. */
const groupRules = (applicable: readonly IndexedRule[], reasonClass: ReasonClass, findSet: FindRuleSet): readonly RuleSet[] => {
  const ordered = [...applicable].sort((left, right) => left.position - right.position);
  const sources = [...new Set(ordered.map(({ source }) => source))];
  const sets = sources.flatMap((source) => {
    const rules = ordered.filter((candidate) => candidate.source === source).map(({ rule }) => rule);
    const asked: readonly RightKind[] = source.layer === 'seller' ? [sellerKindOf(reasonClass)] : kindsAsked(reasonClass);
    return asked.flatMap((kind): readonly RuleSet[] => {
      const about = rules.filter((rule) => rule.kinds.includes(kind));
      return about.length === 0 ? [] : [findSet(about, kind, source)];
    });
  });
  return sets.sort(compareSets);
};

/** The rules met so far, as a path; what they settle to is kept where the path ends, by what was asked. */
interface Step<Kept> {
  readonly next: Map<object, Step<Kept>>;
  readonly kept: Map<RightKind | ReasonClass, Kept>;
}

/** Remembers what the same rules came to before. The memory is emptied when it is full. */
const rememberByRules = <Kept>(): ((rules: readonly object[], asked: RightKind | ReasonClass, make: () => Kept) => Kept) => {
  const createStep = (): Step<Kept> => ({ next: new Map(), kept: new Map() });
  let root = createStep();
  let steps = 0;
  const stepAfter = (step: Step<Kept>, rule: object): Step<Kept> => {
    const known = step.next.get(rule);
    if (known !== undefined) return known;
    const made = createStep();
    steps += 1;
    step.next.set(rule, made);
    return made;
  };
  return (rules, asked, make) => {
    if (steps > mostSteps) [root, steps] = [createStep(), 0];
    let step = root;
    for (const rule of rules) step = stepAfter(step, rule);
    const known = step.kept.get(asked);
    if (known !== undefined) return known;
    const made = make();
    step.kept.set(asked, made);
    return made;
  };
};

const mostSteps = 20_000;

/** What a list of rules came to. A situation keeps its list, so that mostly nothing else has to be looked at. */
interface Listed {
  readonly reasonClass: ReasonClass;
  readonly sets: readonly RuleSet[];
}

/**
 * Groups and settles rules, and remembers what the same rules settled to before: cases differ in their days and amounts far more than
 * in which rules apply. Where the rules of one source are the same its set is the very same, whatever other sources say.
 */
export const createRuleSets = (): FindRuleSets => {
  const ofSource = rememberByRules<RuleSet>();
  const ofAll = rememberByRules<readonly RuleSet[]>();
  const listed = new WeakMap<readonly IndexedRule[], Listed>();
  const findSet: FindRuleSet = (rules, kind, source) => ofSource(rules, kind, () => toRuleSet(rules, kind, source));
  return (applicable, reasonClass) => {
    const known = listed.get(applicable);
    if (known?.reasonClass === reasonClass) return known.sets;
    const sets = ofAll(applicable, reasonClass, () => groupRules(applicable, reasonClass, findSet));
    listed.set(applicable, { reasonClass, sets });
    return sets;
  };
};
