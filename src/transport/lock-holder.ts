import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod';

/** What a lock file says once its holder has finished. */
export const released = 'released';

/** A file just created and not yet written names nobody; its writer needs far less than this. */
const longestWritingInMs = 10_000;

const holderSchema = z.lazy(() =>
  z.object({ machine: z.string(), pid: z.number().int().positive(), leaseInMs: z.number().positive() }),
);

/** Process numbers mean something only within one machine, and there only within one container. */
const machine = ((): string => {
  try {
    return `${hostname()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
})();

export const describeHolder = (leaseInMs: number): string => JSON.stringify({ machine, pid: process.pid, leaseInMs });

/** Whether a lock file's holder has finished, has died, or has been silent longer than its lease. */
export const isAbandoned = (text: string, silence: { readonly silentForInMs: number; readonly leaseInMs: number }): boolean => {
  if (text === released) return true;
  const holder = parseHolder(text);
  if (holder === undefined) return silence.silentForInMs > Math.min(longestWritingInMs, silence.leaseInMs);
  return silence.silentForInMs > holder.leaseInMs || (holder.machine === machine && !isAlive(holder.pid));
};

const parseHolder = (text: string): z.infer<typeof holderSchema> | undefined => {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
