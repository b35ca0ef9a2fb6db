import { SandboxInputError } from '../sandbox-input-error.js';
import type { SandboxClock } from './sandbox-clock.js';
import { createSleepers } from './sleepers.js';

/** Where the time of a virtual clock begins, and whether sleeping moves it. */
export interface VirtualClockOptions {
  /** Epoch milliseconds or ISO 8601 text with its offset. The default is a fixed Monday, so that runs repeat. */
  readonly startAt?: number | string;
  /**
   * `true` (the default): a sleep moves the time to its end by itself, so that a client's back-off takes no real time.
   * `false`: sleepers wait until `advance` is called; use it where something sleeps in a loop, such as polling.
   */
  readonly autoAdvance?: boolean;
}

/** A clock that only calls move, whatever the machine's own says: two equal runs see equal times. */
export interface VirtualClock extends SandboxClock {
  advance(ms: number): void;
}

const defaultStartAt = Date.UTC(2026, 10, 2, 2);

const toEpochMs = (time: number | string): number => {
  const epochMs = typeof time === 'number' ? time : Date.parse(time);
  if (!Number.isFinite(epochMs)) throw new SandboxInputError(`'${time}' is not a time: expected epoch milliseconds or ISO 8601`);
  return epochMs;
};

/** A clock that stands still until it is moved. No real time passes while it sleeps. */
export const createVirtualClock = ({ startAt = defaultStartAt, autoAdvance = true }: VirtualClockOptions = {}): VirtualClock => {
  let now = toEpochMs(startAt);
  let isJumping = false;
  const sleepers = createSleepers();

  /** Runs after pending input and output, so that the earliest of several sleepers is woken first. */
  const jump = (): void => {
    isJumping = false;
    const wakeAt = sleepers.nextWakeAt();
    if (wakeAt === undefined) return;
    now = Math.max(now, wakeAt);
    sleepers.wakeDue(now);
    startJump();
  };
  const startJump = (): void => {
    if (isJumping || sleepers.nextWakeAt() === undefined) return;
    isJumping = true;
    setImmediate(jump);
  };

  return {
    now: () => now,
    sleep: (ms, signal) => {
      const slept = sleepers.add(now + Math.max(0, ms), signal);
      if (ms <= 0) sleepers.wakeDue(now);
      if (autoAdvance) startJump();
      return slept;
    },
    advance: (ms) => {
      if (!(ms >= 0)) throw new SandboxInputError(`a clock cannot be moved by ${ms} ms: time only goes forward`);
      now += ms;
      sleepers.wakeDue(now);
    },
  };
};
