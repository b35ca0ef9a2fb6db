import { formatCivilDay, type CivilDay } from '../../calendar/civil-day.js';
import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Scene } from '../../facts/scene.js';
import type { DeadlineTerm } from '../../rules/terms.js';
import { moveTo, sceneOf } from '../days/case-builder.js';
import type { DayRoom, Timeline } from '../space/timeline.js';
import { endIn } from './lateness.js';
import { moveScene } from './move-scene.js';
import { timelinesIn } from './start-days.js';

/** The deadlines of a seller that a refund can collide with. */
export interface Spans {
  readonly refund: DeadlineTerm;
  readonly dispatch: DeadlineTerm | null;
  /** What the seller promises about its approval: the buyer's days may begin on its last one. */
  readonly approval: DeadlineTerm | null;
}

export interface Search {
  readonly policy: Policy;
  /** The case but for its days. */
  readonly facts: CaseFacts;
  readonly rooms: readonly DayRoom[];
  readonly until: CivilDay;
  readonly spans: Spans;
}

/** Whether the days off where the buyer is move the end. */
export const countsHolidaysOfBuyer = ({ party, period: { closes, roll = 'none', calendar } }: DeadlineTerm): boolean =>
  party === 'buyer' && calendar === undefined && (roll !== 'none' || JSON.stringify(closes).includes('"business-days'));

interface Stage extends Search {
  readonly scene: Scene;
}

const approvedOn = ({ facts, scene }: Stage, timeline: Timeline, approved: CivilDay): Scene => {
  const moved = moveTo(facts, timeline);
  return moveScene(scene, { ...moved, events: { ...moved.events, authorisedAt: formatCivilDay(approved) } }, timeline.requested);
};

/** The day of the request, and the last one that is promised for the approval. */
const approvalsIn = (stage: Stage, timeline: Timeline): readonly CivilDay[] => {
  const { requested } = timeline;
  const { approval } = stage.spans;
  const end = approval === null ? null : endIn(approval, approvedOn(stage, timeline, requested));
  return end === null || end.earliest.day <= requested ? [requested] : [requested, end.earliest.day];
};

const impossibleOn = (stage: Stage, timeline: Timeline): CaseFacts | null => {
  const { refund, dispatch } = stage.spans;
  for (const approved of approvalsIn(stage, timeline)) {
    const scene = approvedOn(stage, timeline, approved);
    const due = endIn(refund, scene);
    if (due === null) return null;
    const sent = dispatch === null ? null : endIn(dispatch, scene);
    if (due.earliest.day <= (sent?.earliest.day ?? timeline.requested)) return scene.facts;
  }
  return null;
};

/** The first case in which the refund is due while the goods may still be sent; every start day is looked at. */
export const findImpossibleCase = (search: Search): CaseFacts | null => {
  const scene = sceneOf(search.policy, search.facts);
  if (scene === null) return null;
  for (const room of search.rooms) {
    for (const timeline of timelinesIn(room, search.until)) {
      const found = impossibleOn({ ...search, scene }, timeline);
      if (found !== null) return found;
    }
  }
  return null;
};
