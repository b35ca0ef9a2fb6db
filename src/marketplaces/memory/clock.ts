import { createSleepers } from '../../core/sleepers.js';
import type { Clock } from '../../core/time.js';

/** A clock that its owner moves. */
export interface ManualClock extends Clock {
  /** Moves the time forward and wakes each sleeper at its own moment. */
  readonly advance: (ms: number) => Promise<void> | void;
}

const otherWork = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(() => resolve());
  });

/** Stands still until it is moved, so that a test that uses it gives the same result on every run. */
export const createManualClock = (startAt: number): ManualClock => {
  let now = startAt;
  const sleepers = createSleepers();

  // Without sleepers the time has moved before this returns, so that a forgotten `await` loses nothing.
  const advance = async (ms: number): Promise<void> => {
    const target = now + ms;
    for (let next = sleepers.earliest(); next !== undefined && next.wakeAt <= target; next = sleepers.earliest()) {
      now = Math.max(now, next.wakeAt);
      next.wake();
      await otherWork();
    }
    now = Math.max(now, target);
  };

  const sleep: Clock['sleep'] = (ms, signal) => {
    const slept = sleepers.add(now + Math.max(0, ms), signal);
    if (ms <= 0) sleepers.earliest()?.wake();
    return slept;
  };

  return { now: () => now, sleep, advance };
};
