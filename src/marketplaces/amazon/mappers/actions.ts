import type { AvailableAction } from '../../../core/action.js';
import type { CasePhase } from '../../../core/vocabulary.js';
import type { JoinedCase } from '../merge/joined-case.js';
import type { RefundState } from './money.js';

export interface ActionFacts {
  readonly joined: JoinedCase;
  readonly phase: CasePhase;
  readonly refund: RefundState;
}

/** Goods that Amazon ships, Amazon takes back and refunds. */
const isSellers = ({ fbaReturns, order }: JoinedCase): boolean => fbaReturns.length === 0 && order?.fulfilledBy !== 'AMAZON';

const hasOrder = ({ sellerReturns, externalReturns, money }: JoinedCase): boolean =>
  sellerReturns.length > 0 || [...externalReturns, ...money].some(({ orderId }) => orderId !== undefined);

/**
 * Amazon lists no actions. What the API can do for an open case of an order that the seller fulfilled: pay back by a feed, and write
 * to the buyer with the template for problems.
 */
export const toActions = ({ joined, phase, refund }: ActionFacts): readonly AvailableAction[] => {
  if (!isSellers(joined) || !hasOrder(joined)) return [];
  const canRefund = refund === 'none' || refund === 'partial';
  const isOpen = phase !== 'closed';
  return [
    ...(canRefund && (isOpen || refund === 'none')
      ? [{ operation: 'refund', requires: [], source: 'derived', native: 'POST_PAYMENT_ADJUSTMENT_DATA' } as const]
      : []),
    ...(isOpen ? [{ operation: 'message', requires: ['text'], source: 'derived', native: 'unexpectedProblem' } as const] : []),
  ];
};
