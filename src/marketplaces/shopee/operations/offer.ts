import type { AvailableAction } from '../../../core/action.js';
import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { Case } from '../../../core/case.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { Offer } from '../../../core/inputs.js';
import { compareMoney, formatMoney, isSameMoney, toDecimal, type Money } from '../../../core/money.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { offer as offerEndpoint, type OfferInput } from '../endpoints/return-writes.js';
import { openBuyerOffer } from '../mappers/offers.js';
import { toText } from '../mappers/values.js';
import { readNegotiable, type ReadCase } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape, sendOnce } from './write.js';

const operation = 'offer';
const refunds = new Set(['refund', 'partial-refund', 'keep-and-refund']);

const check = (offer: Offer): void => {
  const issues: Issue[] = [];
  if (!refunds.has(offer.remedy)) {
    issues.push({ path: 'offer.remedy', message: `Shopee takes refunds only, not '${offer.remedy}'` });
  }
  if (offer.remedy === 'keep-and-refund' && offer.goods === 'returned') {
    issues.push({ path: 'offer.goods', message: `'keep-and-refund' leaves the goods with the buyer` });
  }
  if (offer.amount !== undefined && offer.amount.minor <= 0) {
    issues.push({ path: 'offer.amount', message: 'expected a positive amount' });
  }
  if (offer.text !== undefined) issues.push({ path: 'offer.text', message: 'Shopee sends no words with an offer' });
  if (offer.returnAddress !== undefined) {
    issues.push({ path: 'offer.returnAddress', message: 'Shopee chooses the return address itself' });
  }
  if (issues.length > 0) throw invalid(operation, issues);
};

const requireAction = (found: Case, goods: Offer['goods']): AvailableAction => {
  const action = found.actions.find((candidate) => candidate.operation === operation && candidate.effect?.goods === goods);
  if (action !== undefined) return action;
  throw conflict(operation, `an offer with goods '${goods}' is not one of the available solutions of this case now`);
};

const boundIssue = (amount: Money, { constraint }: AvailableAction): string | undefined => {
  if (constraint === undefined) return undefined;
  const min = constraint.type === 'range' ? constraint.min : undefined;
  const max = constraint.type === 'range' || constraint.type === 'free' ? constraint.max : undefined;
  const bound = min ?? max;
  if (bound !== undefined && bound.currency !== amount.currency) return `expected ${bound.currency}, not ${amount.currency}`;
  if (min !== undefined && compareMoney(amount, min) < 0) return `expected at least ${formatMoney(min)}`;
  if (max !== undefined && compareMoney(amount, max) > 0) return `expected at most ${formatMoney(max)}`;
  return undefined;
};

/** The amount to send: only where it is adjustable, and then it must be there and lie within this solution's own bounds. */
const amountToSend = (offer: Offer, action: AvailableAction, { found, wire }: ReadCase): Money | undefined => {
  const refuse = (message: string): never => {
    throw invalid(operation, [{ path: 'offer.amount', message }]);
  };
  const { amount } = offer;
  const isAdjustable = action.constraint !== undefined;
  const fixed = found.requested.amount;
  if (!isAdjustable) {
    if (amount === undefined || (fixed !== undefined && isSameMoney(amount, fixed))) return undefined;
    return refuse('Shopee fixes the amount of this solution: leave it out');
  }
  if (amount === undefined) return refuse('Shopee wants an amount for this solution');
  // The amount is sent without its currency, so it must be the case's own.
  const currency = toText(wire.currency);
  if (currency === undefined) return refuse('Shopee does not say the currency of this case, so no amount can be sent');
  const issue = currency === amount.currency ? boundIssue(amount, action) : `expected ${currency}`;
  return issue === undefined ? amount : refuse(issue);
};

/** Proposes a return with refund or a refund without goods. Binding once the buyer takes it. */
export const offerSolution =
  (context: ShopeeContext) =>
  async (id: CaseId, offer: Offer, options?: WriteOptions): Promise<Receipt> => {
    const returnSn = returnSnOf(context, id);
    requireShape(operation, offer);
    check(offer);
    const read = await readNegotiable(context, id, options);
    const { found } = read;
    requireSeen(operation, found, options);
    if (offer.answering !== undefined && offer.answering !== openBuyerOffer(found.offers)?.id)
      throw conflict(operation, 'the proposal that this offer answers is no longer open');
    const action = requireAction(found, offer.goods);
    const amount = amountToSend(offer, action, read);
    const proposedSolution = offer.goods === 'returned' ? 'RETURN_REFUND' : 'REFUND';
    const input: OfferInput = {
      returnSn,
      proposedSolution,
      ...(amount === undefined ? {} : { proposedAdjustedRefundAmount: Number(toDecimal(amount)) }),
    };
    return sendOnce(context, {
      operation,
      id,
      found,
      endpoint: offerEndpoint,
      input,
      remember: { solution: proposedSolution, ...(amount === undefined ? {} : { amount: { ...amount } }) },
      nativeRef: returnSn,
      options,
    });
  };
