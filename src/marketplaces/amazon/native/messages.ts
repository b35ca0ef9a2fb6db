import type { CallOptions, EvidenceFile } from '../../../core/inputs.js';
import type { Instant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { getBuyerAttributes, getMessagingActions, sendMessage } from '../endpoints/messaging.js';
import { messageIssues } from '../operations/message-checks.js';
import { isMessageKind, type AmazonMessageKind } from '../operations/message-kinds.js';
import { requireAllowed, toMessagedOrder, uploadFiles } from '../operations/message.js';
import { invalid } from '../operations/write.js';
import type { AmazonAnswer } from './request.js';

/** A warranty to send to a buyer: its document and the days it holds. */
export interface AmazonWarranty {
  readonly files: readonly EvidenceFile[];
  readonly coverageFrom: Instant;
  readonly coverageUntil: Instant;
}

/** Messages about an order, beside `cases.message`. */
export interface AmazonMessages {
  /** The kinds that Amazon allows for this order now; kinds that nothing can send are left out. */
  readonly kinds: (orderId: string, options?: CallOptions) => Promise<readonly AmazonMessageKind[]>;
  /** The buyer's language, such as `de-DE`, in which a text must be written. */
  readonly locale: (orderId: string, options?: CallOptions) => Promise<string | undefined>;
  /** Sends a warranty with its dates. Sent once, and never to be read back. */
  readonly warranty: (orderId: string, warranty: AmazonWarranty, options?: CallOptions) => Promise<AmazonAnswer<void>>;
}

export const createMessages = (context: AmazonContext): AmazonMessages => ({
  kinds: async (orderId, options) => {
    const order = await toMessagedOrder(context, orderId, options);
    return (await context.transport.send(getMessagingActions, order, options)).filter(isMessageKind);
  },
  locale: async (orderId, options) => {
    const order = await toMessagedOrder(context, orderId, options);
    return (await context.transport.send(getBuyerAttributes, order, options)).locale;
  },
  warranty: async (orderId, { files, coverageFrom, coverageUntil }, options) => {
    const kind = 'warranty';
    const issues = messageIssues({ text: '', attachments: files }, kind);
    if (issues.length > 0) throw invalid('message', issues);
    const order = await toMessagedOrder(context, orderId, options);
    await requireAllowed(context, { order, kind }, options);
    const attachments = await uploadFiles(context, { order, kind, files }, options);
    const coverage = { coverageStartDate: coverageFrom, coverageEndDate: coverageUntil };
    const attempted = await context.transport.attempt(sendMessage, { ...order, kind, attachments, ...coverage }, options);
    return attempted.state === 'done' ? { state: 'done', value: undefined } : { state: 'uncertain', reason: attempted.reason };
  },
});
