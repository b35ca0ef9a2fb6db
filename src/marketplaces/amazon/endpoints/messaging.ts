import { wireBuyerAttributes, wireMessagingActions, wireSent, wireUploadDestination } from '../wire/messaging.js';
import { asIs, defineRead, defineWrite } from './define.js';

/** An order, and the one store that it was placed in. */
export interface MessagedOrder {
  readonly orderId: string;
  readonly marketplaceId: string;
}

export interface WireAttachment {
  readonly uploadDestinationId: string;
  readonly fileName: string;
}

export interface MessageInput extends MessagedOrder {
  readonly kind: string;
  readonly text?: string | undefined;
  readonly attachments?: readonly WireAttachment[] | undefined;
  /** ISO 8601; of a warranty only. */
  readonly coverageStartDate?: string | undefined;
  readonly coverageEndDate?: string | undefined;
}

const pathOf = ({ orderId }: MessagedOrder): string => `/messaging/v1/orders/${encodeURIComponent(orderId)}`;

const messagePathOf = (input: MessagedOrder & { readonly kind: string }): string =>
  `${pathOf(input)}/messages/${encodeURIComponent(input.kind)}`;

/** The kinds of message that Amazon allows for this order now. The test hosts also name kinds that no operation sends. */
export const getMessagingActions = defineRead({
  name: 'messaging.getMessagingActionsForOrder',
  request: (order: MessagedOrder) => ({ method: 'GET', path: pathOf(order), query: { marketplaceIds: order.marketplaceId } }),
  response: wireMessagingActions,
  parse: (wire) => (wire._links?.actions ?? []).flatMap(({ name }) => name ?? []),
});

/** The buyer's language, in which a text must be written. */
export const getBuyerAttributes = defineRead({
  name: 'messaging.getAttributes',
  request: (order: MessagedOrder) => ({
    method: 'GET',
    path: `${pathOf(order)}/attributes`,
    query: { marketplaceIds: order.marketplaceId },
  }),
  response: wireBuyerAttributes,
  parse: (wire) => ({ locale: wire.buyer?.locale ?? undefined }),
});

/** Sends a message of any kind. It cannot be read back, so a lost answer stays unknown. */
export const sendMessage = defineWrite({
  name: 'messaging.sendMessage',
  request: ({ text, attachments, coverageStartDate, coverageEndDate, ...input }: MessageInput) => ({
    method: 'POST',
    path: messagePathOf(input),
    query: { marketplaceIds: input.marketplaceId },
    body: { json: { text, attachments, coverageStartDate, coverageEndDate } },
  }),
  response: wireSent,
  parse: asIs,
});

export interface UploadDestinationInput extends MessagedOrder {
  readonly kind: string;
  /** Base64 of the content's MD5. */
  readonly contentMd5: string;
  readonly contentType: string;
}

/** A place for one attachment of one message. */
export const createUploadDestination = defineRead({
  name: 'uploads.createUploadDestination',
  request: (input: UploadDestinationInput) => ({
    method: 'POST',
    // Amazon takes the resource's own slashes as they are.
    path: `/uploads/2020-11-01/uploadDestinations${messagePathOf(input)}`,
    query: { marketplaceIds: input.marketplaceId, contentMD5: input.contentMd5, contentType: input.contentType },
  }),
  response: wireUploadDestination,
  parse: ({ payload: { uploadDestinationId, url, headers } }) => ({
    uploadDestinationId,
    url,
    headers: Object.fromEntries(
      Object.entries(headers ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value]] : [])),
    ),
  }),
});
