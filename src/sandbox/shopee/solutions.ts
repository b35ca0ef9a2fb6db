import { Refusal } from './envelope.js';
import type { ReturnRecord, Solution } from './record.js';
import { roundToSite } from './regions.js';

/** What the seller may offer for one solution. Both ends included. */
export interface OfferRange {
  readonly isAdjustable: boolean;
  readonly leastMinor: number;
  readonly mostMinor: number;
}

const fixed = ({ claim }: ReturnRecord): OfferRange => ({
  isAdjustable: false,
  leastMinor: claim.requestedMinor,
  mostMinor: claim.requestedMinor,
});

const adjustable = ({ claim, shop }: ReturnRecord, leastShare: number): OfferRange => ({
  isAdjustable: true,
  leastMinor: roundToSite(claim.requestedMinor * leastShare, shop.region),
  mostMinor: claim.requestedMinor,
});

/** The goods never arrived: there is nothing the buyer could send back. */
const hasNothingToReturn = ({ claim }: ReturnRecord): boolean =>
  ['NOT_RECEIPT', 'NONRECEIPT', 'LONG_DELIVERY_TIME'].includes(claim.reason);

const negotiates = ({ status, negotiation, claim }: ReturnRecord): boolean =>
  status === 'REQUESTED' &&
  claim.validation === 'seller_validation' &&
  (negotiation.status === '' || negotiation.status === 'PENDING_RESPOND');

/** The solutions the seller may offer now. Throws the `Refusal` of a return that never allows an offer. */
export const solutionsOf = (record: ReturnRecord): Partial<Record<Solution, OfferRange>> => {
  if (record.claim.isSellerRefundBarred || record.claim.requestType !== 0)
    throw new Refusal('error_data', 'Type of return does not allow seller to offer refund');
  if (!negotiates(record)) return {};
  const refund = { REFUND: adjustable(record, 0.05) };
  if (hasNothingToReturn(record)) return refund;
  return { ...refund, RETURN_REFUND: record.quirks.hasBundle ? adjustable(record, 0.5) : fixed(record) };
};
