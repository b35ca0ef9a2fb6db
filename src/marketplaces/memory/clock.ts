import type { Clock } from '../../core/time.js';

/** A clock that its owner moves. */
export interface ManualClock extends Clock {
  /** Moves the time forward and wakes each sleeper at its own moment. */
  readonly advance: (ms: number) => Promise<void> | void;
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

const otherWork = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(() => resolve());
  });

/** Stands still until it is moved, so that a test that uses it gives the same result on every run. */
export const createManualClock = (startAt: number): ManualClock => {
  let now = startAt;
  const sleepers = new Set<Sleeper>();
  const due = (target: number): Sleeper | undefined =>
    [...sleepers].filter(({ wakeAt }) => wakeAt <= target).sort((left, right) => left.wakeAt - right.wakeAt)[0];

  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
      };
      const abort = (): void => {
        leave();
        reject(signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason)));
      };
      const wake = (): void => {
        leave();
        resolve();
      };
      const sleeper: Sleeper = { wakeAt: now + ms, wake };
      if (signal?.aborted === true) abort();
      else if (ms <= 0) wake();
      else sleepers.add(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });

  // Without sleepers the time has moved before this returns, so that a forgotten `await` loses nothing.
  const advance = async (ms: number): Promise<void> => {
    const target = now + ms;
    for (let next = due(target); next !== undefined; next = due(target)) {
      now = Math.max(now, next.wakeAt);
      next.wake();
      await otherWork();
    }
    now = Math.max(now, target);
  };

  return { now: () => now, sleep, advance };
};
