/** Remembers the ids it saw last. */
export interface RecentIds {
  /** Whether this id was not seen of late; from now on it is. */
  readonly isNew: (id: string) => boolean;
}

/** Enough for a hundred pages of a hundred: repetitions come from neighboring pages, and memory must not grow with their number. */
const remembered = 10_000;

export const createRecentIds = (atMost = remembered): RecentIds => {
  const seen = new Set<string>();
  return {
    isNew: (id) => {
      if (seen.has(id)) return false;
      seen.add(id);
      if (seen.size > atMost) forgetOldest(seen);
      return true;
    },
  };
};

const forgetOldest = (seen: Set<string>): void => {
  const [oldest] = seen;
  if (oldest !== undefined) seen.delete(oldest);
};
