/** What Amazon's kinds of message may carry (https://developer-docs.amazon.com/sp-api/docs/messaging-api). */
export interface MessageKind {
  /** 0: the kind has no text. */
  readonly longestText: number;
  readonly attachments: 'none' | 'optional' | 'required';
}

const kind = (longestText: number, attachments: MessageKind['attachments']): MessageKind => ({ longestText, attachments });

/** Every kind that an operation sends. Whether an order allows one, only Amazon says, each time. */
export const messageKinds = {
  confirmCustomizationDetails: kind(800, 'optional'),
  confirmDeliveryDetails: kind(2000, 'none'),
  confirmOrderDetails: kind(2000, 'none'),
  confirmServiceDetails: kind(2000, 'none'),
  unexpectedProblem: kind(2000, 'none'),
  digitalAccessKey: kind(400, 'optional'),
  legalDisclosure: kind(0, 'required'),
  warranty: kind(0, 'required'),
  invoice: kind(0, 'required'),
} as const satisfies Record<string, MessageKind>;

export type AmazonMessageKind = keyof typeof messageKinds;

export const isMessageKind = (name: string): name is AmazonMessageKind => Object.hasOwn(messageKinds, name);

/** The one for after-sales problems. */
export const defaultKind: AmazonMessageKind = 'unexpectedProblem';

/** At most this many in one message. */
export const mostAttachments = 5;
