import { decide } from '../decide.js';
import { formatCivilDay } from '../calendar/civil-day.js';
import type { Because, RightDecision, RightKind } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { sellerKindOf } from '../rules/reason-class.js';
import type { Rule } from '../rules/rule.js';
import type { ReasonClass } from '../vocabulary.js';
import { moveTo } from './days/case-builder.js';
import { findRefusedDay } from './days/refused-day.js';
import { findOpenDay } from './days/open-day.js';
import type { Duel } from './floors/duel.js';
import { findLesserTerms, type LesserTerms } from './floors/lesser-terms.js';
import { findRefusals, type Refusal } from './floors/refusals.js';
import { createSettleRules } from './floors/settle-rules.js';
import { isLessIn } from './parts/confirm-less.js';
import { findLess } from './parts/less.js';
import { createRefundMemo, findLessRefund, type RefundMemo } from './parts/less-refund.js';
import { termsParts, type TermsPart } from './reading/held.js';
import type { Hit } from './report/hit.js';
import type { Axis } from './space/axis.js';
import { replaceAt, type Box } from './space/box.js';
import type { Leaf } from './space/explore.js';
import { priceIntervals } from './space/price.js';
import { representFacts } from './space/representative.js';
import { dayRooms, type Timeline } from './space/timeline.js';
import { pairsOf } from './space/universe.js';
import { ordinaryCases, type Subject } from './subject.js';
import { showWords } from './words/show-value.js';

/** Two neighboring classes of one axis, the first of which must not be worse for the buyer. */
interface Step {
  readonly subject: Subject;
  readonly axis: Axis;
  readonly better: bigint;
  readonly worse: bigint;
  readonly reasonClass: ReasonClass;
  readonly refunds: RefundMemo;
}

const classes: readonly ReasonClass[] = ['withdrawal', 'conformity', 'late'];

/** Sealing is no fault of the goods. */
const isFlaw = ({ dimension }: Axis): boolean =>
  dimension.startsWith('condition.') && dimension !== 'condition.isSealedAtDelivery';

const stepsOf = (subject: Subject): readonly Step[] => {
  const refunds = createRefundMemo();
  return classes.flatMap((reasonClass) =>
    subject.space.axes.flatMap((axis): readonly Step[] => {
      const common = { subject, axis, reasonClass, refunds };
      if (isFlaw(axis)) return [{ ...common, better: 1n, worse: 2n }];
      if (axis.dimension !== 'requested') return [];
      return axis.classes
        .slice(1)
        .map((_, index) => ({ ...common, better: 1n << BigInt(index), worse: 1n << BigInt(index + 1) }));
    }),
  );
};

/** Whether the rule says something else about the two classes of some axis of that dimension. */
const mentions = ({ guard, unless }: Rule, { dimension }: Axis): boolean => [guard, ...unless].some((box) => box.has(dimension));

const toDuel = ({ subject, axis, better, worse, reasonClass }: Step): Duel | null => {
  const { space } = subject;
  const sellerKind: RightKind = sellerKindOf(reasonClass);
  const start = space.cutTo(ordinaryCases(space), 'reason', pairsOf(reasonClass));
  const rules = subject.rules.filter(({ kinds }) => kinds.includes(sellerKind));
  // Under the same rules nobody is worse off for better goods or for an earlier day.
  const telling = new Set(rules.filter((rule) => mentions(rule, axis)));
  if (start === null || telling.size === 0) return null;
  const scope = { start: replaceAt(start, axis.index, better | worse), rules };
  return {
    space,
    ...scope,
    scopeOf: () => scope,
    sellerKind,
    floorKind: sellerKind,
    read: (cell) => {
      const [first, second] = [cell.restrict(axis.index, better), cell.restrict(axis.index, worse)];
      const isTold = [first, second].some(({ items, holds }) => items.some((rule) => telling.has(rule) && holds(rule)));
      if (!isTold) return { seller: { cell: first, rules: [] }, floor: { cell: second, rules: [] } };
      return { seller: { cell: first, rules: first.items }, floor: { cell: second, rules: second.items } };
    },
  };
};

const isTime = ({ axis }: Step): boolean => axis.dimension === 'requested';

/** The better case beside the worse one: the same goods unharmed, or the same request on the last day before. */
const betterCase = (step: Step, worse: CaseFacts, box: Box): CaseFacts | null => {
  const { subject, axis, better } = step;
  if (isTime(step)) {
    const first = axis.classes[better.toString(2).length];
    return first?.kind === 'range' ? { ...worse, requestedAt: formatCivilDay(first.from - 1) } : null;
  }
  const good = representFacts(subject.space, replaceAt(box, axis.index, better), { setting: subject.setting });
  return good === null ? null : { ...worse, item: { ...good.item, price: worse.item.price } };
};

const sellerRight = ({ policy, sellerId }: Subject, facts: CaseFacts): RightDecision | null =>
  decide(policy, facts, { at: facts.requestedAt ?? '' }).rights.find(({ source }) => source === sellerId) ?? null;

const betterWords = (step: Step): string => (isTime(step) ? 'asked a day earlier' : showWords(step.axis.dimension, ['false']));
const worseWords = (step: Step): string => (isTime(step) ? 'asked a day later' : showWords(step.axis.dimension, ['true']));

interface Found {
  readonly step: Step;
  readonly box: Box;
  readonly worse: CaseFacts;
  readonly rule: string | null;
  readonly topic: string;
  readonly says: string;
  readonly demands: string;
  /** Who is kinder to the worse case. */
  readonly because: Because;
  readonly isSo: (better: RightDecision, worse: RightDecision) => boolean;
}

const toHit = ({ step, box, worse, rule, topic, says, demands, because, isSo }: Found): readonly Hit[] => {
  const better = betterCase(step, worse, box);
  if (better === null) return [];
  return [
    {
      code: 'monotonicity',
      severity: 'warning',
      rule,
      topic: JSON.stringify([step.axis.dimension, String(step.better), topic]),
      box: replaceAt(box, step.axis.index, step.better),
      when: null,
      facts: better,
      says,
      demands,
      because,
      tell: () => `${betterWords(step)}: ${says}; ${worseWords(step)}: ${demands}. The better case must not be worse off.`,
      isConfirmed: () => {
        const [own, other] = [sellerRight(step.subject, better), sellerRight(step.subject, worse)];
        return own !== null && other !== null && isSo(own, other);
      },
    },
  ];
};

const worseFacts = ({ subject, axis, worse }: Step, box: Box): { readonly facts: CaseFacts; readonly box: Box } | null => {
  const narrow = replaceAt(box, axis.index, worse);
  const facts = representFacts(subject.space, narrow, { setting: subject.setting });
  return facts === null ? null : { facts, box: narrow };
};

/** The first day of the later class: a day before it is the last of the earlier one. */
const pinned = (step: Step, box: Box): ReturnType<typeof dayRooms> => {
  const rooms = dayRooms(step.subject.space, box);
  return isTime(step)
    ? rooms.map((room) => ({ ...room, requested: { from: room.requested.from, to: room.requested.from } }))
    : rooms;
};

const refusalHits = (step: Step, { box, value }: Leaf<Refusal>): readonly Hit[] => {
  const { policy, days } = step.subject;
  const made = worseFacts(step, box);
  if (made === null) return [];
  const lead = isTime(step) ? { leadInDays: 1 } : {};
  for (const room of pinned(step, made.box)) {
    const day = findRefusedDay({
      policy,
      facts: made.facts,
      room,
      until: days.to,
      seller: value.seller ?? 'excluded',
      floor: value.floor,
      ...lead,
    });
    if (day === null) continue;
    const worse = moveTo(made.facts, day.timeline);
    const isSo: Found['isSo'] = (own, other) => own.verdict === 'ineligible' && other.verdict === 'eligible';
    const rule = value.rule?.id ?? null;
    return toHit({
      step,
      box,
      worse,
      rule,
      topic: 'verdict',
      says: 'no',
      demands: 'yes',
      because: value.floor.windowBecause,
      isSo,
    });
  }
  return [];
};

const lessIn = (
  part: TermsPart,
  value: LesserTerms,
  { step, box, facts }: { step: Step; box: Box; facts: CaseFacts },
): ReturnType<typeof findLessRefund> => {
  const { policy, space } = step.subject;
  const goods = { policy, facts, intervals: priceIntervals(space, box, facts.item.price.currency) };
  if (part === 'refund') return findLessRefund(value, goods, step.refunds);
  const less = findLess(part, value.seller, value.floor);
  return less === null ? null : { ...less, facts };
};

const termsHits = (step: Step, part: TermsPart, { box, value }: Leaf<LesserTerms>): readonly Hit[] => {
  const { subject } = step;
  const made = worseFacts(step, box);
  if (made === null) return [];
  const timeline: Timeline | null = findOpenDay({
    policy: subject.policy,
    facts: made.facts,
    rooms: pinned(step, made.box),
    windows: value.windows,
  });
  const less = timeline === null ? null : lessIn(part, value, { step, box, facts: moveTo(made.facts, timeline) });
  if (less === null) return [];
  const isSo: Found['isSo'] = (own, other) =>
    own.verdict === 'eligible' && other.verdict === 'eligible' && isLessIn(part, own, other);
  const { rule, says, demands, facts } = less;
  const because = less.because.length > 0 ? less.because : value.floor.because;
  return toHit({ step, box, worse: facts, rule, topic: part, says, demands, because, isSo });
};

/** From the opening of the window on, who asks earlier or sends back better goods must not be worse off. */
export const findMonotonicityFaults = (subject: Subject): readonly Hit[] => {
  const settler = createSettleRules();
  const { budget } = subject;
  return stepsOf(subject).flatMap((step) => {
    const duel = toDuel(step);
    if (duel === null) return [];
    const refusals = findRefusals(duel, { budget, settler }).flatMap((leaf) => refusalHits(step, leaf));
    const lesser = termsParts.flatMap((part) =>
      findLesserTerms(duel, { budget, settler, part }).flatMap((leaf) => termsHits(step, part, leaf)),
    );
    return [...refusals, ...lesser];
  });
};
