import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Settled } from '../../merge/settled.js';
import { deliveryDays, requestDays, timelineAt, type DayRoom, type Timeline } from '../space/timeline.js';
import { parseCivilDay } from '../../calendar/civil-day.js';
import { moveTo, sceneOf } from './case-builder.js';
import { windowIn } from './refused-day.js';

interface Meeting {
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly rooms: readonly DayRoom[];
  /** Every one of them must accept. */
  readonly windows: readonly Settled[];
}

/** Windows open at most this many days after what starts them on the first start days. */
const startsToTry = 10;

const opensOn = (opensAt: string | null): number =>
  opensAt === null ? -Infinity : (parseCivilDay(opensAt.slice(0, 10)) ?? -Infinity) + 1;

const openAt = ({ policy, facts, windows }: Meeting, room: DayRoom, timeline: Timeline): Timeline | null => {
  const asked = requestDays(room, timeline.delivered);
  const accepts = (requested: number): { readonly isOpen: boolean; readonly next: number } => {
    const scene = sceneOf(policy, moveTo(facts, { ...timeline, requested }));
    const found = scene === null ? [] : windows.map((settled) => windowIn(settled, scene));
    const next = Math.max(...found.map((window) => opensOn(window?.window.opensAt ?? null)));
    return { isOpen: scene !== null && found.every((window) => window?.request === 'inside'), next };
  };
  const first = Math.max(asked.from, timeline.delivered + 1);
  if (first > asked.to) return null;
  const { isOpen, next } = accepts(first);
  if (isOpen) return { ...timeline, requested: first };
  const isLater = Number.isFinite(next) && next > first && next <= asked.to && accepts(next).isOpen;
  return isLater ? { ...timeline, requested: next } : null;
};

/** The earliest day on which every one of the windows is open; `null` when none was found. */
export const findOpenDay = (meeting: Meeting): Timeline | null => {
  for (const room of meeting.rooms) {
    const { from, to } = deliveryDays(room);
    for (let delivered = from; delivered <= Math.min(to, from + startsToTry); delivered += 1) {
      const timeline = timelineAt(room, delivered);
      const isInOrder = timeline.placed <= delivered && timeline.contract <= delivered;
      const open = isInOrder ? openAt(meeting, room, timeline) : null;
      if (open !== null) return open;
    }
  }
  return null;
};
