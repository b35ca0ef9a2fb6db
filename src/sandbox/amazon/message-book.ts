import type { OrderRecord } from './record.js';

/** A message that went to a buyer. Amazon never shows it again; only the test can. */
export interface SentMessage {
  readonly order: OrderRecord;
  readonly kind: string;
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly string[];
}

export interface MessageBook {
  add(message: SentMessage): void;
  all(): readonly SentMessage[];
}

export const createMessageBook = (): MessageBook => {
  const messages: SentMessage[] = [];
  return { add: (message) => void messages.push(message), all: () => messages };
};
