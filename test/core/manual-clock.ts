import type { Clock } from 'aftersale';

/** A clock that moves only when told, with the sleeps it was asked for. */
export const createManualClock = (startAt = Date.UTC(2026, 0, 10)) => {
  let now = startAt;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  const sleeps: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        sleeps.push(ms);
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(new Error('aborted'));
        });
      }),
  };
  const advance = async (ms: number): Promise<void> => {
    now += ms;
    for (const sleeper of [...sleepers].filter(({ at }) => at <= now)) {
      sleepers.delete(sleeper);
      sleeper.wake();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, advance, sleeps };
};
