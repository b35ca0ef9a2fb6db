import type { DecisionDeadline, ReturnDecision } from '../../decision.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { DeadlineTerm } from '../../rules/terms.js';
import type { Duel } from '../floors/duel.js';
import {
  dayKey,
  decideFor,
  decisiveAxes,
  familyOf,
  usualPlace,
  type Asked,
  type Floor,
  type FloorMemo,
} from '../floors/floor.js';
import { joinLeaves } from '../floors/join-leaves.js';
import type { SettleRules } from '../floors/settle-rules.js';
import { grantedRight } from '../parts/confirm-less.js';
import type { Hit } from '../report/hit.js';
import type { Box } from '../space/box.js';
import type { Leaf } from '../space/explore.js';
import { representFacts } from '../space/representative.js';
import { dayRooms } from '../space/timeline.js';
import { showSource } from '../words/show-case.js';
import { findLateTerms, sharedDuties, type LateTerms } from './late-terms.js';
import { findLateCourse, onCourse, type LateCourse } from './lateness.js';
import { showCourse, showDeadline } from './show-deadline.js';

const factsAt = ({ space, subject }: Floor, box: Box, place: string | null): CaseFacts | null =>
  representFacts(space, box, { setting: subject.setting, ...(place === null ? {} : { place }) });

const lookFor = (
  { space, subject }: Floor,
  { own, demanded, promised }: LateTerms,
  { facts, box }: { readonly facts: CaseFacts; readonly box: Box },
): LateCourse | null =>
  findLateCourse({
    policy: subject.policy,
    facts,
    rooms: dayRooms(space, box),
    until: subject.days.to,
    own: own.value,
    demanded: demanded.value,
    promised,
  });

/** What was found before: the same few deadlines meet in cell after cell. */
interface LateMemo {
  readonly texts: Map<string, string>;
  readonly mayBeLate: Map<string, boolean>;
  readonly courses: Map<string, LateCourse | null>;
  readonly days: Map<string, Days | null>;
}

const memos = new WeakMap<FloorMemo, LateMemo>();

const memoOf = ({ memo }: Floor): LateMemo => {
  const known = memos.get(memo) ?? { texts: new Map(), mayBeLate: new Map(), courses: new Map(), days: new Map() };
  memos.set(memo, known);
  return known;
};

const textOf = (floor: Floor, { key, own, demanded, promised }: LateTerms): string => {
  const { texts } = memoOf(floor);
  const text = texts.get(key) ?? JSON.stringify([own.value, demanded.value, promised]);
  texts.set(key, text);
  return text;
};

const keyOf = ({ key }: LateTerms): string => key;

/** Whether two deadlines can differ at all, whatever the case. */
const rememberLate = (floor: Floor, { start }: Duel): ((terms: LateTerms) => boolean) => {
  const { mayBeLate } = memoOf(floor);
  return (terms) => {
    const text = textOf(floor, terms);
    const known = mayBeLate.get(text);
    if (known !== undefined) return known;
    const facts = factsAt(floor, start, usualPlace(floor.space, start));
    const isLate = facts !== null && lookFor(floor, terms, { facts, box: start }) !== null;
    mayBeLate.set(text, isLate);
    return isLate;
  };
};

const rowIn = (rows: readonly DecisionDeadline[], { duty, party }: DeadlineTerm): DecisionDeadline | undefined =>
  rows.find((row) => row.duty === duty && row.party === party);

/** The row of a right, or the one that a mere statement of the source has put into the answer. */
const demandedRow = (decision: ReturnDecision, id: string, { demanded }: LateTerms): DecisionDeadline | undefined => {
  const right = grantedRight(decision, id);
  if (right !== null) return rowIn(right.deadlines, demanded.value);
  const [cited] = demanded.because;
  return rowIn(
    decision.deadlines.filter(({ because: [citation] }) => citation?.rule === cited?.rule && citation?.source === cited?.source),
    demanded.value,
  );
};

interface Days {
  readonly own: string;
  readonly demanded: string;
}

/** The last days that `decide` writes, where the seller's is worse for the buyer. */
const worseDays = (floor: Floor, terms: LateTerms, { facts, asked }: { facts: CaseFacts; asked: Asked }): Days | null => {
  const { decision, own, other } = decideFor(floor, facts, asked);
  const first = rowIn(grantedRight(decision, own)?.deadlines ?? [], terms.own.value)?.lastDay ?? null;
  const second = demandedRow(decision, other, terms)?.lastDay ?? null;
  if (first === null || second === null) return null;
  const isWorse = terms.own.value.party === 'buyer' ? first < second : first > second;
  return isWorse ? { own: first, demanded: second } : null;
};

interface Found {
  readonly facts: CaseFacts;
  readonly days: Days;
}

/** The first case of the box that is late; the same deadlines on the same days of one place are looked at once. */
const lateIn = (floor: Floor, { box, value }: Leaf<LateTerms>): Found | null => {
  const place = usualPlace(floor.space, box);
  const seats = floor.space.axesOf('sellerCountry').map(({ index }) => box[index]);
  const key = [textOf(floor, value), dayKey(floor, box, place), ...seats].join(' ');
  const { courses, days } = memoOf(floor);
  const known = courses.get(key);
  const ordinary = known === null ? null : factsAt(floor, box, place);
  if (ordinary === null) return null;
  const course = known ?? lookFor(floor, value, { facts: ordinary, box });
  courses.set(key, course);
  if (course === null) return null;
  const facts = onCourse(ordinary, course);
  const dated = `${floor.kind} ${floor.sources.ids.join()} ${key}`;
  const told = days.get(dated);
  const found = told === undefined ? worseDays(floor, value, { facts, asked: 'the-two' }) : told;
  days.set(dated, found);
  return found === null ? null : { facts, days: found };
};

const hitIn = (floor: Floor, { box, value }: Leaf<LateTerms>): readonly Hit[] => {
  const found = lateIn(floor, { box, value });
  if (found === null) return [];
  const { facts, days } = found;
  const { own, demanded } = value;
  const source = showSource(demanded.because);
  const [says, demands] = [showDeadline(own.value, days.own), showDeadline(demanded.value, days.demanded)];
  const verbs = own.value.party === 'buyer' ? ['gives the buyer', 'gives'] : ['promises', 'demands'];
  return [
    {
      code: 'floor',
      severity: 'error',
      rule: own.because[0]?.rule ?? null,
      topic: JSON.stringify(['deadline', own.value.duty, familyOf(floor.sources), source]),
      box,
      when: null,
      facts,
      says,
      demands,
      because: demanded.because,
      tell: (witness) =>
        `${showCourse(witness.facts, [own.value, demanded.value])}: your policy ${verbs[0] ?? ''} ${says}, ${source} ${verbs[1] ?? ''} ${demands}.`,
      isConfirmed: (confirmed) => worseDays(floor, value, { facts: confirmed, asked: 'everyone' }) !== null,
      isConfirmedQuickly: (confirmed) => worseDays(floor, value, { facts: confirmed, asked: 'the-two' }) !== null,
    },
  ];
};

/** Hits where both accept, and the seller gives itself more time, or the buyer less, than the floor does. */
export const deadlineHits = (floor: Floor, duel: Duel, settler: SettleRules): readonly Hit[] => {
  const isOwn = new Set(floor.subject.rules);
  const reading = { budget: floor.subject.budget, settler, mayBeLate: rememberLate(floor, duel) };
  return sharedDuties(duel, (rule) => isOwn.has(rule)).flatMap((name) => {
    const leaves = findLateTerms(duel, name, reading);
    const decisive = decisiveAxes(floor, (dimension) => dimension === 'inspection');
    return joinLeaves(leaves, { keyOf, decisive }).flatMap((leaf) => hitIn(floor, leaf));
  });
};
