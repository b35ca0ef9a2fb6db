import type { MarketplaceErrorCode } from '../core/errors/marketplace-error.js';

/** The class behind each code; the compiler holds the table complete. */
export const errorClassNames = {
  configuration: 'ConfigurationError',
  'invalid-input': 'InvalidInputError',
  'unsupported-operation': 'UnsupportedOperationError',
  connection: 'ConnectionError',
  timeout: 'TimeoutError',
  aborted: 'AbortedError',
  'partial-failure': 'PartialFailureError',
  authentication: 'AuthenticationError',
  'permission-denied': 'PermissionDeniedError',
  'not-found': 'NotFoundError',
  conflict: 'ConflictError',
  'deadline-passed': 'DeadlinePassedError',
  rejected: 'RejectedError',
  'rate-limit': 'RateLimitError',
  unavailable: 'UnavailableError',
  'unexpected-response': 'UnexpectedResponseError',
  'push-rejected': 'PushRejectedError',
} as const satisfies Readonly<Record<MarketplaceErrorCode, string>>;

export const isErrorCode = (value: unknown): value is MarketplaceErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorClassNames, value);
