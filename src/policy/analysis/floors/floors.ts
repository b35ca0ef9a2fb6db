import type { RightKind } from '../../decision.js';
import { sellerKindOf } from '../../rules/reason-class.js';
import type { Rule, Source } from '../../rules/rule.js';
import type { ReasonClass } from '../../vocabulary.js';
import { termsParts } from '../reading/held.js';
import type { Hit } from '../report/hit.js';
import type { Box } from '../space/box.js';
import { createSpace, type Space } from '../space/space.js';
import { pairsOf } from '../space/universe.js';
import { guardsOf, ordinaryCases, type Subject } from '../subject.js';
import type { Duel } from './duel.js';
import { lesserTermsHits, refusalHits, type Floor } from './floor-hits.js';
import { findLesserTerms } from './lesser-terms.js';
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

interface Pairing {
  readonly source: Source;
  readonly kind: RightKind;
  readonly reasonClass: ReasonClass;
}

const about = (rules: readonly Rule[], kind: RightKind): readonly Rule[] => rules.filter(({ kinds }) => kinds.includes(kind));

const toDuel = (subject: Subject, space: Space, { source, kind, reasonClass }: Pairing): Duel | null => {
  const sellerKind = sellerKindOf(reasonClass);
  const [own, other] = [about(subject.rules, sellerKind), about(source.rules, kind)];
  const start: Box | null = space.cutTo(ordinaryCases(space), 'reason', pairsOf(reasonClass));
  if (own.length === 0 || other.length === 0 || start === null) return null;
  const isOwn = new Set(own);
  return {
    space,
    start,
    rules: [...own, ...other],
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
  const refusals = findRefusals(duel, { budget, settler }).flatMap((leaf) => refusalHits(floor, leaf));
  const lesser = termsParts.flatMap((part) =>
    findLesserTerms(duel, { budget, settler, part }).flatMap((leaf) => lesserTermsHits(floor, part, leaf)),
  );
  return [...refusals, ...lesser];
};

/** Where the seller's terms give less than law or a marketplace demands. */
export const findFloorHits = (subject: Subject, space: Space, sources: readonly Source[]): readonly Hit[] => {
  const memo: Floor['memo'] = new Map();
  const settler = createSettleRules();
  const { numberOf } = settler;
  return sources.flatMap((source) =>
    classes.flatMap((reasonClass) =>
      (familyKinds[reasonClass] ?? []).flatMap((kind) => {
        const duel = toDuel(subject, space, { source, kind, reasonClass });
        if (duel === null) return [];
        return hitsOf({ subject, space, source, kind, sellerKind: duel.sellerKind, memo, numberOf }, duel, settler);
      }),
    ),
  );
};
