import type { Pays, Refund, ReturnDecision, Window } from '../decision.js';
import type { ChangeablePart } from './result.js';

const isSameWindow = (left: Window | null, right: Window | null): boolean => {
  if (left === null || right === null) return left === right;
  return (
    left.lastDay === right.lastDay &&
    left.closesAt === right.closesAt &&
    left.mayExtendTo === right.mayExtendTo &&
    left.opensAt === right.opensAt &&
    left.state === right.state
  );
};

const isSamePays = (left: Pays, right: Pays): boolean =>
  left.return === right.return && left.outbound === right.outbound && left.replacement === right.replacement;

const isSameRefund = (left: Refund, right: Refund): boolean =>
  left.form === right.form && left.total?.minor === right.total?.minor && left.total?.currency === right.total?.currency;

/** What an answer says other than the one before. The rule it cites may be another without any of this changing. */
export const changedParts = (before: ReturnDecision, after: ReturnDecision): readonly ChangeablePart[] => {
  const parts: ChangeablePart[] = [];
  if (before.verdict !== after.verdict) parts.push('verdict');
  if (!isSameWindow(before.window, after.window)) parts.push('window');
  if (!isSamePays(before.pays, after.pays)) parts.push('payer');
  if (!isSameRefund(before.refund, after.refund)) parts.push('refund');
  return parts;
};
