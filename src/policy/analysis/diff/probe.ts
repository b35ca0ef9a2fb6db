import { requestDays, timelineAt } from '../space/timeline.js';
import { firstAttempts, furtherAttempts, type Attempt, type Prober } from './attempts.js';
import { makeCases } from './case-maker.js';
import { effectsOf, type Effects } from './effects.js';
import { askBoth, segmentsOf, turnsIn, type Ask, type Segment } from './segments.js';

/** One way in which answers differ in a region, with its first case. */
export interface Way extends Effects {
  readonly first: Segment;
  readonly attempt: Attempt;
  /** Days after the delivery on which it is so; the widest interval of all deliveries that were looked at. */
  readonly from: number;
  readonly to: number;
}

const asker = ({ comparison, region, setting }: Prober, attempt: Attempt): Ask => {
  const { space, before, after } = comparison;
  const timeline = timelineAt(attempt.room, attempt.delivered, attempt.transitInDays);
  const caseOn = makeCases({ space, box: region.box, setting }, { ...attempt, timeline });
  return (requested) => {
    const facts = caseOn?.(requested) ?? null;
    return facts === null ? null : { facts, ...askBoth(before.own, after.own, facts) };
  };
};

/** The turns of both answers to the first request of an attempt. */
const turnsAfter = (prober: Prober, attempt: Attempt): readonly number[] => {
  const { from } = requestDays(attempt.room, attempt.delivered);
  const answers = asker(prober, attempt)(from);
  return answers === null ? [] : [answers.before, answers.after].flatMap(turnsIn).map((day) => day - attempt.delivered);
};

/** What is open longer than this is said to have no end. */
const longestInDays = 4000;

const attemptSegments = (prober: Prober, attempt: Attempt): readonly Segment[] => {
  const { from, to } = requestDays(attempt.room, attempt.delivered);
  if (from > to || !prober.comparison.budget.spend()) return [];
  return segmentsOf(asker(prober, attempt), prober.region.part, { from, to: Math.min(to, from + longestInDays) });
};

/** Ways that a merchant would tell apart: for better or worse, and from which verdict to which. */
const keyOf = ({ region: { part } }: Prober, { before, after }: Segment, { buyer, seller }: Effects): string =>
  [buyer, seller, ...(part === 'verdict' ? [before.verdict, after.verdict] : [])].join(' ');

const collect = (ways: Map<string, Way>, prober: Prober, attempt: Attempt): void => {
  const { delivered, room } = attempt;
  const end = requestDays(room, delivered).from + longestInDays;
  for (const segment of attemptSegments(prober, attempt)) {
    const effects = effectsOf(prober.region.part, segment.before, segment.after);
    const key = keyOf(prober, segment, effects);
    const known = ways.get(key);
    const [from, to] = [segment.requested - delivered, segment.to >= end ? Infinity : segment.to - delivered];
    ways.set(
      key,
      known === undefined
        ? { ...effects, first: segment, attempt, from, to }
        : { ...known, from: Math.min(known.from, from), to: Math.max(known.to, to) },
    );
  }
};

/** The ways in which the documents answer the cases of a region differently; none when they only say the same in other words. */
export const probe = (prober: Prober): readonly Way[] => {
  const ways = new Map<string, Way>();
  const first = firstAttempts(prober, (attempt) => turnsAfter(prober, attempt));
  for (const attempt of first) collect(ways, prober, attempt);
  if (ways.size > 0) return [...ways.values()];
  for (const attempt of furtherAttempts(prober, first)) {
    collect(ways, prober, attempt);
    if (ways.size > 0 || prober.comparison.budget.isEnded()) break;
  }
  return [...ways.values()];
};
