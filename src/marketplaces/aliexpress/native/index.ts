import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Endpoint } from '../../../transport/endpoint.js';
import type { Transport } from '../../../transport/transport.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import {
  acceptCancellation,
  extendReceipt,
  getEvaluations,
  getOrderList,
  getReturnAddresses,
  refuseCancellation,
  replyToEvaluation,
  type CancellationInput,
  type EvaluationsInput,
  type ExtensionInput,
  type OrderListInput,
  type ReplyInput,
} from '../endpoints/orders.js';
import {
  answerReverseCancellation,
  listReverseReasons,
  queryReverseOrders,
  updateReverseOrder,
  type ReverseCancellationInput,
  type ReverseListInput,
  type ReverseReasonsInput,
  type ReverseUpdateInput,
} from '../endpoints/reverse.js';
import type { AliExpressReturnAddress } from './addresses.js';
import * as checks from './checks.js';
import type { AliExpressEvaluation } from './evaluations.js';
import type { AliExpressOrderPage } from './orders.js';
import { sendRequest, type AliExpressAnswer, type AliExpressRequest } from './request.js';
import type { AliExpressReverseOrder, AliExpressReverseReason } from './reverse.js';

type Read<Input, Output> = (input: Input, options?: CallOptions) => Promise<Output>;
/** Sent once: `uncertain` must be looked at before anything else. */
type Write<Input> = (input: Input, options?: CallOptions) => Promise<AliExpressAnswer<void>>;

/** Shops of Arise and Miravia, whose returns are reverse orders and no issues. */
export interface AliExpressReverse {
  readonly list: Read<ReverseListInput, { readonly total: number; readonly orders: readonly AliExpressReverseOrder[] }>;
  readonly reasons: Read<ReverseReasonsInput, readonly AliExpressReverseReason[]>;
  /** `InstantRefund` and `agreeRefund` move money and cannot be undone. */
  readonly update: Write<ReverseUpdateInput>;
  /** `agreeCancel` refunds and cannot be undone. */
  readonly answerCancellation: Write<ReverseCancellationInput>;
}

/** What only AliExpress has. */
export interface AliExpressNative {
  /** The ids that an agreement to a return and an offer of one need. */
  readonly getReturnAddresses: (options?: CallOptions) => Promise<readonly AliExpressReturnAddress[]>;
  readonly listOrders: Read<OrderListInput, AliExpressOrderPage>;
  /** Gives the buyer more days to confirm that the goods came. */
  readonly extendReceipt: Write<ExtensionInput>;
  /** Lets the buyer cancel before shipment. Refunds the order and cannot be undone. */
  readonly acceptCancellation: Write<CancellationInput>;
  readonly refuseCancellation: Write<CancellationInput & { readonly memo: string }>;
  readonly getEvaluations: Read<EvaluationsInput, readonly AliExpressEvaluation[]>;
  /** Everybody can read the reply, and it cannot be taken back. */
  readonly replyToEvaluation: Write<ReplyInput>;
  readonly reverse: AliExpressReverse;
  /** Tells who opened a case, for one that no list within the bound of a scan shows. */
  readonly rememberBuyer: (id: CaseId, buyerLoginId: string) => Promise<void>;
  /** Any other call of the gateway, signed. */
  readonly request: (request: AliExpressRequest, options?: CallOptions) => Promise<AliExpressAnswer>;
  /** Closes idle connections. */
  readonly close: () => void;
}

const reading =
  (transport: Transport) =>
  <Input, Wire, Output>(endpoint: Endpoint<Input, Wire, Output, 'safe'>, check: (input: Input) => void): Read<Input, Output> =>
  async (input, options) => {
    check(input);
    return transport.send(endpoint, input, options);
  };

const writing =
  (transport: Transport) =>
  <Input, Wire>(endpoint: Endpoint<Input, Wire, void, 'once'>, check: (input: Input) => void): Write<Input> =>
  async (input, options) => {
    check(input);
    const attempted = await transport.attempt(endpoint, input, options);
    return attempted.state === 'done' ? attempted : { state: 'uncertain', reason: attempted.reason };
  };

const createReverse = (transport: Transport): AliExpressReverse => {
  const [read, write] = [reading(transport), writing(transport)];
  return {
    list: read(queryReverseOrders, checks.requireReverseList),
    reasons: read(listReverseReasons, checks.requireReverseReasons),
    update: write(updateReverseOrder, checks.requireReverseUpdate),
    answerCancellation: write(answerReverseCancellation, checks.requireReverseCancellation),
  };
};

/** A row names its buyer, whom no later refusal may quote. */
const listingOrders =
  ({ transport, buyers }: AliExpressContext): AliExpressNative['listOrders'] =>
  async (input, options) => {
    const page = await reading(transport)(getOrderList, checks.requireOrderPage)(input, options);
    for (const { buyerLoginId } of page.orders) if (buyerLoginId !== undefined) buyers.meet(buyerLoginId);
    return page;
  };

export const createNative = (context: AliExpressContext): AliExpressNative => {
  const { transport, buyers } = context;
  const [read, write] = [reading(transport), writing(transport)];
  return {
    getReturnAddresses: (options) => transport.send(getReturnAddresses, undefined, options),
    listOrders: listingOrders(context),
    extendReceipt: write(extendReceipt, checks.requireExtension),
    acceptCancellation: write(acceptCancellation, checks.requireCancellation),
    refuseCancellation: write(refuseCancellation, checks.requireCancellation),
    getEvaluations: read(getEvaluations, checks.requireEvaluations),
    replyToEvaluation: write(replyToEvaluation, checks.requireReply),
    reverse: createReverse(transport),
    rememberBuyer: async (id, buyerLoginId) => {
      issueIdOf(context, id);
      await buyers.remember(id, buyerLoginId);
    },
    request: sendRequest(context),
    close: transport.close,
  };
};
