import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { Offer } from '../../../core/inputs.js';
import { compareMoney, formatMoney, toDecimal, type Money } from '../../../core/money.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import { saveSolution, type SaveInput } from '../endpoints/issue-writes.js';
import { answerableSolutions, ownOpenSolution } from '../mappers/actions.js';
import type { Solution } from '../mappers/solutions.js';
import { addressIssues, expectationIssues } from './agree.js';
import { readDetail, type ReadCase } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape, sendOnce } from './write.js';

const operation = 'offer';

const check = ({ remedy, goods, amount, text, returnAddress }: Offer): Money => {
  const issues: Issue[] = [
    ...expectationIssues({ remedy, goods }, 'offer'),
    ...addressIssues(returnAddress, 'offer.returnAddress'),
  ];
  if (amount === undefined || amount.minor < 0) {
    issues.push({ path: 'offer.amount', message: 'AliExpress wants an amount; 0 refuses the buyer without a refund' });
  }
  if ((text ?? '').trim() === '') issues.push({ path: 'offer.text', message: 'AliExpress wants words for the buyer' });
  if (goods === 'returned' && returnAddress === undefined) {
    issues.push({ path: 'offer.returnAddress', message: 'a return needs one: see native.getReturnAddresses()' });
  }
  if (goods === 'kept-by-buyer' && returnAddress !== undefined) {
    issues.push({ path: 'offer.returnAddress', message: 'no goods come back, so none is sent' });
  }
  if (issues.length > 0 || amount === undefined) throw invalid(operation, issues);
  return amount;
};

/** What the offer does: it answers a solution of the buyer, or it changes the seller's own. */
type Target = { readonly kind: 'answering' | 'changing'; readonly solution: Solution };

const namedTarget = ({ solutions }: ReadCase, named: string): Target => {
  const solution = answerableSolutions(solutions).find(({ id }) => id === named);
  if (solution === undefined) throw conflict(operation, 'the solution that this offer answers is no longer open');
  return { kind: 'answering', solution };
};

const toTarget = (read: ReadCase, { answering }: Offer): Target => {
  if (answering !== undefined) return namedTarget(read, answering);
  const own = ownOpenSolution(read.solutions);
  if (own !== undefined) return { kind: 'changing', solution: own };
  const [only, ...others] = answerableSolutions(read.solutions);
  if (only === undefined)
    throw conflict(operation, 'there is no open solution of the buyer to answer, and none of the seller to change');
  if (others.length === 0) return { kind: 'answering', solution: only };
  throw invalid(operation, [
    { path: 'offer.answering', message: 'the buyer has proposed several solutions: name the one that is refused' },
  ]);
};

/** The offer must be one of the case's actions, and its amount lie within that action's bounds. */
const requireAction = (
  { found }: ReadCase,
  { solution }: Target,
  { goods, amount }: { goods: Offer['goods']; amount: Money },
): void => {
  const action = found.actions.find(
    (candidate) => candidate.operation === operation && candidate.offerId === solution.id && candidate.effect?.goods === goods,
  );
  if (action === undefined) throw conflict(operation, `an offer with goods '${goods}' cannot be made on this case now`);
  const refuse = (message: string): never => {
    throw invalid(operation, [{ path: 'offer.amount', message }]);
  };
  const { constraint } = action;
  const currency = solution.amount?.currency ?? (constraint?.type === 'range' ? constraint.max.currency : undefined);
  if (currency !== undefined && currency !== amount.currency) refuse(`expected ${currency}, in which the solution is made`);
  if (constraint?.type === 'range' && compareMoney(amount, constraint.max) > 0)
    refuse(`expected at most ${formatMoney(constraint.max)}`);
};

/** Proposes another solution and so refuses the buyer's, or changes the seller's own. Binding once the buyer takes it. */
export const offerSolution =
  (context: AliExpressContext) =>
  async (id: CaseId, offer: Offer, options?: WriteOptions): Promise<Receipt> => {
    issueIdOf(context, id);
    requireShape(operation, offer);
    const amount = check(offer);
    const read = await readDetail(context, id, options);
    requireSeen(operation, read.found, options);
    const target = toTarget(read, offer);
    requireAction(read, target, { goods: offer.goods, amount });
    const { kind, solution } = target;
    const type = offer.goods === 'returned' ? 'return_and_refund' : 'refund';
    const input: SaveInput = {
      ...read.issue,
      type,
      amount: toDecimal(amount),
      currency: amount.currency,
      text: offer.text ?? '',
      returnAddressId: offer.returnAddress,
      ...(kind === 'answering' ? { answering: solution.id } : { changing: solution.id }),
    };
    return sendOnce(context, {
      operation,
      id,
      found: read.found,
      endpoint: saveSolution,
      input,
      remember: {
        type,
        amount: { ...amount },
        own: read.solutions.filter(({ by }) => by === 'seller').map((known) => known.id),
        ...(kind === 'changing' ? { changing: solution.id } : {}),
        ...(kind === 'changing' && solution.amount !== undefined ? { was: { ...solution.amount } } : {}),
      },
      nativeRef: read.issue.issueId,
      options,
    });
  };
