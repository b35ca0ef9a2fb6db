import { parseCivilDay, type CivilDay } from '../../calendar/civil-day.js';
import type { Policy } from '../../compile.js';
import { decide } from '../../decide.js';
import type { ReturnDecision, Window } from '../../decision.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Interval } from '../space/timeline.js';
import type { DifferencePart } from './policy-diff.js';
import { isPartDifferent } from './part-of-answer.js';

/** The answers of both sides to one case. */
export interface Answers {
  readonly before: ReturnDecision;
  readonly after: ReturnDecision;
}

/** Answers to the same case asked on any day. `null` when no such case can be. */
export type Ask = (requested: CivilDay) => (Answers & { readonly facts: CaseFacts }) | null;

/** Days of request on which a part differs, with the first case of them. */
export interface Segment extends Answers {
  readonly facts: CaseFacts;
  readonly requested: CivilDay;
  readonly to: CivilDay;
}

export const askBoth = (before: Policy, after: Policy, facts: CaseFacts): Answers => {
  const at = facts.requestedAt ?? '';
  return { before: decide(before, facts, { at }), after: decide(after, facts, { at }) };
};

const dayOf = (text: string | null): readonly CivilDay[] => {
  const day = text === null ? null : parseCivilDay(text.slice(0, 10));
  return day === null ? [] : [day];
};

/** The days on which an answer can turn: the first one of a window, and those after its ends. An instant may lie a day off in its zone. */
const turnsOf = (window: Window | null): readonly CivilDay[] =>
  window === null
    ? []
    : [
        ...dayOf(window.opensAt).flatMap((day) => [day, day + 1, day + 2]),
        ...dayOf(window.lastDay).flatMap((day) => [day, day + 1]),
        ...dayOf(window.mayExtendTo).map((day) => day + 1),
      ];

/** The days on which either of the windows of an answer can make it turn. */
export const turnsIn = ({ rights, window }: ReturnDecision): readonly CivilDay[] =>
  [window, ...rights.map((right) => right.window)].flatMap(turnsOf);

/** Spans of business days and of days can end alike for requests of one day and not of the next. */
const daysToTry = 10;

const firstDifference = (ask: Ask, part: DifferencePart, { from, to }: Interval): Segment | null => {
  const last = part === 'deadlines' ? Math.min(to, from + daysToTry) : from;
  for (let requested = from; requested <= last; requested += 1) {
    const answers = ask(requested);
    if (answers !== null && isPartDifferent(part, answers.before, answers.after)) return { ...answers, requested, to };
  }
  return null;
};

/** The days of request on which the part differs, for one delivery. */
export const segmentsOf = (ask: Ask, part: DifferencePart, asked: Interval): readonly Segment[] => {
  const first = ask(asked.from);
  if (first === null) return [];
  const turns = [...turnsIn(first.before), ...turnsIn(first.after)].filter((day) => day > asked.from && day <= asked.to);
  const starts = [...new Set([asked.from, ...turns])].sort((left, right) => left - right);
  return starts.flatMap((from, index) => {
    const found = firstDifference(ask, part, { from, to: (starts[index + 1] ?? asked.to + 1) - 1 });
    return found === null ? [] : [found];
  });
};
