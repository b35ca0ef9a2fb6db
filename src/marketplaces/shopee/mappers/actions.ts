import type { AvailableAction, OfferConstraint } from '../../../core/action.js';
import type { CaseOffer } from '../../../core/case.js';
import type { Deadline } from '../../../core/deadline.js';
import { present } from '../../../core/present.js';
import type { Instant } from '../../../core/time.js';
import type { Duty } from '../../../core/vocabulary.js';
import type { ConfirmMatrix } from '../settings.js';
import type { WireReturn, WireSolution, WireSolutions } from '../wire/returns.js';
import type { Axes } from './axes.js';
import { openBuyerOffer } from './offers.js';
import { parcelStageOf } from './parcel.js';
import { toAmount } from './values.js';

export interface ActionFacts {
  readonly wire: WireReturn;
  readonly axes: Axes;
  readonly offers: readonly CaseOffer[];
  readonly deadlines: readonly Deadline[];
  /** Absent where no offer can be made and the solutions were not asked for. */
  readonly solutions?: WireSolutions | undefined;
  readonly confirm: ConfirmMatrix;
}

const dueBy = ({ deadlines }: ActionFacts, ...duties: readonly Duty[]): Instant | undefined =>
  deadlines.find(({ duty, party, certainty }) => party === 'seller' && certainty !== 'estimated' && duties.includes(duty))?.by;

/** While a proposal is on the table `confirm` would answer something else than the buyer's request. */
const mayConfirm = ({ wire, axes, confirm }: ActionFacts): boolean => {
  const parcel = parcelStageOf(axes.logistics);
  const hasLeftBuyer =
    axes.status === 'PROCESSING' && axes.goods === 'returned' && parcel !== 'not-arranged' && parcel !== 'arranged';
  return (
    confirm.statuses.includes(axes.status) &&
    confirm.requestTypes.includes(axes.requestType ?? 0) &&
    !axes.isWarehouseValidated &&
    !axes.negotiation.startsWith('PENDING') &&
    !hasLeftBuyer &&
    toAmount(wire.refund_amount, wire.currency) !== undefined
  );
};

const acceptAction = (facts: ActionFacts): readonly AvailableAction[] => {
  if (!mayConfirm(facts)) return [];
  const refund = toAmount(facts.wire.refund_amount, facts.wire.currency);
  return [
    present({
      operation: 'accept' as const,
      remedy: 'refund' as const,
      dueBy: dueBy(facts, 'answer'),
      effect: present({ refund, goods: 'kept-by-buyer' as const }),
      requires: [],
      source: 'derived' as const,
      native: 'confirm',
    }),
  ];
};

const constraintOf = (solution: WireSolution, currency: WireReturn['currency']): OfferConstraint | undefined => {
  if (solution.refund_amount_adjustable !== true) return undefined;
  const [min, max] = [toAmount(solution.min_refund_amount, currency), toAmount(solution.max_refund_amount, currency)];
  if (min !== undefined && max !== undefined) return { type: 'range', min, max };
  return max === undefined ? { type: 'free' } : { type: 'free', max };
};

/** One action for each kind of offer: the two have ranges of their own and are told apart by where the goods stay. */
const offerActions = (facts: ActionFacts): readonly AvailableAction[] => {
  const kinds = [
    { solution: facts.solutions?.offer_return_refund, goods: 'returned', native: 'RETURN_REFUND' },
    { solution: facts.solutions?.offer_refund, goods: 'kept-by-buyer', native: 'REFUND' },
  ] as const;
  return kinds.flatMap(({ solution, goods, native }) =>
    solution?.eligibility === true
      ? [
          present({
            operation: 'offer' as const,
            remedy: 'refund' as const,
            dueBy: dueBy(facts, 'answer-offer', 'answer'),
            constraint: constraintOf(solution, facts.wire.currency),
            effect: { goods },
            requires: [],
            source: 'native' as const,
            native,
          }),
        ]
      : [],
  );
};

const acceptOfferAction = (facts: ActionFacts): readonly AvailableAction[] => {
  const offer = facts.axes.negotiation === 'PENDING_RESPOND' ? openBuyerOffer(facts.offers) : undefined;
  if (offer?.goods === undefined) return [];
  return [
    present({
      operation: 'acceptOffer' as const,
      remedy: offer.remedy,
      offerId: offer.id,
      dueBy: dueBy(facts, 'answer-offer', 'answer'),
      effect: present({ refund: offer.amount, goods: offer.goods }),
      requires: [],
      source: 'derived' as const,
      native: 'accept_offer',
    }),
  ];
};

/** While ACCEPTED a dispute is a claim for compensation. Brazilian shops leave the status empty, so an empty one does not forbid it. */
const claimable = new Set(['', 'PENDING_REQUEST']);

const mayDispute = ({ axes }: ActionFacts): boolean => {
  if (axes.status === 'REQUESTED') return true;
  if (axes.status === 'ACCEPTED') return claimable.has(axes.compensation);
  if (axes.status !== 'PROCESSING') return false;
  const parcel = parcelStageOf(axes.logistics);
  // Shopee lists no reason before the parcel has arrived (measured); a refund without goods waits for none.
  return axes.goods === 'kept-by-buyer' || parcel === 'delivered' || parcel === 'lost' || parcel === 'unknown';
};

const rejectAction = (facts: ActionFacts): readonly AvailableAction[] =>
  mayDispute(facts)
    ? [
        present({
          operation: 'reject' as const,
          dueBy: dueBy(facts, 'answer', 'inspect', 'claim-compensation'),
          requires: ['rejection-reason', 'evidence', 'operator-email'] as const,
          source: 'derived' as const,
          native: 'dispute',
        }),
      ]
    : [];

const withdrawAction = ({ axes }: ActionFacts): readonly AvailableAction[] =>
  axes.status === 'ACCEPTED' && axes.compensation === 'REQUESTED'
    ? [{ operation: 'withdrawRejection', requires: ['operator-email'], source: 'derived', native: 'cancel_dispute' }]
    : [];

const evidenceAction = (facts: ActionFacts): readonly AvailableAction[] =>
  facts.axes.proof === 'PENDING'
    ? [
        present({
          operation: 'submitEvidence' as const,
          dueBy: dueBy(facts, 'submit-evidence'),
          mandatory: true,
          requires: ['evidence'] as const,
          source: 'derived' as const,
          native: 'upload_proof',
        }),
      ]
    : [];

/** Everything the seller can do through the API now. */
export const toActions = (facts: ActionFacts): readonly AvailableAction[] => [
  ...acceptAction(facts),
  ...offerActions(facts),
  ...acceptOfferAction(facts),
  ...rejectAction(facts),
  ...withdrawAction(facts),
  ...evidenceAction(facts),
];
