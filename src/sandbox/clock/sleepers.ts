interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** Those who wait for a time to come, shared by the clocks. */
export interface Sleepers {
  /** Resolves once `wakeDue` is called with a time at or past `wakeAt`, or rejects with the signal's reason. */
  add(wakeAt: number, signal?: AbortSignal): Promise<void>;
  wakeDue(now: number): void;
  nextWakeAt(): number | undefined;
}

/** The caller's reason word for word, as `AbortSignal.throwIfAborted` would throw it. */
const reasonOf = (signal: AbortSignal): Error => {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error(String(reason));
};

export const createSleepers = (): Sleepers => {
  const sleepers = new Set<Sleeper>();
  const inOrder = (): Sleeper[] => [...sleepers].sort((left, right) => left.wakeAt - right.wakeAt);

  const add = (wakeAt: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(reasonOf(signal));
        return;
      }
      const leave = (): void => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
      };
      const abort = (): void => {
        leave();
        if (signal !== undefined) reject(reasonOf(signal));
      };
      const sleeper: Sleeper = {
        wakeAt,
        wake: () => {
          leave();
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });

  return {
    add,
    wakeDue: (now) => {
      for (const sleeper of inOrder()) if (sleeper.wakeAt <= now) sleeper.wake();
    },
    nextWakeAt: () => inOrder()[0]?.wakeAt,
  };
};
