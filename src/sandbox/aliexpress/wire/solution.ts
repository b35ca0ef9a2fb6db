import type { JsonObject } from '../../json.js';
import { toDollarMinor, toMajorText } from '../currencies.js';
import { toPacificText } from '../pacific-time.js';
import type { IssueRecord, Solution } from '../record.js';
import { idOnWire } from './wire-list.js';

const withoutEmpty = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

const toMoneyFields = ({ amountMinor }: Solution, { claim: { currency } }: IssueRecord): JsonObject => ({
  refund_money: toMajorText(amountMinor, currency),
  refund_money_currency: currency,
  refund_money_post: toMajorText(toDollarMinor(amountMinor, currency), 'USD'),
  refund_money_post_currency: 'USD',
});

/** Who pays the way back, and how much: absent where nothing comes back. */
const toFeeFields = ({ feeBearer }: Solution): JsonObject =>
  feeBearer === ''
    ? { logistics_fee_bear_role: '' }
    : { logistics_fee_amount: '1.01', logistics_fee_amount_currency: 'USD', logistics_fee_bear_role: feeBearer };

const toTimes = (solution: Solution): JsonObject => ({
  reached_type: solution.reachedType,
  reached_time: toPacificText(solution.reachedAt),
  buyer_accept_time: toPacificText(solution.buyerAcceptedAt),
  seller_accept_time: toPacificText(solution.sellerAcceptedAt),
  gmt_create: toPacificText(solution.createdAt),
  gmt_modified: toPacificText(solution.updatedAt),
});

/** One proposal. Its `issue_id` is the issue's own, also where the answer's outer `id` is another. */
export const toSolution = (record: IssueRecord, solution: Solution): JsonObject => {
  const fields = {
    id: idOnWire(solution.id),
    issue_id: idOnWire(record.issueId),
    order_id: idOnWire(record.orderId),
    version: solution.version,
    solution_type: solution.type,
    solution_owner: solution.owner,
    status: solution.status,
    is_default: solution.isDefault,
    content: solution.content,
    ...toMoneyFields(solution, record),
    ...toFeeFields(solution),
    ...toTimes(solution),
  };
  return record.quirks.omitsEmpty ? withoutEmpty(fields) : fields;
};
