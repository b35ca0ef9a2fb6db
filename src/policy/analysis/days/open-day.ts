import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Settled } from '../../merge/settled.js';
import type { CivilDay } from '../../calendar/civil-day.js';
import { deliveryDays, promptDelivery, requestDays, timelineAt, type DayRoom, type Timeline } from '../space/timeline.js';
import { moveTo, sceneOf } from './case-builder.js';
import { opensOn, windowIn } from './refused-day.js';

interface Meeting {
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly rooms: readonly DayRoom[];
  /** Every one of them must accept. */
  readonly windows: readonly Settled[];
}

/** Windows open at most this many days after what starts them on the first start days. */
const startsToTry = 10;

/** The first day on which all windows of one delivery are open; else how many days too late for the room they open. */
interface Opening {
  readonly timeline: Timeline | null;
  readonly lateInDays: number;
}

const never: Opening = { timeline: null, lateInDays: 0 };

const openAt = ({ policy, facts, windows }: Meeting, room: DayRoom, timeline: Timeline): Opening => {
  const asked = requestDays(room, timeline.delivered);
  const accepts = (requested: number): { readonly isOpen: boolean; readonly next: number } => {
    const scene = sceneOf(policy, moveTo(facts, { ...timeline, requested }));
    const found = scene === null ? [] : windows.map((settled) => windowIn(settled, scene));
    const next = Math.max(...found.map((window) => (window === null ? -Infinity : opensOn(window))));
    return { isOpen: scene !== null && found.every((window) => window?.request === 'inside'), next };
  };
  const first = Math.max(asked.from, timeline.delivered + 1);
  if (first > asked.to) return never;
  const { isOpen, next } = accepts(first);
  if (isOpen) return { timeline: { ...timeline, requested: first }, lateInDays: 0 };
  if (!Number.isFinite(next) || next <= first) return never;
  if (next > asked.to) return { timeline: null, lateInDays: next - asked.to };
  return { timeline: accepts(next).isOpen ? { ...timeline, requested: next } : null, lateInDays: 0 };
};

const openAfter = (meeting: Meeting, room: DayRoom, delivered: CivilDay): Opening => {
  const timeline = timelineAt(room, delivered);
  const isInOrder = timeline.placed <= delivered && timeline.contract <= delivered;
  return isInOrder ? openAt(meeting, room, timeline) : never;
};

/** What opens too late for the days of request opens in time for an earlier delivery. */
const openIn = (meeting: Meeting, room: DayRoom, delivered: CivilDay): Timeline | null => {
  const { timeline, lateInDays } = openAfter(meeting, room, delivered);
  const earlier = delivered - lateInDays;
  return timeline === null && lateInDays > 0 && earlier >= deliveryDays(room).from
    ? openAfter(meeting, room, earlier).timeline
    : timeline;
};

/** The earliest prompt request for which every one of the windows is open; `null` when none was found. */
export const findOpenDay = (meeting: Meeting): Timeline | null => {
  for (const room of meeting.rooms) {
    const from = promptDelivery(room);
    const last = Math.min(deliveryDays(room).to, from + startsToTry);
    for (let delivered = from; delivered <= last; delivered += 1) {
      const open = openIn(meeting, room, delivered);
      if (open !== null) return open;
    }
  }
  return null;
};
