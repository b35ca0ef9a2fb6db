import type { DecisionDeadline, ReturnDecision } from '../../decision.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { DeadlineTerm } from '../../rules/terms.js';
import type { Duel } from '../floors/duel.js';
import { decideFor, decisiveAxes, familyOf, usualPlace, type Asked, type Floor, type FloorMemo } from '../floors/floor.js';
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
import { findLateCase } from './lateness.js';
import { showCourse, showDeadline } from './show-deadline.js';

const lateIn = (floor: Floor, box: Box, terms: LateTerms): CaseFacts | null => {
  const { space, subject } = floor;
  const place = usualPlace(space, box);
  const facts = representFacts(space, box, { setting: subject.setting, ...(place === null ? {} : { place }) });
  if (facts === null) return null;
  const { own, demanded, promised } = terms;
  return findLateCase({
    policy: subject.policy,
    facts,
    rooms: dayRooms(space, box),
    until: subject.days.to,
    own: own.value,
    demanded: demanded.value,
    promised,
  });
};

const textOf = ({ own, demanded, promised }: LateTerms): string => JSON.stringify([own.value, demanded.value, promised]);

const keyOf = ({ key }: LateTerms): string => key;

const memos = new WeakMap<FloorMemo, Map<string, boolean>>();

/** The same few deadlines meet in cell after cell. */
const rememberLate = (floor: Floor, duel: Duel): ((terms: LateTerms) => boolean) => {
  const answers = memos.get(floor.memo) ?? new Map<string, boolean>();
  memos.set(floor.memo, answers);
  return (terms) => {
    const known = answers.get(terms.key);
    if (known !== undefined) return known;
    const text = textOf(terms);
    const isLate = answers.get(text) ?? lateIn(floor, duel.start, terms) !== null;
    answers.set(text, isLate);
    answers.set(terms.key, isLate);
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

const hitIn = (floor: Floor, { box, value }: Leaf<LateTerms>): readonly Hit[] => {
  const facts = lateIn(floor, box, value);
  const days = facts === null ? null : worseDays(floor, value, { facts, asked: 'the-two' });
  if (facts === null || days === null) return [];
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
