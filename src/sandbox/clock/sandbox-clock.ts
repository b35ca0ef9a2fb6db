import type { Clock } from '../../core/time.js';

/** A clock that can be moved forward. Give the same one to the client under test, so that both sides agree on the time. */
export interface SandboxClock extends Clock {
  /** Moves the time forward by `ms` and wakes every sleeper that fell due. */
  advance(ms: number): void | Promise<void>;
  /** The real time, where the clock has moved away from it: signatures of clients that live on real time stay acceptable. */
  wallNow?(): number;
}
