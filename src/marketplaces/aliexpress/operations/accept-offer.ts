import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { CaseId } from '../../../core/ids.js';
import type { OfferChoice } from '../../../core/inputs.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import type { Solution } from '../mappers/solutions.js';
import { addressIssues, agree, expectationIssues, requireInTime } from './agree.js';
import { readDetail, type ReadCase } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape } from './write.js';

const operation = 'acceptOffer';

const check = ({ expected, returnAddress }: OfferChoice): void => {
  const issues = [...expectationIssues(expected, 'choice.expected'), ...addressIssues(returnAddress, 'choice.returnAddress')];
  if (issues.length > 0) throw invalid(operation, issues);
};

const requireSolution = ({ found, solutions }: ReadCase, wanted: string): Solution => {
  const named = solutions.filter(({ id, by }) => id === wanted && by !== 'seller');
  // An earlier solution of the platform may have had the same number.
  const solution = named.find(({ isSellersTurn }) => isSellersTurn) ?? named.at(-1);
  requireInTime(operation, solution);
  const isOpen = found.actions.some((action) => action.operation === operation && action.offerId === wanted);
  if (solution === undefined || !isOpen) throw conflict(operation, 'this solution is no longer open to the seller');
  return solution;
};

/** Agrees to one of several solutions of the buyer or the platform. Moves money where goods are kept, and cannot be undone. */
export const acceptSolution =
  (context: AliExpressContext) =>
  async (id: CaseId, choice: OfferChoice, options?: WriteOptions): Promise<Receipt> => {
    issueIdOf(context, id);
    requireShape(operation, choice);
    check(choice);
    const read = await readDetail(context, id, options);
    requireSeen(operation, read.found, options);
    const { expected, returnAddress } = choice;
    return agree(context, {
      operation,
      id,
      read,
      solution: requireSolution(read, choice.offer),
      expected,
      returnAddress,
      options,
    });
  };
