import { millisecondsPerDay } from '../../../../policy/calendar/civil-day.js';
import { toMoment } from '../../../../policy/facts/moment.js';
import { waitingText, events } from '../../../../policy/explain/sections/deadlines.js';
import { rightName } from '../../../../policy/explain/sections/names.js';
import type { Speaker } from '../../../../policy/explain/speaker.js';
import type { DecisionDeadline, RightDecision } from '../../../../policy/index.js';
import { parties, type Party } from '../../../../core/vocabulary.js';
import type { ExplainedCase } from '../explain-case.js';

/** One window or deadline. Times are epoch milliseconds. */
export interface Row {
  readonly label: string;
  readonly from: number;
  readonly until: number;
  /** How far the end may move, where that is not known. */
  readonly mayReach: number | null;
  /** The day of the end, beside its mark. */
  readonly day: string;
  readonly mark: 'window' | 'hard' | 'recommended';
  readonly standing: 'past' | 'next' | 'ahead';
}

/** What one party has to do, or may. */
export interface Lane {
  readonly name: string;
  /** Whether the next deadline is this party's. */
  readonly isNext: boolean;
  readonly rows: readonly Row[];
}

export interface Timeline {
  readonly lanes: readonly Lane[];
  /** Deadlines whose clock has not started. */
  readonly waiting: readonly string[];
  readonly asked: number;
  readonly today: number;
}

const noon = millisecondsPerDay / 2;

/** A moment for the picture; a day without a time stands at its noon. */
const timeOf = (when: string, zone: string): number => {
  const moment = toMoment(when, zone);
  return moment?.milliseconds ?? (moment?.day ?? 0) * millisecondsPerDay + noon;
};

interface Scene {
  readonly explained: ExplainedCase;
  readonly speaker: Speaker;
  readonly asked: number;
  readonly today: number;
  /** Where windows begin that do not say when they open: the delivery, or else the request. */
  readonly begin: number;
}

const windowRow = ({ id, window }: RightDecision, { speaker, begin, today }: Scene): readonly Row[] => {
  if (window === null) return [];
  const { lastDay, closesAt, opensAt, mayExtendTo, zone } = window;
  if (lastDay === null || closesAt === null) return [];
  const until = Date.parse(closesAt);
  return [
    {
      label: speaker.say('timeline.window', { right: rightName(id, speaker) }),
      from: opensAt === null ? Math.min(begin, until) : Date.parse(opensAt),
      until,
      mayReach: mayExtendTo === null ? null : timeOf(mayExtendTo, zone),
      day: speaker.day(lastDay),
      mark: 'window',
      standing: until < today ? 'past' : 'ahead',
    },
  ];
};

const isAct = ({ duty }: DecisionDeadline): boolean => !events.has(duty);

/** The next thing somebody must do: whose turn it is. */
const nextOf = (deadlines: readonly DecisionDeadline[], today: number): DecisionDeadline | null => {
  const ahead = deadlines.filter((deadline) => isAct(deadline) && deadline.by !== null && Date.parse(deadline.by) >= today);
  return [...ahead].sort((left, right) => ((left.by ?? '') < (right.by ?? '') ? -1 : 1))[0] ?? null;
};

const deadlineRow = (
  deadline: DecisionDeadline,
  next: DecisionDeadline | null,
  { speaker, asked, today }: Scene,
): readonly Row[] => {
  const { by, lastDay, duty, strength, certainty } = deadline;
  if (by === null) return [];
  const day = speaker.day(lastDay ?? by.slice(0, 10));
  const until = Date.parse(by);
  const isNext = next?.by === by && next.duty === duty && next.party === deadline.party;
  return [
    {
      label: speaker.vocabulary.duty[duty],
      from: Math.min(asked, until),
      until,
      mayReach: null,
      day: certainty === 'estimated' ? `≈ ${day}` : day,
      mark: strength === 'hard' && isAct(deadline) ? 'hard' : 'recommended',
      standing: until < today ? 'past' : isNext ? 'next' : 'ahead',
    },
  ];
};

/** Rows of several rights that look the same are drawn once. */
const once = <Item>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

const laneOf = (party: Party, scene: Scene): Lane => {
  const { decision } = scene.explained;
  const next = nextOf(decision.deadlines, scene.today);
  const windows = party === 'buyer' ? decision.rights.flatMap((right) => windowRow(right, scene)) : [];
  const own = decision.deadlines.filter((deadline) => deadline.party === party);
  return {
    name: scene.speaker.vocabulary.party[party],
    isNext: next?.party === party,
    rows: once([...windows, ...own.flatMap((deadline) => deadlineRow(deadline, next, scene))]),
  };
};

/** Every window and deadline of a decision, by party and in time. */
export const toTimeline = (explained: ExplainedCase, speaker: Speaker): Timeline => {
  const { decision, facts, at, requestedAt } = explained;
  const zone = decision.window?.zone ?? 'UTC';
  const asked = timeOf(requestedAt, zone);
  const today = timeOf(at, zone);
  const delivered = facts.order.deliveredAt;
  const scene = { explained, speaker, asked, today, begin: delivered === undefined ? asked : timeOf(delivered, zone) };
  return {
    lanes: parties.map((party) => laneOf(party, scene)).filter(({ rows }) => rows.length > 0),
    waiting: once(decision.deadlines.filter(({ by }) => by === null).map((deadline) => waitingText(deadline, speaker))),
    asked,
    today,
  };
};
