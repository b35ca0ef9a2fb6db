import { AuthenticationError, RateLimitError, RejectedError, UnavailableError } from '../../core/errors/api-errors.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { MarketplaceError } from '../../core/errors/marketplace-error.js';
import { ConnectionError, TimeoutError } from '../../core/errors/network-errors.js';
import { operationNames, writeOperations, type OperationName } from '../../core/operations.js';

/** Faults of the reading half: a read fails with it; a write fails with it before anything is sent. */
const readFaults = ['unavailable', 'rate-limit', 'not-connected', 'unauthenticated', 'timeout'] as const;

/** Faults of the sending half of a write, after `onAttempt`. */
const writeFaults = ['timeout-before', 'lost-response', 'refused', 'pending'] as const;

/**
 * What goes wrong.
 * `unavailable`, `rate-limit`, `not-connected`, `unauthenticated`, `timeout`: the error of that kind; a write has sent nothing yet.
 * `timeout-before`: the write does not take effect, and no answer comes: `uncertain`.
 * `lost-response`: the write takes effect, and no answer comes: `uncertain`.
 * `refused`: the marketplace refuses the write for a reason of its own: `RejectedError`.
 * `pending`: the write is taken and carried out a minute later.
 */
export type FaultKind = (typeof readFaults)[number] | (typeof writeFaults)[number];
type ReadFault = (typeof readFaults)[number];

/** A fault for the calls to come, as `failNext` takes it. */
export interface Fault {
  /** Which call it strikes; any when absent. */
  readonly operation?: OperationName;
  readonly with: FaultKind;
  /** How many calls in a row. Default 1. */
  readonly times?: number;
  /** For `rate-limit`: how long the marketplace asks to wait. Default 1000. */
  readonly retryAfterInMs?: number;
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  /** Raises the error of a fault that is waiting for this call, if any. */
  readonly strikeRead: (operation: OperationName) => void;
  /** The fault that is waiting for this write, if any. */
  readonly takeWrite: (operation: OperationName) => Exclude<FaultKind, ReadFault> | undefined;
}

const toError = ({ with: kind, retryAfterInMs = 1000 }: Fault, operation: OperationName): MarketplaceError => {
  const context = { marketplace: 'memory', operation };
  if (kind === 'rate-limit')
    return new RateLimitError(`too many calls: wait ${retryAfterInMs} ms`, { ...context, retryAfterInMs });
  if (kind === 'not-connected') return new ConnectionError('no connection could be made', { ...context, wasSent: false });
  if (kind === 'unauthenticated') return new AuthenticationError('the token is not valid: authorise the account again', context);
  if (kind === 'timeout') return new TimeoutError('no answer came in time', { ...context, timeoutInMs: 30_000 });
  return new UnavailableError('the marketplace is down', context);
};

export const toRefusal = (operation: OperationName): RejectedError =>
  new RejectedError('the marketplace refuses this', { marketplace: 'memory', operation, providerCode: 'REFUSED' });

const isOneOf = <Kind extends FaultKind>(kinds: readonly Kind[], kind: FaultKind): kind is Kind =>
  kinds.some((one) => one === kind);

const checkFault = ({ operation, with: kind, times = 1 }: Fault): void => {
  const issues = [
    ...(isOneOf(readFaults, kind) || isOneOf(writeFaults, kind)
      ? []
      : [{ path: 'with', message: `'${String(kind)}' is not a fault` }]),
    ...(operation === undefined || operationNames.includes(operation)
      ? []
      : [{ path: 'operation', message: 'is not an operation' }]),
    ...(Number.isInteger(times) && times > 0 ? [] : [{ path: 'times', message: 'expected a whole number of calls, at least 1' }]),
    ...(isOneOf(writeFaults, kind) && operation !== undefined && !writeOperations.some((write) => write === operation)
      ? [{ path: 'with', message: `'${kind}' strikes writes only, and ${operation} reads` }]
      : []),
  ];
  if (issues.length > 0) throw new InvalidInputError('failNext', { marketplace: 'memory', issues });
};

/** Keeps the faults a test has asked for until the call they are meant for comes. */
export const createFaults = (): Faults => {
  const waiting: { fault: Fault; left: number }[] = [];
  const take = <Kind extends FaultKind>(operation: OperationName, kinds: readonly Kind[]): [Fault, Kind] | undefined => {
    for (const entry of waiting) {
      const kind = entry.fault.with;
      if (!isOneOf(kinds, kind) || (entry.fault.operation ?? operation) !== operation) continue;
      entry.left -= 1;
      if (entry.left === 0) waiting.splice(waiting.indexOf(entry), 1);
      return [entry.fault, kind];
    }
    return undefined;
  };
  return {
    add: (fault) => {
      checkFault(fault);
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    strikeRead: (operation) => {
      const struck = take(operation, readFaults);
      if (struck !== undefined) throw toError(struck[0], operation);
    },
    takeWrite: (operation) => take(operation, writeFaults)?.[1],
  };
};
