import { SandboxInputError } from '../sandbox-input-error.js';
import type { SandboxClock } from './sandbox-clock.js';
import { createSleepers } from './sleepers.js';

/** The clock of this machine plus all that it was advanced by; never behind it. */
export interface OffsetClock extends SandboxClock {
  advance(ms: number): void;
  wallNow(): number;
}

/** Real time plus what it was advanced by: for a sandbox in its own process, whose clients live on real time. */
export const createOffsetClock = (): OffsetClock => {
  let offsetInMs = 0;
  const sleepers = createSleepers();
  const now = (): number => Date.now() + offsetInMs;

  return {
    now,
    wallNow: () => Date.now(),
    sleep: async (ms, signal) => {
      const wakeAt = now() + Math.max(0, ms);
      const timer = setTimeout(() => sleepers.wakeDue(wakeAt), Math.max(0, ms));
      try {
        await sleepers.add(wakeAt, signal);
      } finally {
        clearTimeout(timer);
      }
    },
    advance: (ms) => {
      if (!(ms >= 0)) throw new SandboxInputError(`a clock cannot be moved by ${ms} ms: time only goes forward`);
      offsetInMs += ms;
      sleepers.wakeDue(now());
    },
  };
};
