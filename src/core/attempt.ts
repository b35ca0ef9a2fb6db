import type { CallOptions } from './inputs.js';
import type { CaseId } from './ids.js';
import type { OperationName } from './operations.js';
import type { Instant } from './time.js';

/** A value that survives `JSON.parse(JSON.stringify(value))`. */
export type PlainJson = null | boolean | number | string | readonly PlainJson[] | { readonly [key: string]: PlainJson };

/**
 * One intended write, made before anything is sent and plain JSON, so that a restarted process can find out what became of it.
 * File contents are replaced by their size and type.
 */
export interface WriteAttempt {
  readonly operation: OperationName;
  readonly id: CaseId;
  readonly input: PlainJson;
  readonly startedAt: Instant;
  /** The latest moment at which the send can still be under way; only after it, and the lag of reads, an unchanged case proves anything. */
  readonly endsBy?: Instant;
  /** The fingerprint of the case as it was just before the write. */
  readonly before: string;
  readonly nativeRef?: string;
}

/** How a write ended. `uncertain` is not a failure: the marketplace may have acted. Never send again, `settle` first. */
export type Receipt =
  | { readonly state: 'done'; readonly nativeRef?: string }
  | { readonly state: 'pending'; readonly nativeRef: string; readonly checkAt: Instant }
  | { readonly state: 'uncertain'; readonly attempt: WriteAttempt; readonly checkAt: Instant };

/** What became of an attempt. `unknown` goes to a person and is never sent again by itself. */
export interface Settlement {
  readonly state: 'applied' | 'not-applied' | 'pending' | 'unknown';
  readonly checkAgainAt?: Instant;
  /** What was read to conclude this, in words and without personal data. */
  readonly evidence: readonly string[];
}

/** What every write takes beside its input: where its attempt is stored before anything is sent, and which state of the case was decided on. */
export interface WriteOptions extends CallOptions {
  /**
   * Awaited after the case has been read again and before the write is sent. A journal stores the attempt here;
   * if it throws, nothing is sent.
   */
  readonly onAttempt?: (attempt: WriteAttempt) => void | Promise<void>;
  /** `fingerprintOf` the case the caller decided on; a case that has changed since raises `ConflictError`. */
  readonly seen?: string;
}
