import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../exit-code.js';

/** What `--output` calls standard output. */
export const standardOutput = '-';

interface Writing {
  /** Whether what is there may be written over. */
  readonly isForced: boolean;
}

const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();

/**
 * Says before the work what would be in the way of its result. `writeNewFile` holds to it once more.
 *
 * @throws UsageError when the file is there already, or has no folder
 */
export const requireRoomFor = (file: string, { isForced }: Writing): void => {
  if (isFolder(file)) throw new UsageError(`${file}: is a folder`);
  if (existsSync(file) && !isForced) throw new UsageError(`${file}: is already there; --force writes over it`);
  if (!isFolder(path.dirname(file))) throw new UsageError(`${file}: its folder is not there`);
};

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'is already there; --force writes over it',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'is a folder',
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'may not be written: the disk is read-only',
  ENOSPC: 'cannot be written: the disk is full',
};

/** Writes a file; a failure is told with its reason. */
const write = (file: string, text: string, flag: 'w' | 'wx'): void => {
  try {
    writeFileSync(file, text, { flag });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`${file}: ${reasons[code] ?? 'cannot be written'}`);
  }
};

/** Writes a file that was not there; what is there is written over only when asked for. */
export const writeNewFile = (file: string, text: string, { isForced }: Writing): void => write(file, text, isForced ? 'w' : 'wx');

/** Writes a file that is ours to renew. */
export const writeOwnFile = (file: string, text: string): void => write(file, text, 'w');
