import type { PlainJson, Receipt, WriteOptions } from '../../../core/attempt.js';
import { DeadlinePassedError } from '../../../core/errors/api-errors.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import { formatMoney, isSameMoney, type Money } from '../../../core/money.js';
import type { Goods, Remedy } from '../../../core/vocabulary.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';
import { agreeToSolution } from '../endpoints/issue-writes.js';
import type { Solution } from '../mappers/solutions.js';
import { toText, toTime } from '../mappers/values.js';
import type { ReadCase } from './read-case.js';
import { conflict, invalid, sendOnce } from './write.js';

type Operation = 'accept' | 'acceptOffer';

/** What the caller saw and agrees to. */
export interface Expectation {
  readonly remedy: Remedy;
  readonly amount?: Money;
  readonly goods?: Goods;
}

export interface Agreement {
  readonly operation: Operation;
  readonly id: CaseId;
  readonly read: ReadCase;
  readonly solution: Solution;
  readonly expected: Expectation;
  readonly returnAddress: string | undefined;
  readonly options: WriteOptions | undefined;
}

const refunds = new Set<Remedy>(['refund', 'partial-refund', 'keep-and-refund']);
const addressShape = /^\d{1,19}$/;

const isAddressId = (text: string): boolean => addressShape.test(text);

/** What is wrong with the call itself, whatever the case. */
export const expectationIssues = ({ remedy, goods }: Expectation, path: string): readonly Issue[] => [
  ...(refunds.has(remedy) ? [] : [{ path: `${path}.remedy`, message: `AliExpress knows refunds only, not '${remedy}'` }]),
  ...(remedy === 'keep-and-refund' && goods === 'returned'
    ? [{ path: `${path}.goods`, message: `'keep-and-refund' leaves the goods with the buyer` }]
    : []),
];

export const addressIssues = (address: string | undefined, path: string): readonly Issue[] =>
  address === undefined || isAddressId(address)
    ? []
    : [{ path, message: 'expected the id of one of native.getReturnAddresses()' }];

/** Silence may have been quicker. */
export const requireInTime = (operation: Operation, solution: Solution | undefined): void => {
  if (toText(solution?.wire.reached_type) !== 'seller_reponse_timeout') return;
  throw new DeadlinePassedError("aliexpress: the time to answer is over, and the buyer's solution was carried out", {
    marketplace,
    operation,
  });
};

const requireExpected = ({ operation, solution, expected }: Agreement): void => {
  const { goods, amount } = solution;
  const wanted = expected.remedy === 'keep-and-refund' ? 'kept-by-buyer' : expected.goods;
  if (wanted !== undefined && wanted !== goods) {
    throw conflict(
      operation,
      goods === 'returned' ? 'under the solution the goods come back' : 'under the solution no goods come back',
    );
  }
  if (expected.amount === undefined || (amount !== undefined && isSameMoney(amount, expected.amount))) return;
  const proposed = amount === undefined ? 'an unknown amount' : formatMoney(amount);
  throw conflict(operation, `the solution refunds ${proposed}, not ${formatMoney(expected.amount)}`);
};

const requireAddress = ({ operation, solution, returnAddress }: Agreement): void => {
  const path = operation === 'accept' ? 'acceptance.returnAddress' : 'choice.returnAddress';
  const isReturn = solution.goods === 'returned';
  if (isReturn === (returnAddress !== undefined)) return;
  const message = isReturn ? 'a return needs one: see native.getReturnAddresses()' : 'no goods come back, so none is sent';
  throw invalid(operation, [{ path, message }]);
};

/** What the solution is known by afterwards: the platform was seen to give one number to two of them. */
const rememberedOf = ({ id, by, type, amount, wire }: Solution): PlainJson => {
  const madeAt = toTime(wire.gmt_create);
  return {
    solution: id,
    by,
    type,
    ...(amount === undefined ? {} : { amount: { ...amount } }),
    ...(madeAt === undefined ? {} : { madeAt }),
  };
};

/** Agrees to a solution. Moves money where the solution is a refund, and cannot be undone. */
export const agree = async (context: AliExpressContext, agreement: Agreement): Promise<Receipt> => {
  const { operation, id, read, solution, returnAddress, options } = agreement;
  requireExpected(agreement);
  requireAddress(agreement);
  const { issueId } = read.issue;
  return sendOnce(context, {
    operation,
    id,
    found: read.found,
    endpoint: agreeToSolution,
    input: { ...read.issue, solutionId: solution.id, returnAddressId: returnAddress },
    remember: rememberedOf(solution),
    nativeRef: issueId,
    options,
  });
};
