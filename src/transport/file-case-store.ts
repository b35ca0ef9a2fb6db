import path from 'node:path';
import type { PlainJson } from '../core/attempt.js';
import { isSameMark, type CaseStore, type ObservedGroup } from '../core/case-store.js';
import { toKept, type KeptObservation, type Observation } from '../core/observation.js';
import { withFileLock } from './file-lock.js';
import { createFileRecords, createPrivateDirectory, toFileName } from './file-records.js';
import { createKeyedQueue } from './keyed-queue.js';
import { appendToLog, compactLog, indexLog, readLog, stampOf, type IndexedLog } from './observation-log.js';

/** Enough that one of them is a few megabytes with a million observations; few enough to be gone through in a moment. */
const shardCount = 256;

const leaseInMs = 60_000;
/** A file is worth writing anew when it has grown to twice what was left of it the last time. */
const smallestToCompactInBytes = 262_144;

const shardOf = (group: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < group.length; index += 1) hash = Math.imul(hash ^ group.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % shardCount;
};

const fileOf = (directory: string, shard: number): string =>
  path.join(directory, `observations-${String(shard).padStart(3, '0')}.jsonl`);

const byShard = (observations: readonly Observation[]): ReadonlyMap<number, KeptObservation[]> => {
  const shards = new Map<number, KeptObservation[]>();
  for (const observation of observations) {
    const shard = shardOf(observation.group);
    const held = shards.get(shard);
    if (held === undefined) shards.set(shard, [toKept(observation)]);
    else held.push(toKept(observation));
  }
  return shards;
};

const nothing = indexLog(Buffer.alloc(0));

/** The file read last, for as long as it has not changed: pages of a list go through the same one again and again. */
const createLastRead = (): ((file: string) => Promise<IndexedLog>) => {
  let last: { readonly file: string; readonly stamp: string; readonly log: IndexedLog } | undefined;
  return async (file) => {
    const stamp = await stampOf(file);
    if (last?.file === file && last.stamp === stamp) return last.log;
    const log = stamp === '' ? nothing : await readLog(file);
    last = { file, stamp, log };
    return log;
  };
};

interface Writing {
  /** What each file measured when it was last written anew. */
  readonly compacted: Map<string, number>;
}

const write = async ({ compacted }: Writing, file: string, observations: readonly KeptObservation[]): Promise<void> => {
  const size = await appendToLog(file, observations);
  const before = compacted.get(file) ?? 0;
  if (size >= Math.max(smallestToCompactInBytes, 2 * before)) compacted.set(file, await compactLog(file));
};

/**
 * A `CaseStore` in a directory of its own on a local disk, readable by its owner only. Several processes may share it. Of all it
 * keeps, no more than a two-hundred-fiftieth is in memory at a time, as bytes, and one order of it as objects. It holds order numbers, goods and amounts.
 *
 * @example
 * const caseStore = createFileCaseStore('/var/lib/my-tool/amazon-cases');
 */
export const createFileCaseStore = (directory: string): CaseStore => {
  const writing: Writing = { compacted: new Map() };
  const queue = createKeyedQueue();
  const read = createLastRead();
  const folderOf = (account: string): string => path.join(directory, toFileName(account));
  return {
    add: async (account, observations) => {
      if (observations.length === 0) return;
      const folder = folderOf(account);
      const shards = byShard(observations);
      await createPrivateDirectory(folder);
      // Appending and writing anew must not meet: what was appended in between would be lost.
      await queue.run(folder, () =>
        withFileLock({ directory: folder, key: 'writing', leaseInMs }, async () => {
          for (const [shard, kept] of shards) await write(writing, fileOf(folder, shard), kept);
        }),
      );
    },
    read: async (account, group) => {
      const log = await read(fileOf(folderOf(account), shardOf(group)));
      return log.read(group);
    },
    groups: async function* (account, { after } = {}) {
      const start = after === undefined ? 0 : shardOf(after);
      for (let shard = start; shard < shardCount; shard += 1) {
        const log = await read(fileOf(folderOf(account), shard));
        yield* groupsOf(log, shard === start ? after : undefined);
      }
    },
    ...createMarks(folderOf),
  };
};

const groupsOf = function* (log: IndexedLog, after: string | undefined): Generator<ObservedGroup> {
  const names = [...log.groups()].filter((name) => after === undefined || name > after).sort();
  for (const group of names) {
    const observations = log.read(group);
    // A line with no more than the name of its group is no observation.
    if (observations.length > 0) yield { group, observations };
  }
};

const isPlainJson = (value: unknown): value is PlainJson => value !== undefined;

type Marks = Pick<CaseStore, 'readMark' | 'writeMark' | 'swapMark'>;

/** Every write of a mark takes the lock, so that none comes between the look and the write of a swap. */
const createMarks = (folderOf: (account: string) => string): Marks => {
  const queue = createKeyedQueue();
  const readMark: Marks['readMark'] = async (account, name) => {
    const value = await createFileRecords(folderOf(account)).read(`mark ${name}`);
    return isPlainJson(value) ? value : undefined;
  };
  const alone = <Result>(account: string, work: () => Promise<Result>): Promise<Result> => {
    const directory = folderOf(account);
    return queue.run(directory, () => withFileLock({ directory, key: 'marks', leaseInMs }, work));
  };
  const write = (account: string, name: string, value: PlainJson): Promise<void> =>
    createFileRecords(folderOf(account)).write(`mark ${name}`, value);
  return {
    readMark,
    writeMark: (account, name, value) => alone(account, () => write(account, name, value)),
    swapMark: (account, name, { from, to }) =>
      alone(account, async () => {
        if (!isSameMark(await readMark(account, name), from)) return false;
        await write(account, name, to);
        return true;
      }),
  };
};
