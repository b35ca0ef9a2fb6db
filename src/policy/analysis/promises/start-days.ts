import type { CivilDay } from '../../calendar/civil-day.js';
import { deliveryDays, promptDelivery, requestDays, timelineAt, type DayRoom, type Timeline } from '../space/timeline.js';

/** Every case of the room that is asked about on the day after its delivery, or as soon as may be: the earliest first. */
export const timelinesIn = function* (room: DayRoom, until: CivilDay): Generator<Timeline> {
  const { to } = deliveryDays(room);
  for (let delivered = promptDelivery(room); delivered <= Math.min(to, until); delivered += 1) {
    const timeline = timelineAt(room, delivered);
    const asked = requestDays(room, delivered);
    const requested = Math.max(asked.from, delivered + 1);
    if (timeline.placed <= delivered && timeline.contract <= delivered && requested <= asked.to) yield { ...timeline, requested };
  }
};
