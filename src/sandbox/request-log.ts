import type { Instant } from '../core/time.js';
import type { FaultKind } from './faults/fault-rule.js';

/** One call that reached the sandbox. No query, header or body: they carry tokens and buyers' data. */
export interface LoggedRequest {
  readonly at: Instant;
  readonly marketplace: string;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  /** HTTP status; 0 where the connection was broken instead of answered. */
  readonly status: number;
  /** The marketplace's error word; empty on success. */
  readonly error: string;
  readonly fault?: FaultKind;
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  /** Of one marketplace, or of all; the oldest first. */
  read(marketplace?: string): readonly LoggedRequest[];
}

/** A long benchmark must not grow without end. */
const longestLog = 50_000;

export const createRequestLog = (): RequestLog => {
  let requests: LoggedRequest[] = [];
  return {
    add: (request) => {
      requests.push(request);
      if (requests.length > 2 * longestLog) requests = requests.slice(-longestLog);
    },
    read: (marketplace) => requests.filter((request) => marketplace === undefined || request.marketplace === marketplace),
  };
};
