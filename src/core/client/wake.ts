import type { Clock } from '../time.js';

/** Lets a push cut a waiting `watch` short. */
export interface Wake {
  /** Resolves after `ms`, when `ring` is called, or when the signal is aborted, whichever comes first. */
  readonly wait: (clock: Clock, ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly ring: () => void;
}

export const createWake = (): Wake => {
  const waiting = new Set<() => void>();
  const wait: Wake['wait'] = async (clock, ms, signal) => {
    const ending = new AbortController();
    const end = (): void => ending.abort();
    waiting.add(end);
    signal?.addEventListener('abort', end);
    try {
      await clock.sleep(ms, ending.signal);
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    } finally {
      waiting.delete(end);
      signal?.removeEventListener('abort', end);
    }
  };
  return { wait, ring: () => waiting.forEach((end) => end()) };
};
