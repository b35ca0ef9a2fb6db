import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { Acceptance } from '../../../core/inputs.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import { requestOf, type Solution } from '../mappers/solutions.js';
import { addressIssues, agree, expectationIssues, requireInTime } from './agree.js';
import { readDetail, type ReadCase } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape } from './write.js';

const operation = 'accept';

const check = ({ expected, returnAddress }: Acceptance): void => {
  const issues: Issue[] = [
    ...expectationIssues(expected, 'acceptance.expected'),
    ...addressIssues(returnAddress, 'acceptance.returnAddress'),
  ];
  if (expected.remedy === 'partial-refund' && expected.amount === undefined) {
    issues.push({
      path: 'acceptance.expected.amount',
      message: 'AliExpress refunds what the buyer asks: say the partial amount you expect',
    });
  }
  if (issues.length > 0) throw invalid(operation, issues);
};

const requireRequest = ({ found, solutions }: ReadCase): Solution => {
  const request = requestOf(solutions);
  requireInTime(operation, request);
  const isOpen = found.actions.some((action) => action.operation === operation && action.offerId === request?.id);
  if (request === undefined || !isOpen)
    throw conflict(operation, 'there is no open request of the buyer that the seller can agree to now');
  return request;
};

/** Agrees to what the buyer asks: the solution marked as default. Moves money where goods are kept, and cannot be undone. */
export const acceptCase =
  (context: AliExpressContext) =>
  async (id: CaseId, acceptance: Acceptance, options?: WriteOptions): Promise<Receipt> => {
    issueIdOf(context, id);
    requireShape(operation, acceptance);
    check(acceptance);
    const read = await readDetail(context, id, options);
    requireSeen(operation, read.found, options);
    const { expected, returnAddress } = acceptance;
    return agree(context, { operation, id, read, solution: requireRequest(read), expected, returnAddress, options });
  };
