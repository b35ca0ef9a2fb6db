/** Every way a call can fail, as a closed list so that a `switch` over `code` is checked for completeness. */
export type MarketplaceErrorCode =
  | 'configuration'
  | 'invalid-input'
  | 'unsupported-operation'
  | 'connection'
  | 'timeout'
  | 'aborted'
  | 'partial-failure'
  | 'authentication'
  | 'permission-denied'
  | 'not-found'
  | 'conflict'
  | 'deadline-passed'
  | 'rejected'
  | 'rate-limit'
  | 'unavailable'
  | 'unexpected-response'
  | 'push-rejected';

/** Where the failure happened; every part may be unknown. */
export interface ErrorContext {
  readonly marketplace?: string | undefined;
  readonly operation?: string | undefined;
  readonly requestId?: string | undefined;
  /** Only ever an error without headers, tokens or buyers' data. */
  readonly cause?: Error | undefined;
}

const marker = (name: string): symbol => Symbol.for(`aftersale.error.${name}`);

/** Marks an instance so that `isInstance` works across copies of this package, where `instanceof` fails. */
export const mark = (error: object, name: string): void => {
  Object.defineProperty(error, marker(name), { value: true, enumerable: false });
};

export const hasMark = (error: unknown, name: string): boolean =>
  typeof error === 'object' && error !== null && Object.hasOwn(error, marker(name));

/**
 * The root of everything this package throws about a marketplace.
 * Messages, causes and log lines never hold a header, a token or a buyer's personal data.
 */
export abstract class MarketplaceError extends Error {
  abstract readonly code: MarketplaceErrorCode;
  /** Whether the same call may succeed later without any change by the caller. */
  readonly isRetryable: boolean;
  readonly marketplace: string | undefined;
  readonly operation: string | undefined;
  /** The marketplace's own id of the request, to quote to its support. */
  readonly requestId: string | undefined;

  protected constructor(message: string, context: ErrorContext, traits: { readonly isRetryable: boolean }) {
    super(message, context.cause === undefined ? undefined : { cause: context.cause });
    this.isRetryable = traits.isRetryable;
    this.marketplace = context.marketplace;
    this.operation = context.operation;
    this.requestId = context.requestId;
    mark(this, 'MarketplaceError');
  }

  /** Plain fields for a log; holds nothing that must stay secret. */
  toJSON(): Record<string, unknown> {
    const { name, message, code, isRetryable, marketplace, operation, requestId } = this;
    return { name, message, code, isRetryable, marketplace, operation, requestId };
  }

  static isInstance(error: unknown): error is MarketplaceError {
    return hasMark(error, 'MarketplaceError');
  }
}
