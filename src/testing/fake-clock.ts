import { InvalidInputError } from '../core/errors/caller-errors.js';
import { createSleepers } from '../core/sleepers.js';
import { epochMsOf, toInstant, type Clock, type Instant } from '../core/time.js';

/** Where a fake clock begins, and whether sleeping moves it. */
export interface FakeClockSettings {
  /** Where time begins: an ISO 8601 text with its offset, epoch milliseconds, or a `Date`. Default `2026-01-01T00:00:00.000Z`. */
  readonly startAt?: Instant | string | number | Date;
  /**
   * `false` (the default): a sleeper waits until `advance` reaches it.
   * `true`: a sleep moves the time to its own end and goes on at once, so that retries and back-off cost no real time.
   * Never use `true` around something that sleeps in an endless loop, such as `watch`.
   */
  readonly autoAdvance?: boolean;
}

/** A clock for tests: it stands still until it is moved, and the same moves give the same results on every machine. */
export interface FakeClock extends Clock {
  /** Moves the time forward, waking each sleeper at its own moment, the earliest first. Await it: what they start runs in between. */
  readonly advance: (ms: number) => Promise<void>;
  /** Moves the time to an instant; one that has passed changes nothing. */
  readonly advanceTo: (at: Instant) => Promise<void>;
  /** How many are asleep. */
  readonly sleeping: () => number;
}

// Taken when the module is loaded: a test runner that fakes the timers must not stop this clock.
const turn = setImmediate;
const otherWork = (): Promise<void> =>
  new Promise((resolve) => {
    turn(() => resolve());
  });

/**
 * Makes a clock under the test's control.
 *
 * @example
 * const clock = createFakeClock({ startAt: '2026-03-01T08:00:00Z' });
 * const nap = clock.sleep(60_000);
 * await clock.advance(60_000); // `nap` has resolved, no real minute has passed
 */
export const createFakeClock = ({ startAt = Date.UTC(2026, 0, 1), autoAdvance = false }: FakeClockSettings = {}): FakeClock => {
  let now = epochMsOf(toInstant(startAt));
  const sleepers = createSleepers();

  const moveTo = async (target: number): Promise<void> => {
    await otherWork();
    for (let next = sleepers.earliest(); next !== undefined && next.wakeAt <= target; next = sleepers.earliest()) {
      now = Math.max(now, next.wakeAt);
      next.wake();
      await otherWork();
    }
    now = Math.max(now, target);
  };

  return {
    now: () => now,
    sleep: (ms, signal) => {
      const wakeAt = now + Math.max(0, ms);
      const slept = sleepers.add(wakeAt, signal);
      if (autoAdvance || ms <= 0) void moveTo(wakeAt);
      return slept;
    },
    advance: (ms) => {
      if (ms >= 0) return moveTo(now + ms);
      throw new InvalidInputError(`a clock cannot be moved by ${ms} ms: time only goes forward`);
    },
    advanceTo: (at) => moveTo(epochMsOf(at)),
    sleeping: () => sleepers.count(),
  };
};
