import type { PlainJson } from './attempt.js';
import { joinKept, toKept, type KeptObservation, type Observation } from './observation.js';

/** All that is known of one group. */
export interface ObservedGroup {
  readonly group: string;
  readonly observations: readonly KeptObservation[];
}

/**
 * Where an adapter that makes its cases of several sources keeps what they told, so that a case has the same id tomorrow and reports
 * need not be read again. One store may serve several accounts and several processes. It holds order numbers, goods and amounts.
 *
 * To keep it in a database: `add` is an upsert by account and key, with the two records joined by `joinKept`.
 */
export interface CaseStore {
  /** Resolves when all would survive a crash. What was known of the same key is joined with it, never lost. */
  readonly add: (account: string, observations: readonly Observation[]) => Promise<void>;
  /** Empty for a group that was never seen. */
  readonly read: (account: string, group: string) => Promise<readonly KeptObservation[]>;
  /** Every group once, in an order that stays; `after` goes on behind a group that was read before. */
  readonly groups: (account: string, settings?: { readonly after?: string }) => AsyncIterable<ObservedGroup>;
  /** A small value kept by name, such as when a report was last read. */
  readonly readMark: (account: string, name: string) => Promise<PlainJson | undefined>;
  readonly writeMark: (account: string, name: string, value: PlainJson) => Promise<void>;
  /**
   * Writes `to` only if the mark still is what `readMark` gave; false where another writer was first. Must be one step for all
   * processes that share the store: that an order is refunded once hangs on it.
   */
  readonly swapMark: (account: string, name: string, change: MarkChange) => Promise<boolean>;
}

/** A mark as it was read, and as it is to be: the two sides of a compare-and-swap. */
export interface MarkChange {
  /** As `readMark` gave it; nothing for a mark that was never written. */
  readonly from: PlainJson | undefined;
  readonly to: PlainJson;
}

/** What came out of a store in one order of its fields goes back in the same. */
export const isSameMark = (left: PlainJson | undefined, right: PlainJson | undefined): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

type Group = Map<string, KeptObservation>;

const addTo = (groups: Map<string, Group>, observation: Observation): void => {
  const group = groups.get(observation.group) ?? new Map<string, KeptObservation>();
  const [known, found] = [group.get(observation.key), toKept(observation)];
  group.set(observation.key, known === undefined ? found : joinKept(known, found));
  groups.set(observation.group, group);
};

/** The groups of one account; their names are sorted when they are asked for, and stay so until there is a new one. */
interface Shelf {
  readonly groups: Map<string, Group>;
  sorted?: readonly string[] | undefined;
}

const namesOf = (shelf: Shelf): readonly string[] => {
  shelf.sorted ??= [...shelf.groups.keys()].sort();
  return shelf.sorted;
};

/** The position behind a name in a sorted list, whether or not it is in it. */
const positionAfter = (names: readonly string[], after: string | undefined): number => {
  let [low, high] = [0, after === undefined ? 0 : names.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle] ?? '') <= (after ?? '')) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Forgets everything when the process ends; the reports are then read again, and ids follow from what they say today. */
export const createMemoryCaseStore = (): CaseStore => {
  const accounts = new Map<string, Shelf>();
  const marks = new Map<string, PlainJson>();
  const shelfOf = (account: string): Shelf => accounts.get(account) ?? { groups: new Map<string, Group>() };
  return {
    add: (account, observations) => {
      const shelf = shelfOf(account);
      const size = shelf.groups.size;
      for (const observation of observations) addTo(shelf.groups, observation);
      if (shelf.groups.size > size) shelf.sorted = undefined;
      accounts.set(account, shelf);
      return Promise.resolve();
    },
    read: (account, group) => Promise.resolve([...(shelfOf(account).groups.get(group)?.values() ?? [])]),
    // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, this store is not
    groups: async function* (account, { after } = {}) {
      const shelf = shelfOf(account);
      const names = namesOf(shelf);
      for (let position = positionAfter(names, after); position < names.length; position += 1) {
        const group = names[position] ?? '';
        yield { group, observations: [...(shelf.groups.get(group)?.values() ?? [])] };
      }
    },
    readMark: (account, name) => Promise.resolve(marks.get(`${account} ${name}`)),
    writeMark: (account, name, value) => {
      marks.set(`${account} ${name}`, value);
      return Promise.resolve();
    },
    swapMark: (account, name, { from, to }) => {
      const key = `${account} ${name}`;
      if (!isSameMark(marks.get(key), from)) return Promise.resolve(false);
      marks.set(key, to);
      return Promise.resolve(true);
    },
  };
};
