import { createHash } from 'node:crypto';
import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { CaseId } from '../../../core/ids.js';
import type { BuyerMessage, CallOptions, EvidenceFile } from '../../../core/inputs.js';
import { toInstant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { uploadContent } from '../endpoints/feeds.js';
import {
  createUploadDestination,
  getMessagingActions,
  sendMessage,
  type MessagedOrder,
  type WireAttachment,
} from '../endpoints/messaging.js';
import { getOrder } from '../endpoints/orders.js';
import { requireSafeAddress } from '../feeds/submit.js';
import { messageIssues } from './message-checks.js';
import { defaultKind } from './message-kinds.js';
import { getCase } from './read-case.js';
import { marketplaceIdOf } from './refund.js';
import { conflict, invalid, journal, requireOffered, requireSeen, requireShape, toAttempt } from './write.js';

const operation = 'message';

/** Recognises a text again without keeping it. */
const traceOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The store of an order; asked for only where the account works in several. */
export const toMessagedOrder = async (context: AmazonContext, orderId: string, options?: CallOptions): Promise<MessagedOrder> => {
  const [only, ...others] = context.settings.marketplaceIds;
  if (only !== undefined && others.length === 0) return { orderId, marketplaceId: only };
  const marketplaceId = marketplaceIdOf(context, await context.transport.send(getOrder, { orderId }, options));
  if (marketplaceId === undefined) throw conflict(operation, 'the order does not say in which store it was placed');
  return { orderId, marketplaceId };
};

/** Raises `ConflictError` where Amazon does not allow this kind of message for the order now. */
export const requireAllowed = async (
  context: AmazonContext,
  { order, kind }: { readonly order: MessagedOrder; readonly kind: string },
  options?: CallOptions,
): Promise<void> => {
  const allowed = await context.transport.send(getMessagingActions, order, options);
  if (allowed.includes(kind)) return;
  const others = allowed.length === 0 ? 'no message at all' : `only ${allowed.join(', ')}`;
  throw conflict(operation, `Amazon allows ${others} for this order now, not '${kind}'`);
};

/** Stores each file at Amazon. Nothing is shown to the buyer yet, so it may be done again. */
export const uploadFiles = async (
  context: AmazonContext,
  { order, kind, files }: { readonly order: MessagedOrder; readonly kind: string; readonly files: readonly EvidenceFile[] },
  options?: CallOptions,
): Promise<readonly WireAttachment[]> => {
  const attachments: WireAttachment[] = [];
  for (const [index, file] of files.entries()) {
    if (!('content' in file)) continue;
    const { content, contentType, fileName = `attachment-${index + 1}` } = file;
    const contentMd5 = createHash('md5').update(content).digest('base64');
    const place = await context.transport.send(createUploadDestination, { ...order, kind, contentMd5, contentType }, options);
    requireSafeAddress(context, place.url, uploadContent.name);
    await context.transport.send(uploadContent, { url: place.url, content, contentType, headers: place.headers }, options);
    attachments.push({ uploadDestinationId: place.uploadDestinationId, fileName });
  }
  return attachments;
};

/**
 * Writes to the buyer with one of Amazon's templates, `unexpectedProblem` unless `kind` says otherwise. The text must be in the buyer's
 * language. It cannot be read back: a lost answer stays unknown for ever, and is never sent again.
 */
export const messageBuyer =
  (context: AmazonContext) =>
  async (id: CaseId, message: BuyerMessage, options?: WriteOptions): Promise<Receipt> => {
    requireShape(operation, message);
    const { kind = defaultKind, text, attachments: files = [] } = message;
    const issues = messageIssues(message, kind);
    if (issues.length > 0) throw invalid(operation, issues);
    const found = await getCase(context, id, options);
    requireSeen(operation, found, options);
    requireOffered(operation, found);
    const order = await toMessagedOrder(context, found.order.id, options);
    await requireAllowed(context, { order, kind }, options);
    const attachments = await uploadFiles(context, { order, kind, files }, options);
    const input = { orderId: order.orderId, kind, text: traceOf(text), files: files.length };
    const attempt = toAttempt(context, { operation, found, input }, options);
    await journal(context, { attempt, operation }, options);
    const content = { ...(text === '' ? {} : { text }), ...(attachments.length === 0 ? {} : { attachments }) };
    const attempted = await context.transport.attempt(sendMessage, { ...order, kind, ...content }, options);
    if (attempted.state === 'done') return { state: 'done' };
    return { state: 'uncertain', attempt, checkAt: toInstant(context.clock.now()) };
  };
