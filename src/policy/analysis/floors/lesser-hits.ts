import type { CaseFacts } from '../../facts/case-facts.js';
import { moveTo } from '../days/case-builder.js';
import { findOpenDay } from '../days/open-day.js';
import { grantedRight, isLessIn } from '../parts/confirm-less.js';
import { findLess } from '../parts/less.js';
import { feeCurrency, findLessRefund, type LessRefund } from '../parts/less-refund.js';
import type { TermsPart } from '../reading/held.js';
import type { Hit } from '../report/hit.js';
import type { Leaf } from '../space/explore.js';
import { priceIntervals } from '../space/price.js';
import { representFacts, type Choice } from '../space/representative.js';
import { dayRooms } from '../space/timeline.js';
import { showCase, showSource } from '../words/show-case.js';
import { dayKey, decideFor, decisiveAxes, familyOf, usualPlace, type Asked, type Floor } from './floor.js';
import { joinLeaves } from './join-leaves.js';
import type { LesserTerms } from './lesser-terms.js';

const isConfirmed = (floor: Floor, part: TermsPart, { facts, asked }: { facts: CaseFacts; asked: Asked }): boolean => {
  const { decision, own, other } = decideFor(floor, facts, asked);
  const granted = grantedRight(decision, own);
  return granted !== null && isLessIn(part, granted, grantedRight(decision, other) ?? decision);
};

const windowsOf = ({ memo }: Floor, { windows }: LesserTerms): string => windows.map(memo.numberWindow).join('+');

const ordinaryFacts = (
  { subject: { setting }, space }: Floor,
  { box, value }: Leaf<LesserTerms>,
  choice: Pick<Choice, 'place' | 'timeline'>,
): CaseFacts | null => {
  const currency = feeCurrency([value.seller, value.floor]) ?? setting.currency;
  return representFacts(space, box, { setting: { ...setting, currency }, ...choice });
};

/** The case on a day on which both accept; the same windows in the same days are looked at once. */
const openCase = (floor: Floor, leaf: Leaf<LesserTerms>): CaseFacts | null => {
  const { box, value } = leaf;
  const usual = usualPlace(floor.space, box);
  const place = usual === null ? {} : { place: usual };
  const key = `${windowsOf(floor, value)} ${dayKey(floor, box, usual)}`;
  const { open } = floor.memo;
  const known = open.get(key);
  if (known !== undefined) return known === null ? null : ordinaryFacts(floor, leaf, { ...place, timeline: known });
  const facts = ordinaryFacts(floor, leaf, place);
  if (facts === null) return null;
  const { policy } = floor.subject;
  const found = findOpenDay({ policy, facts, rooms: dayRooms(floor.space, box), windows: value.windows });
  open.set(key, found);
  return found === null ? null : moveTo(facts, found);
};

const lessIn = (floor: Floor, part: TermsPart, leaf: Leaf<LesserTerms>): LessRefund | null => {
  const { box, value } = leaf;
  const less = part === 'refund' ? null : findLess(part, value.seller, value.floor);
  if (part !== 'refund' && less === null) return null;
  const facts = openCase(floor, leaf);
  if (facts === null || less !== null) return facts === null || less === null ? null : { ...less, facts };
  const intervals = priceIntervals(floor.space, box, facts.item.price.currency);
  return findLessRefund(value, { policy: floor.subject.policy, facts, intervals }, floor.memo.refunds);
};

const hitIn = (floor: Floor, part: TermsPart, leaf: Leaf<LesserTerms>): readonly Hit[] => {
  const less = lessIn(floor, part, leaf);
  if (less === null) return [];
  const source = showSource(less.because);
  return [
    {
      code: 'floor',
      severity: part === 'remedies' ? 'warning' : 'error',
      rule: less.rule,
      part,
      topic: JSON.stringify([part, familyOf(floor.sources), source]),
      joins: JSON.stringify([part, familyOf(floor.sources), floor.kind, less.says, less.demands]),
      box: leaf.box,
      when: null,
      facts: less.facts,
      says: less.says,
      demands: less.demands,
      because: less.because,
      tell: (witness) => `${showCase(witness.facts)}: your policy says ${less.says}, ${source} says ${less.demands}.`,
      isConfirmed: (facts) => isConfirmed(floor, part, { facts, asked: 'everyone' }),
      isConfirmedQuickly: (facts) => isConfirmed(floor, part, { facts, asked: 'the-two' }),
    },
  ];
};

/** Refunds hang on the state of the goods too. */
const isOfGoods = (dimension: string): boolean => dimension.startsWith('condition.') || dimension === 'inspection';

/** Hits where both accept and the seller gives less; none where no case or day fits. */
export const lesserTermsHits = (floor: Floor, part: TermsPart, leaves: readonly Leaf<LesserTerms>[]): readonly Hit[] => {
  if (leaves.length === 0) return [];
  const { numberOf } = floor.memo;
  const joined = joinLeaves(leaves, {
    keyOf: (value) => `${String(numberOf(value.seller))} ${String(numberOf(value.floor))} ${windowsOf(floor, value)}`,
    decisive: decisiveAxes(floor, (dimension) => part === 'refund' && isOfGoods(dimension)),
  });
  return joined.flatMap((leaf) => hitIn(floor, part, leaf));
};
