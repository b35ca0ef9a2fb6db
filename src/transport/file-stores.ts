import * as z from 'zod';
import type { CaseIndex } from '../core/case-index.js';
import { ConfigurationError } from '../core/errors/caller-errors.js';
import { isInstant, type Instant } from '../core/time.js';
import { withFileLock } from './file-lock.js';
import { createFileRecords } from './file-records.js';
import { createKeyedQueue } from './keyed-queue.js';
import type { TokenStore, Tokens } from './tokens.js';

const storedTokens = z.lazy(
  () =>
    z.object({
      accessToken: z.string(),
      refreshToken: z.string(),
      expiresAt: z.custom<Instant>(isInstant),
    }) satisfies z.ZodType<Tokens>,
);

/**
 * Tokens in a directory of their own on a local disk, a file for each account, readable by their owner only. Several processes may
 * share it: one refreshes, the others wait and read. A process that was killed while refreshing holds the others up no longer than
 * it takes to notice, at most its lease.
 *
 * @example
 * const tokens = createFileTokenStore('/var/lib/my-tool/tokens');
 */
export const createFileTokenStore = (directory: string): TokenStore => {
  const records = createFileRecords(directory);
  const queue = createKeyedQueue();
  return {
    read: async (key) => {
      const stored = await records.read(key);
      if (stored === undefined) return undefined;
      const checked = storedTokens.safeParse(stored);
      if (checked.success) return checked.data;
      throw new ConfigurationError(
        `the tokens stored under '${key}' in ${directory} have an unknown shape: authorize the account again`,
      );
    },
    write: records.write,
    withLock: (key, leaseInMs, work) => queue.run(key, () => withFileLock({ directory, key, leaseInMs }, work)),
  };
};

const storedEntry = z.lazy(() => z.record(z.string(), z.string()));

/** A `CaseIndex` in a directory of its own, so that a restarted process finds its cases without a scan. May hold personal data. */
export const createFileCaseIndex = (directory: string): CaseIndex => {
  const records = createFileRecords(directory);
  return {
    // An entry that cannot be understood is a miss: the adapter then looks the case up again.
    read: async (id) => storedEntry.safeParse(await records.read(id)).data,
    write: records.write,
  };
};
