import type { AvailableAction, OfferConstraint } from '../../../core/action.js';
import type { Deadline } from '../../../core/deadline.js';
import { toOfferId } from '../../../core/ids.js';
import { money, type Money } from '../../../core/money.js';
import { present } from '../../../core/present.js';
import { definitionOf, type Reason } from '../../../core/reason.js';
import type { Goods } from '../../../core/vocabulary.js';
import type { WireDetail } from '../wire/issues.js';
import type { Axes } from './axes.js';
import { requestOf, type Solution } from './solutions.js';
import { toStanding } from './status.js';
import { toAmount } from './values.js';

export interface ActionFacts {
  readonly wire: WireDetail;
  readonly axes: Axes;
  readonly reason: Reason | 'unknown';
  readonly solutions: readonly Solution[];
  readonly deadlines: readonly Deadline[];
  /** Words of `reverse_detail_status` under which the seller may agree and propose. */
  readonly answerable: readonly string[];
}

const isAnswerable = ({ axes, answerable }: ActionFacts): boolean =>
  axes.status === 'processing' && answerable.includes(axes.detail);

/** Also a solution of the platform under the number -2, as long as its status says that it waits. */
const isOpenToSeller = ({ isSellersTurn, goods }: Solution): boolean => isSellersTurn && goods !== undefined;

const dueBy = ({ deadlines }: ActionFacts): Deadline['by'] | undefined => deadlines.find(({ party }) => party === 'seller')?.by;

const agreement = (facts: ActionFacts, solution: Solution, operation: 'accept' | 'acceptOffer'): AvailableAction => {
  const goods: Goods = solution.goods ?? 'kept-by-buyer';
  return present({
    operation,
    remedy: 'refund' as const,
    offerId: toOfferId(solution.id),
    dueBy: dueBy(facts),
    effect: present({ refund: solution.amount, goods }),
    requires: goods === 'returned' ? (['return-address'] as const) : [],
    source: 'derived' as const,
    native: 'solution.agree',
  });
};

const agreements = (facts: ActionFacts): readonly AvailableAction[] => {
  const waiting = facts.solutions.filter(isOpenToSeller);
  // The platform numbers its solutions -2 and the like: of two that wait under one number nobody can say which is agreed to.
  const open = waiting.filter(({ id }) => waiting.filter((other) => other.id === id).length === 1);
  const request = open.find((solution) => solution.id === requestOf(facts.solutions)?.id && solution.by === 'buyer');
  return [
    ...(request === undefined ? [] : [agreement(facts, request, 'accept')]),
    ...open.map((solution) => agreement(facts, solution, 'acceptOffer')),
  ];
};

/** Up to the platform's limit in the buyer's currency; that limit is zero once the issue has ended, and then says nothing. */
const constraintOf = (wire: WireDetail, offered: Money | undefined): OfferConstraint => {
  const max = toAmount(wire.refund_money_max_local, wire.refund_money_max_local_currency);
  if (max === undefined || max.minor <= 0 || (offered !== undefined && max.currency !== offered.currency))
    return { type: 'free' };
  return { type: 'range', min: money(0, max.currency), max };
};

/** The proposal that the platform still waits on the buyer for. */
export const ownOpenSolution = (solutions: readonly Solution[]): Solution | undefined =>
  solutions.findLast(
    ({ by, status }) => by === 'seller' && (status === 'wait_buyer_accept' || status === 'wait_buyer_and_seller_accept'),
  );

export const answerableSolutions = (solutions: readonly Solution[]): readonly Solution[] =>
  solutions.filter((solution) => solution.by === 'buyer' && isOpenToSeller(solution));

/**
 * AliExpress takes another kind than the buyer's only where the goods are not as described. A reason whose meaning nobody knows may be
 * one of those.
 */
const kindsAnswering = ({ reason }: ActionFacts, { goods }: Solution): readonly Goods[] => {
  const { reasonClass, mayAlsoBe } = definitionOf(reason);
  const isFixed = reasonClass !== null && reasonClass !== 'conformity' && !mayAlsoBe.includes('conformity');
  return isFixed && goods !== undefined ? [goods] : ['kept-by-buyer', 'returned'];
};

/** For each proposal of the buyer counter-proposals, which refuse it; for the seller's own a change of its amount. */
const proposals = (facts: ActionFacts): readonly AvailableAction[] => {
  const own = ownOpenSolution(facts.solutions);
  const toAction = (solution: Solution, goods: Goods): AvailableAction =>
    present({
      operation: 'offer' as const,
      remedy: 'refund' as const,
      offerId: toOfferId(solution.id),
      dueBy: dueBy(facts),
      constraint: constraintOf(facts.wire, solution.amount),
      effect: { goods },
      requires: goods === 'returned' ? (['text', 'return-address'] as const) : (['text'] as const),
      source: 'derived' as const,
      native: 'solution.save',
    });
  return [
    ...answerableSolutions(facts.solutions).flatMap((solution) =>
      kindsAnswering(facts, solution).map((goods) => toAction(solution, goods)),
    ),
    ...(own?.goods === undefined ? [] : [toAction(own, own.goods)]),
  ];
};

/** Where a picture can still matter: until the parties agree or the platform has decided. */
const evidencePhases = new Set(['requested', 'negotiating', 'disputed']);

const showing = (facts: ActionFacts): readonly AvailableAction[] => {
  const { axes } = facts;
  if (!evidencePhases.has(toStanding(axes).phase)) return [];
  const isAsked = axes.detail === 'wait_for_your_evidence';
  return [
    present({
      operation: 'submitEvidence' as const,
      dueBy: isAsked ? dueBy(facts) : undefined,
      mandatory: isAsked ? (true as const) : undefined,
      requires: ['evidence'] as const,
      source: 'derived' as const,
      native: 'image.upload',
    }),
  ];
};

/** Everything the seller can do through the API now. To name a return address later or to confirm the goods, it has no call. */
export const toActions = (facts: ActionFacts): readonly AvailableAction[] => [
  ...(isAnswerable(facts) ? [...agreements(facts), ...proposals(facts)] : []),
  ...showing(facts),
];
