import type { CallOptions } from '../../../core/inputs.js';
import { InvalidInputError, type Issue } from '../../../core/errors/caller-errors.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { createFulfillmentReturn, getFulfillmentOrder, listReturnReasonCodes } from '../endpoints/outbound.js';
import type { FulfillmentReturnInput, ReasonCodesInput } from '../endpoints/outbound.js';
import type { WireCreatedReturn, WireFulfillmentReturns } from '../wire/outbound.js';
import type { AmazonAnswer } from './request.js';

/** A reason that a return may give, by the code to send; the description is in the language asked for, where Amazon has it. */
export interface AmazonReturnReason {
  readonly code: string;
  readonly description?: string;
}

/** One item on its way back to an Amazon warehouse, of an order that was placed elsewhere. */
export interface AmazonFulfillmentReturnItem {
  readonly sellerReturnItemId: string;
  /** `New`, then `Processed`. */
  readonly status?: string;
  readonly returnAuthorizationId?: string;
  /** What the warehouse found: `Sellable`, `Defective`, `CustomerDamaged` and others. */
  readonly condition?: string;
}

/** The returns of one fulfillment order: what is on its way back, what the buyer needs for it, and what Amazon did not take. */
export interface AmazonFulfillmentReturns {
  readonly items: readonly AmazonFulfillmentReturnItem[];
  /** What the buyer needs to send the goods: a page to print. */
  readonly authorizations: readonly { readonly id: string; readonly rmaId?: string; readonly rmaPageUrl?: string }[];
  /** Items that Amazon did not take, and why. */
  readonly refused: readonly { readonly sellerReturnItemId: string; readonly code?: string }[];
}

const given = <Name extends string>(name: Name, value: string | null | undefined): Partial<Record<Name, string>> => {
  const named: Partial<Record<Name, string>> = {};
  if (typeof value === 'string') named[name] = value;
  return named;
};

const toReturns = (
  wire: WireFulfillmentReturns & Pick<Partial<WireCreatedReturn>, 'invalidReturnItems'>,
): AmazonFulfillmentReturns => ({
  items: (wire.returnItems ?? []).map((item) => ({
    sellerReturnItemId: item.sellerReturnItemId,
    ...given('status', item.status),
    ...given('returnAuthorizationId', item.returnAuthorizationId),
    ...given('condition', item.returnReceivedCondition),
  })),
  authorizations: (wire.returnAuthorizations ?? []).map((authorization) => ({
    id: authorization.returnAuthorizationId,
    ...given('rmaId', authorization.amazonRmaId),
    ...given('rmaPageUrl', authorization.rmaPageURL),
  })),
  refused: (wire.invalidReturnItems ?? []).map((item) => ({
    sellerReturnItemId: item.sellerReturnItemId,
    ...given('code', item.invalidItemReason?.invalidItemReasonCode),
  })),
});

/** Returns of Multi-Channel Fulfillment: orders placed elsewhere that Amazon shipped. The only returns that can be made by API. */
export interface AmazonFulfillmentReturnCalls {
  readonly reasons: (input: ReasonCodesInput, options?: CallOptions) => Promise<readonly AmazonReturnReason[]>;
  /** Sent once: `uncertain` must be looked at with `get` before anything else. */
  readonly create: (input: FulfillmentReturnInput, options?: CallOptions) => Promise<AmazonAnswer<AmazonFulfillmentReturns>>;
  readonly get: (sellerFulfillmentOrderId: string, options?: CallOptions) => Promise<AmazonFulfillmentReturns>;
}

const issuesOf = ({ items }: FulfillmentReturnInput): readonly Issue[] => [
  ...(items.length === 0 ? [{ path: 'items', message: 'expected one item at least' }] : []),
  ...items.flatMap(({ sellerReturnItemId, returnComment }, index) => [
    ...(sellerReturnItemId.length > 80
      ? [{ path: `items.${index}.sellerReturnItemId`, message: 'expected at most 80 characters' }]
      : []),
    ...((returnComment ?? '').length > 1000
      ? [{ path: `items.${index}.returnComment`, message: 'expected at most 1000 characters' }]
      : []),
  ]),
];

export const createFulfillmentReturns = ({ transport }: AmazonContext): AmazonFulfillmentReturnCalls => ({
  reasons: async (input, options) =>
    (await transport.send(listReturnReasonCodes, input, options)).map(
      ({ returnReasonCode, description, translatedDescription }) => ({
        code: returnReasonCode,
        ...given('description', translatedDescription ?? description),
      }),
    ),
  create: async (input, options) => {
    const issues = issuesOf(input);
    if (issues.length > 0)
      throw new InvalidInputError('amazon: the return cannot be made', {
        marketplace,
        operation: createFulfillmentReturn.name,
        issues,
      });
    const attempted = await transport.attempt(createFulfillmentReturn, input, options);
    if (attempted.state === 'uncertain') return { state: 'uncertain', reason: attempted.reason };
    return { state: 'done', value: toReturns(attempted.value) };
  },
  get: async (sellerFulfillmentOrderId, options) =>
    toReturns(await transport.send(getFulfillmentOrder, { sellerFulfillmentOrderId }, options)),
});
