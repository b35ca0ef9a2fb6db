import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TimeoutError } from '../core/errors/network-errors.js';
import { createPrivateDirectory, isMissing, toFileName } from './file-records.js';
import { describeHolder, isAbandoned, released } from './lock-holder.js';

export interface LockRequest {
  readonly directory: string;
  readonly key: string;
  /** How long a holder that gives no sign of life keeps the lock. */
  readonly leaseInMs: number;
}

const pollInMs = 25;

/**
 * Runs `work` while no other process holds the key's lock in this directory.
 *
 * Locks are numbered files, and the highest number is the lock. Taking over from a dead holder creates the next number, which only
 * one of several rivals can do; none ever deletes the highest, so a slow rival cannot take away a lock that is newer than what it saw.
 */
export const withFileLock = async <Result>(request: LockRequest, work: () => Promise<Result>): Promise<Result> => {
  await createPrivateDirectory(request.directory);
  const file = await acquire(request);
  const renewal = setInterval(() => void touch(file), request.leaseInMs / 3);
  renewal.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await writeFile(file, released);
  }
};

const acquire = async (request: LockRequest): Promise<string> => {
  const giveUpAtInMs = performance.now() + 2 * request.leaseInMs;
  while (performance.now() < giveUpAtInMs) {
    const file = await tryAcquire(request);
    if (file !== undefined) return file;
    await wait(pollInMs);
  }
  const text = `the lock on '${request.key}' in ${request.directory} was not free within ${2 * request.leaseInMs} ms`;
  throw new TimeoutError(text, { timeoutInMs: 2 * request.leaseInMs });
};

const tryAcquire = async (request: LockRequest): Promise<string | undefined> => {
  const latest = Math.max(0, ...(await numbersOf(request)));
  if (latest > 0 && !(await isFree(fileOf(request, latest), request.leaseInMs))) return undefined;
  const mine = latest + 1;
  const file = fileOf(request, mine);
  const isCreated = await writeFile(file, describeHolder(request.leaseInMs), { flag: 'wx', mode: 0o600 }).then(
    () => true,
    ignoreRival,
  );
  if (!isCreated) return undefined;
  const numbers = await numbersOf(request);
  if (Math.max(...numbers) > mine) {
    await rm(file, { force: true });
    return undefined;
  }
  await Promise.all(numbers.filter((number) => number < mine).map((number) => rm(fileOf(request, number), { force: true })));
  return file;
};

const isFree = async (file: string, leaseInMs: number): Promise<boolean> => {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return isAbandoned(text, { silentForInMs: Date.now() - mtimeMs, leaseInMs });
  } catch (error) {
    // Gone between the listing and the reading: someone is further, look again.
    if (isMissing(error)) return false;
    throw error;
  }
};

const prefixOf = ({ key }: LockRequest): string => `${toFileName(key)}.lock.`;

const fileOf = (request: LockRequest, number: number): string => path.join(request.directory, `${prefixOf(request)}${number}`);

const numbersOf = async (request: LockRequest): Promise<readonly number[]> => {
  const prefix = prefixOf(request);
  const names = await readdir(request.directory);
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter(Number.isSafeInteger);
};

const ignoreRival = (error: unknown): false => {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
  throw error;
};

const touch = async (file: string): Promise<void> => {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
};
