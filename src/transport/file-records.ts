import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigurationError } from '../core/errors/caller-errors.js';

/** Small JSON values on disk, a file for each key, readable by their owner only. */
export interface FileRecords {
  readonly read: (key: string) => Promise<unknown>;
  /** Resolves when the value would survive a loss of power; a reader sees the old value or the new one, never half of one. */
  readonly write: (key: string, value: unknown) => Promise<void>;
}

export const createFileRecords = (directory: string): FileRecords => ({
  read: async (key) => {
    const file = fileOf(directory, key);
    const text = await readFile(file, 'utf8').catch(ignoreMissing);
    if (text === undefined) return undefined;
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      throw new ConfigurationError(`${file} is not JSON: restore it or delete it`);
    }
  },
  write: async (key, value) => {
    await createPrivateDirectory(directory);
    await replaceFile(fileOf(directory, key), JSON.stringify(value));
  },
});

export const createPrivateDirectory = async (directory: string): Promise<void> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
};

/** A key as a file name that every file system takes. */
export const toFileName = (key: string): string =>
  encodeURIComponent(key).replace(/[*'()!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

const fileOf = (directory: string, key: string): string => path.join(directory, `${toFileName(key)}.json`);

/** A reader sees the old text or the new one, never half of one. */
export const replaceFile = async (file: string, text: string | Iterable<string>): Promise<void> => {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await writeFile(handle, text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncDirectory(path.dirname(file));
};

/** The rename itself is on disk only after this; not every system can open a directory. */
const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

export const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const ignoreMissing = (error: unknown): undefined => {
  if (isMissing(error)) return undefined;
  throw error;
};
