import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { AvailableAction } from '../../../core/action.js';
import type { Case } from '../../../core/case.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { Acceptance } from '../../../core/inputs.js';
import { formatMoney, isSameMoney } from '../../../core/money.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { confirm } from '../endpoints/return-writes.js';
import { readDetail } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape, sendOnce } from './write.js';

const operation = 'accept';
const fullRefunds = new Set(['refund', 'keep-and-refund', 'partial-refund']);

const check = ({ expected, returnAddress }: Acceptance): void => {
  const issues: Issue[] = [];
  if (expected.goods !== 'kept-by-buyer') {
    issues.push({
      path: 'acceptance.expected.goods',
      message: `Shopee's confirm refunds at once and the buyer keeps the goods; to agree to a return, offer it with goods 'returned'`,
    });
  }
  if (!fullRefunds.has(expected.remedy)) {
    issues.push({ path: 'acceptance.expected.remedy', message: `expected a refund, not '${expected.remedy}'` });
  }
  if (expected.remedy === 'partial-refund' && expected.amount === undefined) {
    issues.push({
      path: 'acceptance.expected.amount',
      message: 'Shopee refunds what the case asks: say the partial amount you expect',
    });
  }
  if (returnAddress !== undefined) {
    issues.push({ path: 'acceptance.returnAddress', message: 'no goods come back, so Shopee takes no return address' });
  }
  if (issues.length > 0) throw invalid(operation, issues);
};

const requireAction = (found: Case): AvailableAction => {
  const action = found.actions.find((candidate) => candidate.operation === operation);
  if (action !== undefined) return action;
  throw conflict(operation, `a case that is ${found.native['status'] ?? ''} with this validation and offer cannot be confirmed`);
};

const requireAmount = ({ expected }: Acceptance, action: AvailableAction): void => {
  const refund = action.effect?.refund;
  if (expected.amount === undefined || (refund !== undefined && isSameMoney(expected.amount, refund))) return;
  const now = refund === undefined ? 'an unknown amount' : formatMoney(refund);
  throw conflict(operation, `confirming would now refund ${now}, not ${formatMoney(expected.amount)}`);
};

/** Refunds the buyer in full at once, and the buyer keeps the goods. Moves money and cannot be undone. */
export const acceptCase =
  (context: ShopeeContext) =>
  async (id: CaseId, acceptance: Acceptance, options?: WriteOptions): Promise<Receipt> => {
    const returnSn = returnSnOf(context, id);
    requireShape(operation, acceptance);
    check(acceptance);
    const { found } = await readDetail(context, id, options);
    requireSeen(operation, found, options);
    requireAmount(acceptance, requireAction(found));
    const { expected } = acceptance;
    return sendOnce(context, {
      operation,
      id,
      found,
      endpoint: confirm,
      input: { returnSn },
      remember: {
        expected: {
          remedy: expected.remedy,
          goods: expected.goods,
          ...(expected.amount === undefined ? {} : { amount: { ...expected.amount } }),
        },
      },
      nativeRef: returnSn,
      options,
    });
  };
