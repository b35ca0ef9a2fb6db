import { definitionOf } from '../../core/reason.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Party } from '../vocabulary.js';

/** Who owed the duties at the border: the seller under DDP, the buyer otherwise. */
const liableForCustoms = ({ order }: CaseFacts): Party | 'unknown' =>
  order.incoterm === undefined ? 'unknown' : order.incoterm === 'DDP' ? 'seller' : 'buyer';

/** Who is at fault. What the marketplace states about the case beats the reason's default; a bare denial leaves it open. */
export const liableParty = (facts: CaseFacts): Party | 'unknown' => {
  const { liable } = definitionOf(facts.reason);
  if (facts.hasSellerFault === true) return 'seller';
  if (facts.hasSellerFault === false && liable === 'seller') return 'unknown';
  if (facts.reason === 'customs-hold') return liableForCustoms(facts);
  if (facts.reason === 'customs-refused-or-duty-unpaid' && facts.order.incoterm === 'DDP') return 'seller';
  return liable ?? 'unknown';
};
