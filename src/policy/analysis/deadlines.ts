import { decide } from '../decide.js';
import type { Because, DecisionDeadline, RightDecision } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { sellerKindOf } from '../rules/reason-class.js';
import { deadlineParameter } from '../rules/parameters.js';
import type { Rule } from '../rules/rule.js';
import type { DeadlineTerm } from '../rules/terms.js';
import type { Duty, ReasonClass } from '../vocabulary.js';
import { placesIn } from './diff/places.js';
import { createSettleRules, type SettleRules } from './floors/settle-rules.js';
import { countsHolidaysOfBuyer, findImpossibleCase, type Spans } from './promises/impossible-case.js';
import { heldIn, wantedFor, type Wanted } from './reading/held.js';
import { standingIn } from './reading/standing.js';
import type { Hit } from './report/hit.js';
import type { Box } from './space/box.js';
import { explore, type Cell, type Leaf } from './space/explore.js';
import { representFacts } from './space/representative.js';
import { dayRooms } from './space/timeline.js';
import { pairsOf } from './space/universe.js';
import { ordinaryCases, type Subject } from './subject.js';
import { showCase, showDay } from './words/show-case.js';

/** What one document says about the days of a refund and of the goods it waits for. */
interface Refunding extends Spans {
  readonly rule: string | null;
}

const wantedDeadlines: Wanted = {
  parameters: new Set(['deadline.refund.seller', 'deadline.dispatch-back.buyer', 'deadline.authorise-return.seller']),
  withExtensions: false,
};

interface Reading {
  readonly settler: SettleRules;
  /** Whether the spans can be impossible on any day at all. */
  readonly mayBeImpossible: (spans: Spans) => boolean;
}

const refundingIn = (cell: Cell<Rule>, { settler, mayBeImpossible }: Reading): Refunding | null => {
  const { deadlines } = settler.settle(heldIn(cell, cell.items, wantedDeadlines));
  const find = (name: string): DeadlineTerm | null =>
    deadlines.find(({ value }) => deadlineParameter(value) === name)?.value ?? null;
  const refund = find('deadline.refund.seller');
  if (refund === null) return null;
  const spans = { refund, dispatch: find('deadline.dispatch-back.buyer'), approval: find('deadline.authorise-return.seller') };
  if (!mayBeImpossible(spans)) return null;
  const { remedies } = settler.settle(heldIn(cell, cell.items, wantedFor.remedies));
  if (remedies?.value[0]?.remedy === 'keep-and-refund' || standingIn(cell, cell.items).kind !== 'granted') return null;
  const rule = deadlines.find(({ value }) => value === refund)?.because[0]?.rule ?? null;
  return { ...spans, rule };
};

/** Where the buyer can be for the days of the spans to differ. */
const placesFor = ({ policy, space }: Subject, box: Box, { dispatch }: Spans): readonly (string | null)[] => {
  if (dispatch === null || !countsHolidaysOfBuyer(dispatch)) return [null];
  const named = placesIn(space, box);
  return named.length > 0 ? named : [null, ...[...policy.calendars.keys()].sort()];
};

/** The first case of the box in which the spans are impossible. */
const firstIn = (subject: Subject, box: Box, spans: Spans): CaseFacts | null => {
  const { space, setting, policy, days } = subject;
  for (const place of placesFor(subject, box, spans)) {
    const facts = representFacts(space, box, { setting, ...(place === null ? {} : { place }) });
    const found =
      facts === null ? null : findImpossibleCase({ policy, facts, rooms: dayRooms(space, box), until: days.to, spans });
    if (found !== null) return found;
  }
  return null;
};

const refundingCells = (subject: Subject, reasonClass: ReasonClass): readonly Leaf<Refunding>[] => {
  const { space, budget } = subject;
  const start = space.cutTo(ordinaryCases(space), 'reason', pairsOf(reasonClass));
  const items = subject.rules.filter(({ kinds }) => kinds.includes(sellerKindOf(reasonClass)));
  if (start === null) return [];
  const known = new Map<string, boolean>();
  const mayBeImpossible = (spans: Spans): boolean => {
    const key = JSON.stringify(spans);
    const answer = known.get(key) ?? firstIn(subject, start, spans) !== null;
    known.set(key, answer);
    return answer;
  };
  const reading: Reading = { settler: createSettleRules(), mayBeImpossible };
  const leaves = explore<Rule, Refunding | null>({ space, start, items, budget, settle: (cell) => refundingIn(cell, reading) });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};

const rowOf = ({ deadlines }: RightDecision, duty: Duty): DecisionDeadline | undefined =>
  deadlines.find((row) => row.duty === duty);

interface Days {
  readonly due: string;
  readonly sent: string;
}

/** What `decide` says of it: the refund is due while goods may still be sent, so that nobody can have looked at them. */
const daysIn = ({ policy, sellerId }: Subject, facts: CaseFacts): Days | null => {
  const asked = facts.requestedAt ?? '';
  const { rights } = decide(policy, facts, { at: asked });
  const own = rights.find(({ source, verdict }) => source === sellerId && verdict === 'eligible');
  if (own === undefined) return null;
  const due = rowOf(own, 'refund')?.lastDay ?? null;
  const sent = rowOf(own, 'dispatch-back')?.lastDay ?? asked;
  return due === null || due > sent ? null : { due, sent };
};

const citationsOf = ({ rules }: Subject, { dispatch }: Spans): Because =>
  rules.filter(({ terms }) => terms.deadlines?.some((each) => each === dispatch) === true).map(({ citation }) => citation);

const toHit = (subject: Subject, { box, value }: Leaf<Refunding>): readonly Hit[] => {
  const facts = firstIn(subject, box, value);
  const days = facts === null ? null : daysIn(subject, facts);
  if (facts === null || days === null) return [];
  const { due, sent } = days;
  return [
    {
      code: 'impossible-deadline',
      severity: 'error',
      rule: value.rule,
      topic: 'impossible-deadline',
      box,
      when: null,
      facts,
      says: `refund due ${due}`,
      demands: `goods sent until ${sent}`,
      because: citationsOf(subject, value),
      tell: ({ facts: told }) =>
        `${showCase(told)}: the refund is due on ${showDay(due)}, and the buyer may send the goods until ${showDay(sent)}.`,
      isConfirmed: (confirmed) => daysIn(subject, confirmed) !== null,
    },
  ];
};

/** Reasons for which goods come back. */
const classes: readonly ReasonClass[] = ['withdrawal', 'conformity', 'late'];

/** A refund that is promised before the goods can be back, from any start day of the horizon. */
export const findImpossibleDeadlines = (subject: Subject): readonly Hit[] =>
  classes.flatMap((reasonClass) => refundingCells(subject, reasonClass).flatMap((leaf) => toHit(subject, leaf)));
