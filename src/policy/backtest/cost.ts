import { noCurrency } from '../../core/money.js';
import type { ReturnDecision } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Money } from '../vocabulary.js';

/** What a decision makes the seller pay. */
export interface Cost {
  /** `null`: nobody knows, because a person must decide or a figure of the refund is open. */
  readonly refund: Money | null;
  /** The way back as far as the seller pays it, `null` when the seller does not. `unknown`: the facts do not say what it costs. */
  readonly wayBack: Money | 'unknown' | null;
}

/** Of a shared cost nobody knows the seller's part before it is paid. */
const wayBackOf = ({ pays }: ReturnDecision, { returnShipping }: CaseFacts): Cost['wayBack'] => {
  if (pays.return === 'shared' || pays.return === 'unknown') return 'unknown';
  return pays.return === 'seller' ? (returnShipping?.cost ?? 'unknown') : null;
};

const refundOf = ({ verdict, refund }: ReturnDecision): Money | null =>
  verdict === 'needs-review' || refund.total?.currency === noCurrency ? null : refund.total;

/**
 * What the seller pays when the case is answered as decided: the refund, and the way back where the seller pays it. Goods that come
 * back are not valued, and a replacement or repair counts as the refund it stands for.
 */
export const costOf = (decision: ReturnDecision, facts: CaseFacts): Cost => {
  if (decision.verdict === 'ineligible') return { refund: { minor: 0, currency: facts.item.price.currency }, wayBack: null };
  const refund = refundOf(decision);
  return { refund, wayBack: refund === null ? null : wayBackOf(decision, facts) };
};
