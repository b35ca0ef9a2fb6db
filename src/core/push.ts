import type { CaseId } from './ids.js';
import type { Instant } from './time.js';

/** A webhook as it arrived. The body must be the raw bytes: a re-serialised body has another signature. */
export interface PushRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array | string;
  /** The address it was sent to, where the marketplace signs it and the setting does not name it. */
  readonly url?: string;
}

/** Something may have changed. It carries no state on purpose: pushes come twice, late and out of order, so the case is read again. */
export interface PushEvent {
  readonly marketplace: string;
  readonly kind: 'case' | 'order' | 'authorization' | 'other';
  readonly caseId?: CaseId;
  readonly orderId?: string;
  /** When the marketplace sent it. */
  readonly at: Instant;
  /** Equal for duplicates of the same push. */
  readonly deduplicationKey: string;
  readonly native: string;
}

/** Receiving a marketplace's webhooks. It checks and reads them; the web server that takes them is yours. */
export interface PushOperations {
  /** Checks the signature over the raw bytes and reads the events; raises `PushRejectedError` when it is not genuine. */
  readonly verify: (request: PushRequest) => readonly PushEvent[];
}
