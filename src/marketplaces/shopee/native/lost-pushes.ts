import type { CallOptions } from '../../../core/inputs.js';
import type { PushEvent } from '../../../core/push.js';
import type { ShopeeContext } from '../context.js';
import { confirmConsumedLostPushMessage, getLostPushMessage } from '../endpoints/application.js';
import { toLostPushEvent } from '../push.js';

/** What to do with lost pushes. Shopee keeps them for the whole application: the events may name other shops too. */
export type LostPushHandler = (events: readonly PushEvent[]) => void | Promise<void>;

/**
 * Reads the pushes that Shopee could not deliver in the last 3 days, hands each batch of up to 100 to `handle`, and confirms it only
 * after that: at least once. Confirming drops a batch for every shop of the application. Answers how many were handled.
 */
export const recoverLostPushes =
  ({ transport, mapping: { account } }: ShopeeContext) =>
  async (handle: LostPushHandler, options?: CallOptions): Promise<number> => {
    for (let handled = 0; ;) {
      const { messages, hasNextPage, lastMessageId } = await transport.send(getLostPushMessage, undefined, options);
      const events = messages.flatMap(({ body }) => toLostPushEvent(body, account) ?? []);
      if (messages.length === 0) return handled;
      await handle(events);
      handled += events.length;
      if (lastMessageId === undefined) return handled;
      await transport.send(confirmConsumedLostPushMessage, { lastMessageId }, options);
      if (!hasNextPage) return handled;
    }
  };
