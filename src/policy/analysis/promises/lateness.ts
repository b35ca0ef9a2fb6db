import type { CivilDay } from '../../calendar/civil-day.js';
import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import { toMoment } from '../../facts/moment.js';
import type { Scene } from '../../facts/scene.js';
import { resolveBound, rollEnd } from '../../rules/bound.js';
import type { Ending } from '../../rules/ending.js';
import { counterFor } from '../../rules/counter.js';
import type { DeadlineTerm } from '../../rules/terms.js';
import { moveTo, sceneOf } from '../days/case-builder.js';
import type { DayRoom, Timeline } from '../space/timeline.js';
import { coursesFor, isAboutReturn, withCourse, type Course } from './courses.js';
import { moveScene } from './move-scene.js';
import { timelinesIn } from './start-days.js';

/** Two deadlines of the same duty. */
export interface Pair {
  readonly own: DeadlineTerm;
  readonly demanded: DeadlineTerm;
  /** Everything the seller promises: its own other deadlines say how long a step can take. */
  readonly promised: readonly DeadlineTerm[];
}

export interface Search extends Pair {
  readonly policy: Policy;
  /** The case but for its days. */
  readonly facts: CaseFacts;
  readonly rooms: readonly DayRoom[];
  readonly until: CivilDay;
}

/** Where a deadline runs in one case; `null` where it does not, or nobody knows until when. */
export const endIn = ({ party, period }: DeadlineTerm, scene: Scene): Ending | null => {
  const counter = counterFor(party, period, scene);
  const end = resolveBound(period.closes, scene, counter);
  const rolled = period.roll === undefined ? end : rollEnd(end, period.roll, counter);
  return rolled.kind === 'ends' ? rolled : null;
};

/** By how many days the seller's deadline is certainly worse for the buyer; `null` where nothing is certain. */
const marginIn = ({ own, demanded }: Pair, scene: Scene): number | null => {
  const [first, second] = [endIn(own, scene), endIn(demanded, scene)];
  if (first === null || second === null) return null;
  return own.party === 'buyer' ? second.earliest.day - first.latest.day : first.earliest.day - second.latest.day;
};

const steps = [
  { duty: 'inspect', at: 'inspectedAt' },
  { duty: 'authorise-return', at: 'authorisedAt' },
] as const;

const promiseOf = ({ promised }: Pair, wanted: string): DeadlineTerm | undefined =>
  promised.find(({ duty, party }) => duty === wanted && party === 'seller');

/** Whether the seller keeps its other promises in this case. */
const isAsPromised = (pair: Pair, scene: Scene): boolean =>
  steps.every(({ duty, at }) => {
    const term = promiseOf(pair, duty);
    const end = term === undefined ? null : endIn(term, scene);
    const done = scene.facts.events?.[at];
    return end === null || done === undefined || (toMoment(done, scene.sellerZone)?.day ?? 0) <= end.latest.day;
  });

/** The days on which a promise is late: when the case begins, and how its return goes on. */
export interface LateCourse {
  readonly timeline: Timeline;
  readonly course: Course;
}

/** The case on those days. */
export const onCourse = (facts: CaseFacts, { timeline, course }: LateCourse): CaseFacts =>
  withCourse(moveTo(facts, timeline), timeline.requested, course);

interface Stage {
  readonly search: Search;
  readonly scene: Scene;
}

const sceneAt = ({ search, scene }: Stage, timeline: Timeline, course: Course): Scene =>
  moveScene(scene, onCourse(search.facts, { timeline, course }), timeline.requested);

/** Courses that end as late as any: later steps can only be worse, and of what is promised about a step its last day counts. */
const extremesOf = (courses: readonly Course[]): readonly Course[] => {
  const last = Math.max(...courses.map(({ inspected }) => inspected));
  const ends = (read: (course: Course) => number): ReadonlySet<number> => {
    const values = courses.map(read);
    return new Set([Math.min(...values), Math.max(...values)]);
  };
  const [authorised, returned] = [ends((course) => course.authorised), ends((course) => course.returned)];
  return courses.filter(
    (course) => course.inspected === last && authorised.has(course.authorised) && returned.has(course.returned),
  );
};

/** The same course with the inspection on the last day that is promised for it. */
const asPromised = (stage: Stage, timeline: Timeline, course: Course): Course => {
  const term = course.inspected === 0 ? undefined : promiseOf(stage.search, 'inspect');
  const end = term === undefined ? null : endIn(term, sceneAt(stage, timeline, { ...course, inspected: 0 }));
  const returned = timeline.requested + course.returned;
  return end === null ? course : { ...course, inspected: Math.max(0, Math.min(course.inspected, end.latest.day - returned)) };
};

const widestMargin = (stage: Stage, timeline: Timeline, extremes: readonly Course[]): number =>
  Math.max(
    ...extremes.map(
      (course) => marginIn(stage.search, sceneAt(stage, timeline, asPromised(stage, timeline, course))) ?? -Infinity,
    ),
  );

/** The shortest course on which the seller keeps its promises and is late; else the last day of them. */
const firstLate = (stage: Stage, timeline: Timeline, courses: readonly Course[]): LateCourse | null => {
  const last = extremesOf(courses).map((course) => asPromised(stage, timeline, course));
  for (const course of [...courses, ...last]) {
    const scene = sceneAt(stage, timeline, course);
    if ((marginIn(stage.search, scene) ?? 0) > 0 && isAsPromised(stage.search, scene)) return { timeline, course };
  }
  return null;
};

const startsThatTell = 7;
const startsToTry = 366;
/** What days off and uneven months can add to a margin from one start day to another. */
const unevenness = 12;

const isPlain = ({ closes, roll = 'none' }: DeadlineTerm['period']): boolean =>
  roll === 'none' && !JSON.stringify(closes).includes('"business-days');

/** Days off can only put off the end of who counts by them: where the seller's own deadline knows none, one week tells. */
const startsFor = ({ own }: Pair): number => (isPlain(own.period) ? startsThatTell : startsToTry);

/** The first days on which the seller keeps its promise and is late all the same; `null` when there is none. */
export const findLateCourse = (search: Search): LateCourse | null => {
  const { policy, facts, rooms, until, own, demanded } = search;
  const scene = sceneOf(policy, facts);
  const isReturn = [own, demanded].some(({ period }) => isAboutReturn(period.closes));
  if (scene === null || (isReturn && facts.order.deliveredAt === undefined)) return null;
  const stage: Stage = { search, scene };
  const courses = coursesFor([own.period.closes, demanded.period.closes]);
  const extremes = extremesOf(courses);
  for (const room of rooms) {
    let [tried, best] = [0, -Infinity];
    for (const timeline of timelinesIn(room, until)) {
      const margin = widestMargin(stage, timeline, extremes);
      const found = margin > 0 ? firstLate(stage, timeline, courses) : null;
      if (found !== null) return found;
      [tried, best] = [tried + 1, Math.max(best, margin)];
      if (tried === startsFor(search) || (tried === startsThatTell && best < -unevenness)) break;
    }
  }
  return null;
};
