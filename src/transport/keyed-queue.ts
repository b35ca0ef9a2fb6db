/** Runs work of the same key one after the other, in the order of asking, within this process. */
export interface KeyedQueue {
  readonly run: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
}

export const createKeyedQueue = (): KeyedQueue => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: async (key, work) => {
      const before = tails.get(key) ?? Promise.resolve();
      const result = before.then(work);
      const tail = result.catch(() => undefined);
      tails.set(key, tail);
      try {
        return await result;
      } finally {
        if (tails.get(key) === tail) tails.delete(key);
      }
    },
  };
};
