import { describe, expect, test } from 'vitest';
import {
  AbortedError,
  ApiError,
  AuthenticationError,
  ConfigurationError,
  ConflictError,
  ConnectionError,
  DeadlinePassedError,
  InvalidInputError,
  MarketplaceError,
  NotFoundError,
  PartialFailureError,
  PermissionDeniedError,
  PushRejectedError,
  RateLimitError,
  RejectedError,
  TimeoutError,
  UnavailableError,
  UnexpectedResponseError,
  UnsupportedOperationError,
} from 'aftersale';

const samples = [
  [ConfigurationError, new ConfigurationError('shopee'), 'configuration', false, false],
  [InvalidInputError, new InvalidInputError('offer'), 'invalid-input', false, false],
  [UnsupportedOperationError, new UnsupportedOperationError({ reason: 'none' }), 'unsupported-operation', false, false],
  [ConnectionError, new ConnectionError('reset', { wasSent: true }), 'connection', true, false],
  [TimeoutError, new TimeoutError('slow', { timeoutInMs: 5 }), 'timeout', true, false],
  [AbortedError, new AbortedError('stopped'), 'aborted', false, false],
  [AuthenticationError, new AuthenticationError('token'), 'authentication', false, true],
  [PermissionDeniedError, new PermissionDeniedError('no'), 'permission-denied', false, true],
  [NotFoundError, new NotFoundError('none'), 'not-found', false, true],
  [ConflictError, new ConflictError('moved'), 'conflict', false, true],
  [DeadlinePassedError, new DeadlinePassedError('late'), 'deadline-passed', false, true],
  [RejectedError, new RejectedError('no'), 'rejected', false, true],
  [RateLimitError, new RateLimitError('slow down'), 'rate-limit', true, true],
  [UnavailableError, new UnavailableError('down'), 'unavailable', true, true],
  [UnexpectedResponseError, new UnexpectedResponseError('shape'), 'unexpected-response', false, false],
  [PartialFailureError, new PartialFailureError([]), 'partial-failure', true, false],
  [PushRejectedError, new PushRejectedError('signature-mismatch', 'no'), 'push-rejected', false, false],
] as const;

describe('each error', () => {
  test.each(samples)('%o', (type, error, code, isRetryable, isApi) => {
    expect(error.code).toBe(code);
    expect(error.name).toBe(type.name);
    expect(error.isRetryable).toBe(isRetryable);
    expect(type.isInstance(error)).toBe(true);
    expect(MarketplaceError.isInstance(error)).toBe(true);
    expect(ApiError.isInstance(error)).toBe(isApi);
    expect(type.isInstance(new Error('plain'))).toBe(false);
    expect(samples.filter(([other]) => other.isInstance(error))).toHaveLength(1);
  });

  test('is recognised when it comes from another copy of the package', () => {
    const foreign = new Error('from elsewhere');
    Object.defineProperty(foreign, Symbol.for('aftersale.error.ConflictError'), { value: true });
    expect(ConflictError.isInstance(foreign)).toBe(true);
    expect(NotFoundError.isInstance(foreign)).toBe(false);
    expect(ConflictError.isInstance(null)).toBe(false);
  });
});

test('messages say who, what and where', () => {
  const issues = [
    { path: 'items.0.amount', message: 'expected a positive amount' },
    { path: '', message: 'expected one item' },
  ];
  expect(new InvalidInputError('offer', { issues }).message).toBe(
    'offer: items.0.amount: expected a positive amount; expected one item',
  );
  const absence = { reason: 'it has no such call', documentation: 'https://example.com/api' };
  expect(new UnsupportedOperationError(absence, { marketplace: 'amazon', operation: 'reject' }).message).toBe(
    'amazon does not support reject: it has no such call See https://example.com/api',
  );
  const failures = [
    { account: 'us', error: new UnavailableError('down') },
    { error: new RateLimitError('wait', { marketplace: 'shopee' }) },
  ];
  expect(new PartialFailureError(failures).message).toBe('2 part(s) could not be read: us: down; shopee: wait');
});

test('a retry can read how long to wait', () => {
  expect(new RateLimitError('wait', { retryAfterInMs: 3000 }).retryAfterInMs).toBe(3000);
  expect(new UnavailableError('wait').retryAfterInMs).toBeUndefined();
});

test('serialises the fields a log needs and nothing else', () => {
  const error = new RejectedError('no', {
    marketplace: 'shopee',
    operation: 'offer',
    requestId: 'r1',
    status: 200,
    providerCode: 'x',
    cause: new Error('inner'),
  });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'RejectedError',
    message: 'no',
    code: 'rejected',
    isRetryable: false,
    marketplace: 'shopee',
    operation: 'offer',
    requestId: 'r1',
    status: 200,
    providerCode: 'x',
  });
});
