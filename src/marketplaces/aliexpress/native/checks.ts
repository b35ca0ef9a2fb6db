import { InvalidInputError, type Issue } from '../../../core/errors/caller-errors.js';
import { marketplace } from '../classify.js';
import type { CancellationInput, EvaluationsInput, ExtensionInput, OrderListInput, ReplyInput } from '../endpoints/orders.js';
import type {
  ReverseCancellationInput,
  ReverseListInput,
  ReverseReasonsInput,
  ReverseUpdateInput,
} from '../endpoints/reverse.js';

const refuse = (operation: string, issues: readonly Issue[]): void => {
  if (issues.length > 0)
    throw new InvalidInputError(`aliexpress: ${operation} cannot be sent`, { marketplace, operation, issues });
};

/** Ids that are written as bare numbers must be digits. */
const idIssues = (ids: Readonly<Record<string, string | undefined>>): readonly Issue[] =>
  Object.entries(ids).flatMap(([path, id]) =>
    id === undefined || /^\d{1,19}$/.test(id) ? [] : [{ path, message: 'expected the digits of an id' }],
  );

const named = (name: string, ids: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(ids.map((id, index) => [`${name}.${index}`, id]));

const someOf = (name: string, ids: readonly string[], most: number): readonly Issue[] =>
  ids.length > 0 && ids.length <= most ? [] : [{ path: name, message: `expected 1 to ${most}` }];

const wordIssues = (path: string, text: string): readonly Issue[] =>
  text.trim() === '' ? [{ path, message: 'expected words' }] : [];

export const requireOrderPage = ({ page, pageSize }: OrderListInput): void =>
  refuse('native.listOrders', [
    ...(Number.isInteger(page) && page >= 1 ? [] : [{ path: 'page', message: 'expected a whole number from 1' }]),
    ...(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 50 ? [] : [{ path: 'pageSize', message: 'expected 1 to 50' }]),
  ]);

export const requireExtension = ({ orderId, days }: ExtensionInput): void =>
  refuse('native.extendReceipt', [
    ...idIssues({ orderId }),
    ...(Number.isInteger(days) && days >= 1 ? [] : [{ path: 'days', message: 'expected a whole number of days' }]),
  ]);

export const requireEvaluations = ({ orderIds }: EvaluationsInput): void =>
  refuse('native.getEvaluations', [...someOf('orderIds', orderIds, 50), ...idIssues(named('orderIds', orderIds))]);

export const requireReply = ({ orderId, childOrderId, text }: ReplyInput): void =>
  refuse('native.replyToEvaluation', [...idIssues({ orderId, childOrderId }), ...wordIssues('text', text)]);

export const requireCancellation = ({ orderId, buyerLoginId }: CancellationInput): void =>
  refuse('native.answerCancellation', [...idIssues({ orderId }), ...wordIssues('buyerLoginId', buyerLoginId)]);

export const requireReverseList = ({ channelSellerId, reverseOrderId, tradeOrderId }: ReverseListInput): void =>
  refuse('native.reverse.list', idIssues({ channelSellerId, reverseOrderId, tradeOrderId }));

export const requireReverseReasons = (input: ReverseReasonsInput): void =>
  refuse(
    'native.reverse.reasons',
    idIssues({
      channelSellerId: input.channelSellerId,
      ...('of' in input ? {} : { reverseOrderLineId: input.reverseOrderLineId }),
    }),
  );

const refusing = new Set(['refuseReturn', 'refuseRefund', 'forwardToAgent', 'refuseCancel']);

type Statement = Pick<ReverseUpdateInput, 'comment' | 'images'> & { readonly action: string };

const statementIssues = ({ action, comment, images }: Statement): readonly Issue[] =>
  refusing.has(action)
    ? [
        ...wordIssues('comment', comment ?? ''),
        ...((images ?? []).length > 0 ? [] : [{ path: 'images', message: 'expected at least one picture' }]),
      ]
    : [];

const mostLines = 200;

export const requireReverseUpdate = (input: ReverseUpdateInput): void =>
  refuse('native.reverse.update', [
    ...idIssues({ channelSellerId: input.channelSellerId, reverseOrderId: input.reverseOrderId, reasonId: input.reasonId }),
    ...someOf('lineIds', input.lineIds, mostLines),
    ...idIssues(named('lineIds', input.lineIds)),
    ...statementIssues(input),
  ]);

export const requireReverseCancellation = (input: ReverseCancellationInput): void =>
  refuse('native.reverse.answerCancellation', [
    ...idIssues({ channelSellerId: input.channelSellerId, tradeOrderId: input.tradeOrderId, reasonId: input.reasonId }),
    ...someOf('lineIds', input.lineIds, mostLines),
    ...idIssues(named('lineIds', input.lineIds)),
    ...statementIssues(input),
  ]);
