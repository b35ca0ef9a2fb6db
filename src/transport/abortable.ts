/**
 * Waits for a shared piece of work no longer than the caller wants: on abort the caller leaves with the signal's reason and the
 * work goes on for the others.
 */
export const abortable = <Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> => {
  if (signal === undefined) return work;
  return new Promise<Result>((resolve, reject) => {
    const leave = (): void => {
      reject(reasonOf(signal));
    };
    if (signal.aborted) {
      leave();
      work.catch(() => undefined);
      return;
    }
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', leave);
    });
  });
};

const reasonOf = (signal: AbortSignal): Error => (signal.reason instanceof Error ? signal.reason : new Error('aborted'));
