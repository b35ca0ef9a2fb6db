import type { DecisionDeadline } from '../decision.js';
import { parseInstant } from '../facts/moment.js';
import { whyNothingReturns } from '../facts/returnless.js';
import type { Scene } from '../facts/scene.js';
import { resolveBound, rollEnd } from '../rules/bound.js';
import { openFactOf, type Ending, type EndPoint, type Resolved } from '../rules/ending.js';
import type { CalendarGap } from '../rules/calendar-gaps.js';
import { counterFor } from '../rules/counter.js';
import type { Bound } from '../rules/span.js';
import type { DeadlineTerm } from '../rules/terms.js';
import { writeEnd } from '../rules/window.js';
import { formatInstant } from '../calendar/instant.js';
import { civilDayAt } from '../calendar/zone.js';
import { formatCivilDay } from '../calendar/civil-day.js';
import type { Duty, Party } from '../vocabulary.js';
import type { Grant } from './grant.js';

/** Duties that stand whatever the answer is: a refusal is an answer too. The others presuppose that something is owed. */
const standing: ReadonlySet<Duty> = new Set<Duty>([
  'answer',
  'answer-message',
  'answer-claim',
  'answer-chargeback',
  'submit-evidence',
  'file-claim',
  'appeal',
  'platform-decides',
  'apply',
  'notify-defect',
  'action-barred',
]);

const startsAt = (bound: Bound, trigger: string): boolean =>
  bound.kind === 'span' && (typeof bound.from === 'string' ? bound.from === trigger : startsAt(bound.from, trigger));

/** Duties about goods on their way back: there are none where nothing travels back. */
const aboutReturn: ReadonlySet<Duty> = new Set<Duty>([
  'authorise-return',
  'provide-label',
  'provide-address',
  'collect-goods',
  'dispatch-back',
  'confirm-receipt',
  'inspect',
]);

/** A refund counted from the inspection is owed once the goods passed it. */
const isSuspended = ({ duty, period }: DeadlineTerm, scene: Scene): boolean =>
  (aboutReturn.has(duty) && whyNothingReturns(scene) !== null) ||
  (duty === 'refund' && scene.facts.events?.inspection === 'failed' && startsAt(period.closes, 'inspected'));

const certaintyOf = (end: Ending, bound: Bound): DecisionDeadline['certainty'] => {
  const isOneTime = end.earliest.day === end.latest.day && end.earliest.milliseconds === end.latest.milliseconds;
  const isCertain = isOneTime && end.gaps === undefined;
  return isCertain && !startsAt(bound, 'promised') ? 'derived' : 'estimated';
};

/** Of hours counted from a day without a time nobody loses by the time that was not told: whoever owes the buyer acts in the first of them, the buyer may in the last. */
const boundFor = (party: Party, { earliest, latest }: Ending): EndPoint =>
  party === 'buyer' && latest.milliseconds !== null ? latest : earliest;

const findEnd = ({ party, period }: DeadlineTerm, grant: Grant, scene: Scene): Resolved => {
  if (period.closes.kind === 'own-window' && grant.window !== null) return grant.window.closes;
  const counter = counterFor(party, period, scene);
  const end = resolveBound(period.closes, scene, counter);
  return period.roll === undefined ? end : rollEnd(end, period.roll, counter);
};

const endAt = (place: number, grant: Grant, scene: Scene): Resolved | null => {
  const term = grant.deadlines[place]?.value;
  if (term === undefined) return null;
  const end = grant.ends[place] ?? findEnd(term, grant, scene);
  grant.ends[place] = end;
  return end;
};

const resolveDeadline = (place: number, grant: Grant, scene: Scene): DecisionDeadline | null => {
  const deadline = grant.deadlines[place];
  if (deadline === undefined) return null;
  const { value, because } = deadline;
  if ((grant.verdict === 'ineligible' && !standing.has(value.duty)) || isSuspended(value, scene)) return null;
  const end = endAt(place, grant, scene);
  if (end === null || end.kind === 'unlimited') return null;
  const zone = value.party === 'buyer' ? scene.buyerZone : scene.sellerZone;
  const written = end.kind === 'ends' ? writeEnd(boundFor(value.party, end), zone) : null;
  return {
    duty: value.duty,
    party: value.party,
    by: written?.at ?? null,
    lastDay: written?.lastDay ?? null,
    startsWhen: end.kind === 'ends' ? null : end.fact,
    strength: value.strength ?? 'hard',
    onMiss: value.onMiss ?? 'unknown',
    source: 'policy',
    certainty: end.kind === 'ends' ? certaintyOf(end, value.period.closes) : 'estimated',
    satisfiedBy: value.satisfiedBy ?? 'done',
    right: grant.standing === 'statement' ? null : grant.id,
    differsFrom: null,
    because,
  };
};

/** The deadlines one grant sets in this case. Of a lost right only the duties that stand anyway remain. */
export const deadlinesOf = (grant: Grant, scene: Scene): readonly DecisionDeadline[] => {
  const found: DecisionDeadline[] = [];
  for (let place = 0; place < grant.deadlines.length; place += 1) {
    const resolved = resolveDeadline(place, grant, scene);
    if (resolved !== null) found.push(resolved);
  }
  return found;
};

/** What is not known of the holidays that the deadlines of a grant are counted with. */
export const addGapsInDeadlines = (found: Set<CalendarGap>, { ends }: Grant): void => {
  for (const end of ends) if (end?.kind === 'ends' && end.gaps !== undefined) for (const gap of end.gaps) found.add(gap);
};

/** The facts nobody told that leave deadlines of a grant open, such as the place whose holidays count. */
export const addOpenFacts = (found: Set<string>, { ends }: Grant): void => {
  for (const end of ends) {
    const fact = end === undefined ? null : openFactOf(end);
    if (fact !== null) found.add(fact);
  }
};

/** The deadlines the marketplace states for this very case. */
export const statedDeadlines = ({ facts, buyerZone, sellerZone }: Scene): readonly DecisionDeadline[] =>
  (facts.platformDeadlines ?? []).map(({ duty, party, by, onMiss }) => {
    const time = parseInstant(by) ?? 0;
    return {
      duty,
      party,
      by: formatInstant(time),
      lastDay: formatCivilDay(civilDayAt(time, party === 'buyer' ? buyerZone : sellerZone)),
      startsWhen: null,
      strength: 'hard',
      onMiss: onMiss ?? 'unknown',
      source: 'marketplace',
      certainty: 'stated',
      satisfiedBy: 'done',
      right: null,
      differsFrom: null,
      because: [],
    };
  });
