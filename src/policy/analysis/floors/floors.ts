import type { RightKind } from '../../decision.js';
import { sellerKindOf } from '../../rules/reason-class.js';
import type { Rule, Source } from '../../rules/rule.js';
import type { ReasonClass } from '../../vocabulary.js';
import { createRefundMemo } from '../parts/less-refund.js';
import { termsParts } from '../reading/held.js';
import { createWindowNumbers } from '../reading/number-settled.js';
import { deadlineHits } from '../promises/deadline-hits.js';
import type { Hit } from '../report/hit.js';
import type { Box } from '../space/box.js';
import { createSpace, type Space } from '../space/space.js';
import { pairsOf } from '../space/universe.js';
import { guardsOf, ordinaryCases, type Subject } from '../subject.js';
import type { Duel } from './duel.js';
import { groupAlike, type AlikeSources } from './alike-sources.js';
import type { Floor, FloorMemo } from './floor.js';
import { lesserTermsHits } from './lesser-hits.js';
import { findLesserTerms } from './lesser-terms.js';
import { refusalHits } from './refusal-hits.js';
import { findRefusals } from './refusals.js';
import { createSettleRules, type SettleRules } from './settle-rules.js';

/** The rights a reason puts in question that belong to the same family as the seller's. */
const familyKinds: Readonly<Partial<Record<ReasonClass, readonly RightKind[]>>> = {
  withdrawal: ['withdrawal', 'voluntary'],
  conformity: ['conformity'],
  'non-delivery': ['non-delivery'],
  late: ['late-delivery'],
};

const classes: readonly ReasonClass[] = ['withdrawal', 'conformity', 'non-delivery', 'late'];

/** The space in which the seller's rules and those of the floors are compared. Countries stay apart, as their holidays differ. */
export const floorSpace = (subject: Subject, sources: readonly Source[]): Space =>
  createSpace([...guardsOf(subject.rules), ...sources.flatMap(({ rules }) => guardsOf(rules))], subject.days, {
    apart: ['country'],
  });

/** What a policy is held against. */
export interface Floors {
  readonly sources: readonly Source[];
  /** Whose law is asked; `null` = that of all buyers. */
  readonly countries: readonly string[] | null;
}

interface Pairing {
  readonly sources: AlikeSources;
  readonly kind: RightKind;
  readonly reasonClass: ReasonClass;
  /** `null` = all. */
  readonly countries: Floors['countries'];
}

const about = (rules: readonly Rule[], kind: RightKind): readonly Rule[] => rules.filter(({ kinds }) => kinds.includes(kind));

/** The cases of a class of reasons on the sites of the sources, or of the buyers whose law is asked. */
const startOf = (space: Space, { sources, reasonClass, countries }: Pairing): Box | null => {
  const start = space.cutTo(ordinaryCases(space), 'reason', pairsOf(reasonClass));
  if (start === null) return null;
  if (sources.sites !== null) return space.cutTo(start, 'site', sources.sites);
  return countries === null || sources.layer !== 'law' ? start : space.cutTo(start, 'country', countries);
};

/** What can refuse, or leave it to a person. */
const isAboutVerdict = ({ terms: { exclude, review, window, extend, conditions, otherwise } }: Rule): boolean =>
  [exclude, review, window, extend, conditions, otherwise].some((term) => term !== undefined);

/** The cases of a box in which one of the rules may hold. */
const around = (space: Space, box: Box | null, rules: readonly Rule[]): Box | null =>
  box === null
    ? null
    : space.around(
        rules.map(({ guard }) => guard),
        box,
      );

const toDuel = (subject: Subject, space: Space, pairing: Pairing): Duel | null => {
  const { sources, kind, reasonClass } = pairing;
  const sellerKind = sellerKindOf(reasonClass);
  const [own, other] = [about(subject.rules, sellerKind), about(sources.rules, kind)];
  const start = startOf(space, pairing);
  if (own.length === 0 || other.length === 0 || start === null) return null;
  const isOwn = new Set(own);
  return {
    space,
    start,
    rules: [...own, ...other],
    scopeOf: (speaks, more = speaks) => {
      const box = around(space, around(space, start, other.filter(speaks)), own.filter(speaks));
      const counts = (rule: Rule): boolean => isAboutVerdict(rule) || speaks(rule) || more(rule);
      return box === null ? null : { start: box, rules: [...own, ...other].filter(counts) };
    },
    sellerKind,
    floorKind: kind,
    read: (cell) => ({
      seller: { cell, rules: cell.items.filter((rule) => isOwn.has(rule)) },
      floor: { cell, rules: cell.items.filter((rule) => !isOwn.has(rule)) },
    }),
  };
};

const hitsOf = (floor: Floor, duel: Duel, settler: SettleRules): readonly Hit[] => {
  const { budget } = floor.subject;
  const lesser = termsParts.flatMap((part) => lesserTermsHits(floor, part, findLesserTerms(duel, { budget, settler, part })));
  return [...refusalHits(floor, findRefusals(duel, { budget, settler })), ...lesser, ...deadlineHits(floor, duel, settler)];
};

const createMemo = ({ numberOf }: SettleRules): FloorMemo => ({
  refused: new Map(),
  ends: new Map(),
  open: new Map(),
  alone: new Map(),
  numberWindow: createWindowNumbers(),
  refunds: createRefundMemo(),
  numberOf,
});

/** Where the seller's terms give less than law or a marketplace demands. */
export const findFloorHits = (subject: Subject, space: Space, floors: Floors): readonly Hit[] => {
  const settler = createSettleRules();
  const memo = createMemo(settler);
  return groupAlike(floors.sources).flatMap((sources) =>
    classes.flatMap((reasonClass) =>
      (familyKinds[reasonClass] ?? []).flatMap((kind) => {
        const duel = toDuel(subject, space, { sources, kind, reasonClass, countries: floors.countries });
        if (duel === null) return [];
        return hitsOf({ subject, space, sources, kind, sellerKind: duel.sellerKind, memo }, duel, settler);
      }),
    ),
  );
};
