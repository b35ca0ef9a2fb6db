import type { CaseOffer } from '../../../core/case.js';
import { toOfferId } from '../../../core/ids.js';
import { present } from '../../../core/present.js';
import type { Goods } from '../../../core/vocabulary.js';
import type { WireReturn } from '../wire/returns.js';
import type { Axes } from './axes.js';
import { toAmount, toText, toTime } from './values.js';

const goodsBySolution: Readonly<Record<string, Goods>> = { RETURN_REFUND: 'returned', REFUND: 'kept-by-buyer' };

/** The status says whose turn it is; once the talk has ended only the creator's name is left, which is the buyer's or another. */
const makerOf = (wire: WireReturn, { negotiation }: Axes): 'buyer' | 'seller' => {
  if (negotiation === 'PENDING_RESPOND') return 'buyer';
  if (negotiation === 'PENDING_BUYER_RESPOND') return 'seller';
  const creator = toText(wire.negotiation?.latest_offer_creator);
  return creator === undefined || creator === toText(wire.user?.username) ? 'buyer' : 'seller';
};

/**
 * Shopee tells the latest proposal only, without a number of its own. The id is made from what the proposal says, so that another
 * proposal has another id. Without a negotiation the same field repeats the request and is no offer.
 */
export const toOffers = (wire: WireReturn, axes: Axes): readonly CaseOffer[] => {
  const solution = toText(wire.negotiation?.latest_solution);
  if (solution === undefined || axes.negotiation === '') return [];
  const by = makerOf(wire, axes);
  const offered = toAmount(wire.negotiation?.latest_offer_amount, wire.currency);
  // 0 stands for absent here as for dates, and what a proposal does not say is not borrowed from the request.
  const amount = offered === undefined || offered.minor <= 0 ? undefined : offered;
  const isOpen = axes.negotiation === 'PENDING_RESPOND' || axes.negotiation === 'PENDING_BUYER_RESPOND';
  return [
    present({
      id: toOfferId(`${by}-${solution}-${amount?.minor ?? ''}`),
      by,
      remedy: 'refund' as const,
      goods: Object.hasOwn(goodsBySolution, solution) ? goodsBySolution[solution] : undefined,
      amount,
      state: isOpen ? ('open' as const) : ('unknown' as const),
      answerBy: isOpen ? toTime(wire.negotiation?.offer_due_date) : undefined,
      native: solution,
    }),
  ];
};

/** The buyer's proposal that waits for the seller. */
export const openBuyerOffer = (offers: readonly CaseOffer[]): CaseOffer | undefined =>
  offers.find(({ by, state }) => by === 'buyer' && state === 'open');
