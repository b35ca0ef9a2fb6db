/** One that waits for a time to come. */
export interface Sleeper {
  /** Epoch milliseconds. */
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** Those who sleep on a clock that is moved by hand. */
export interface Sleepers {
  /** Resolves when its sleeper is woken, or rejects with the signal's reason. */
  readonly add: (wakeAt: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly earliest: () => Sleeper | undefined;
  readonly count: () => number;
}

const reasonOf = (signal: AbortSignal): Error => {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error(String(reason));
};

export const createSleepers = (): Sleepers => {
  const sleepers = new Set<Sleeper>();
  const add = (wakeAt: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
      };
      const abort = (): void => {
        leave();
        if (signal !== undefined) reject(reasonOf(signal));
      };
      const wake = (): void => {
        leave();
        resolve();
      };
      const sleeper: Sleeper = { wakeAt, wake };
      if (signal?.aborted === true) {
        abort();
        return;
      }
      sleepers.add(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });
  const earliest = (): Sleeper | undefined => [...sleepers].sort((left, right) => left.wakeAt - right.wakeAt)[0];
  return { add, earliest, count: () => sleepers.size };
};
