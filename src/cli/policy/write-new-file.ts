import { writeFileSync } from 'node:fs';
import { UsageError } from '../exit-code.js';

/** Writes a file that was not there; what is there is written over only when asked for. */
export const writeNewFile = (file: string, text: string, { isForced }: { readonly isForced: boolean }): void => {
  try {
    writeFileSync(file, text, { flag: isForced ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons: Readonly<Record<string, string>> = {
      EEXIST: 'is already there; --force writes over it',
      ENOENT: 'its folder is not there',
      EISDIR: 'is a folder',
      EACCES: 'may not be written',
    };
    throw new UsageError(`${file}: ${reasons[code] ?? 'cannot be written'}`);
  }
};
