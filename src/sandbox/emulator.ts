import type { SandboxClock } from './clock/sandbox-clock.js';
import type { Reply, SandboxRequest } from './exchange.js';
import type { FaultBoard } from './faults/fault-board.js';
import type { FaultRule } from './faults/fault-rule.js';
import type { LedgerBook } from './ledger.js';
import type { LoggedRequest } from './request-log.js';

/** What the sandbox gives to each emulator. */
export interface EmulatorContext {
  readonly clock: SandboxClock;
  readonly seed: Seed;
  readonly faults: FaultBoard;
  readonly ledger: LedgerBook;
  /** Known once the emulator's server listens. */
  readonly baseUrl: () => string;
  readonly requests: () => readonly LoggedRequest[];
}

/** What the generated world is made from: the same seed makes the same cases, words, times and later events. */
export interface Seed {
  readonly value: number;
  /** Cases of the first shop; the others hold a handful each. */
  readonly cases: number;
}

/**
 * One marketplace in emulation. A new one is a folder beside `shopee/` that makes this, and its two lines in `emulators.ts`:
 * servers, faults, request log, ledger and the control surface come from the sandbox.
 */
export interface Emulator {
  readonly marketplace: string;
  /** The operation a call stands for, as fault rules and the request log name it; any call has one. */
  operationOf(request: Pick<SandboxRequest, 'method' | 'path' | 'query'>): string;
  handle(request: SandboxRequest): Reply | Promise<Reply>;
  /** A fault in this marketplace's own words, which may depend on the call it hits. */
  answerFault(fault: FaultRule, request: Pick<SandboxRequest, 'path'>): Reply;
  /** Executes every deadline and event up to `at` (epoch milliseconds), each at its own time. */
  runDue(at: number): void;
  /** Resolves when everything that is on its way out (pushes) has been delivered or lost. */
  settle(): Promise<void>;
  expireTokens(): void;
  sendPushesTo(url: string | undefined): void;
  /** For the control surface; plain JSON without secrets. */
  cases(): readonly object[];
  pushes(): readonly object[];
  /** For the control surface: the made-up credentials a client needs. */
  accounts(): readonly object[];
}
