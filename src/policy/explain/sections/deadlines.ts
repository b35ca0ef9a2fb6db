import type { DecisionDeadline, ReturnDecision } from '../../decision.js';
import type { Duty } from '../../vocabulary.js';
import { section, statement, type Explanation } from '../explanation.js';
import type { Speaker } from '../speaker.js';
import { citations } from './citations.js';
import { dueText, rightName } from './names.js';

/** What happens on its own when the day comes; everything else is something a party does. */
export const events: ReadonlySet<Duty> = new Set<Duty>([
  'platform-decides',
  'liability-ends',
  'presumption-ends',
  'action-barred',
]);

interface Clause {
  readonly duty: string;
  readonly party: string;
  readonly kind: 'act' | 'event';
  readonly strength: 'hard' | 'recommended';
}

const clauseOf = ({ duty, party, strength }: DecisionDeadline, { vocabulary }: Speaker): Clause => ({
  duty: vocabulary.duty[duty],
  party: vocabulary.party[party],
  kind: events.has(duty) ? 'event' : 'act',
  strength,
});

/** A deadline without a day: who must do what, and which fact starts its clock. */
export const waitingText = (deadline: DecisionDeadline, speaker: Speaker): string => {
  const clause = clauseOf(deadline, speaker);
  return deadline.startsWhen === null
    ? speaker.say('duty.undated', clause)
    : speaker.say('duty.waiting', { ...clause, fact: speaker.fact(deadline.startsWhen) });
};

const titleOf = (deadline: DecisionDeadline, speaker: Speaker): string => {
  const { by, lastDay, startsWhen } = deadline;
  const clause = clauseOf(deadline, speaker);
  if (by !== null) return speaker.say('deadline', { ...clause, by: dueText({ by, lastDay }, speaker) });
  return startsWhen === null
    ? speaker.say('deadline.unknown', clause)
    : speaker.say('deadline.waiting', { ...clause, fact: speaker.fact(startsWhen) });
};

const notesOn = (
  { duty, onMiss, satisfiedBy, certainty, differsFrom, right, by }: DecisionDeadline,
  recommended: string | null,
  speaker: Speaker,
): readonly string[] => {
  const { say, vocabulary } = speaker;
  return [
    ...(events.has(duty) ? [] : [say('deadline.on-miss', { onMiss: vocabulary.onMiss[onMiss] })]),
    ...(satisfiedBy === 'done' || events.has(duty)
      ? []
      : [say('deadline.enough', { satisfiedBy: vocabulary.satisfiedBy[satisfiedBy] })]),
    ...(certainty === 'derived' || by === null ? [] : [say('deadline.certainty', { certainty })]),
    ...(differsFrom === null ? [] : [say('deadline.differs', { by: dueText({ by: differsFrom, lastDay: null }, speaker) })]),
    ...(right === null || right === recommended ? [] : [say('deadline.right', { right: rightName(right, speaker) })]),
  ];
};

/** Rows of several rights that say the same are said once. */
const once = (statements: readonly Explanation[]): readonly Explanation[] => [
  ...new Map(statements.map((each) => [JSON.stringify(each), each])).values(),
];

/** Who must do what by when, in the order of time, and what silence leads to. */
export const deadlineSection = ({ deadlines, recommended }: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  section(
    speaker.say('deadlines', {}),
    once(
      deadlines.map((deadline) =>
        statement(titleOf(deadline, speaker), [
          ...notesOn(deadline, recommended, speaker).map((note) => statement(note)),
          ...citations(deadline.because, speaker),
        ]),
      ),
    ),
  );
