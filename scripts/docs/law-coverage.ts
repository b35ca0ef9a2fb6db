import type { Confidence, RightKind } from '../../src/policy/decision.js';
import type { ReasonClass } from '../../src/core/reason.js';
import type { LawPack, Pack, PackException, PackRule, PackWhen } from '../../src/policy/packs/types.js';
import { parametersOf } from '../../src/policy/rules/parameters.js';

export const statutoryRights = [
  'withdrawal',
  'conformity',
  'non-delivery',
  'late-delivery',
] as const satisfies readonly RightKind[];
export type StatutoryRight = (typeof statutoryRights)[number];

/** `none`: the law gives no such right. */
export type CoverageState = 'known' | 'secondary' | 'unknown' | 'none';

/** A span of days on which the same rules hold. */
export interface Covered {
  /** The first day; absent for the beginning. */
  readonly from?: string;
  readonly states: readonly { readonly rule: string; readonly state: CoverageState }[];
  readonly parameters: readonly string[];
  /** Nothing is known of what comes back, nor in which form. */
  readonly isRefundUnknown: boolean;
}

interface Flat extends PackException {
  readonly confidence: Confidence;
  readonly when: PackWhen;
  readonly from: string;
  readonly to: string;
  readonly depth: number;
}

const later = (left: string, right: string): string => (left > right ? left : right);
const earlier = (left: string, right: string): string => (left < right ? left : right);

const flatten = (rule: PackException, around: Flat | null, confidence: Confidence): readonly Flat[] => {
  const own: Flat = {
    ...rule,
    confidence: rule.confidence ?? around?.confidence ?? confidence,
    when: { ...around?.when, ...rule.when },
    unless: [...(around?.unless ?? []), ...(rule.unless ?? [])],
    from: later(rule.valid?.from ?? '', around?.from ?? ''),
    to: earlier(rule.valid?.to ?? '9999-12-31', around?.to ?? '9999-12-31'),
    depth: (around?.depth ?? 0) + 1,
  };
  return [own, ...(rule.except ?? []).flatMap((exception) => flatten(exception, own, own.confidence))];
};

/** The class of the reason that opens a right in a plain case. */
const plainClasses: Readonly<Record<RightKind, ReasonClass>> = {
  withdrawal: 'withdrawal',
  voluntary: 'withdrawal',
  conformity: 'conformity',
  'non-delivery': 'non-delivery',
  'late-delivery': 'late',
};

/** What a plain case is: a consumer, goods bought at a distance, the country itself, everything told, a reason that opens the right. */
const isPlain = ({ when, unless = [] }: Flat, country: string, right: RightKind): boolean => {
  const plain = new Map([
    ['channel', 'distance'],
    ['country', country],
    ['reasonClass', plainClasses[right]],
  ]);
  const holds = (box: PackWhen): boolean =>
    Object.entries(box).every(([name, allowed]) => {
      if (name === 'isConsumer') return allowed === true;
      const word = plain.get(name);
      return word !== undefined && Array.isArray(allowed) && allowed.includes(word);
    });
  return holds(when) && !unless.some(holds);
};

const stateOf = ({ terms, confidence }: Flat): CoverageState => {
  if (terms.exclude !== undefined) return 'none';
  if (terms.window?.closes.kind === 'unknown' || confidence === 'unconfirmed') return 'unknown';
  return confidence === 'secondary' ? 'secondary' : 'known';
};

const plainRules = (pack: Pick<Pack, 'rules'>, country: string, right: RightKind): readonly Flat[] =>
  pack.rules
    .filter(({ rights }) => rights.includes(right))
    .flatMap((rule: PackRule) => flatten(rule, null, rule.confidence))
    .filter((rule) => isPlain(rule, country, right));

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const boundaries = (rules: readonly Flat[]): readonly string[] =>
  [...new Set(['', ...rules.flatMap(({ from, to }) => [from, ...(to === '9999-12-31' ? [] : [nextDay(to)])])])].sort();

const deepest = (rules: readonly Flat[]): readonly Flat[] => {
  const depth = Math.max(0, ...rules.map((rule) => rule.depth));
  return rules.filter((rule) => rule.depth === depth);
};

/** What the pack says about a right in a plain case, span by span: a right with one state in each span has no gap and no overlap. */
export const coverageOf = (pack: Pick<Pack, 'rules'>, country: string, right: RightKind): readonly Covered[] => {
  const rules = plainRules(pack, country, right);
  return boundaries(rules).map((from) => {
    const holding = rules.filter((rule) => rule.from <= from && from <= rule.to);
    const isForPerson = holding.some(({ terms }) => terms.review !== undefined);
    const deciding = deepest(holding.filter(({ terms }) => terms.window !== undefined || terms.exclude !== undefined));
    return {
      ...(from === '' ? {} : { from }),
      states: deciding.map((rule) => ({ rule: rule.id, state: isForPerson ? 'unknown' : stateOf(rule) })),
      parameters: [...new Set(holding.flatMap(({ terms }) => [...parametersOf(terms).keys()]))].sort(),
      isRefundUnknown: holding.some(({ terms }) => terms.refund?.item === 'unknown'),
    };
  });
};

/** The state today: that of the last span. */
export const currentState = (pack: LawPack, country: string, right: StatutoryRight): CoverageState =>
  coverageOf(pack, country, right).at(-1)?.states[0]?.state ?? 'unknown';
