import { nativeIdOf } from '../../../core/account-ids.js';
import { NotFoundError } from '../../../core/errors/api-errors.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import { epochMsOf, isCivilDate, toInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { groupOf } from '../merge/identity.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { casesOf, readGroup } from '../sources/group-reading.js';
import { listedSources, readSourceOrFail } from '../sources/sources.js';
import { before, dayInMs, type Range } from '../sources/windows.js';
import { requireNotAborted } from './own-case.js';

const isNamed = ({ nativeId, aliases }: JoinedCase, name: string): boolean => nativeId === name || aliases.includes(name);

/** The case of a name in the store; an alias leads to the case that it was joined with. */
export const findStored = async (context: AmazonContext, nativeId: string): Promise<JoinedCase | undefined> => {
  const cases = await casesOf(context, await readGroup(context, groupOf(nativeId)));
  return cases.find((found) => isNamed(found, nativeId));
};

/** An id holds the day that its case was asked for, so a few days of each source show whether there is such a case. */
const daysAround = (nativeId: string, now: number): Range | undefined => {
  const day = nativeId.split('/')[2];
  if (!isCivilDate(day)) return undefined;
  const from = before(toInstant(`${day}T00:00:00Z`), 2 * dayInMs);
  const until = toInstant(Math.min(now, epochMsOf(from) + 5 * dayInMs));
  return from < until ? { from, until } : undefined;
};

const scan = async (context: AmazonContext, nativeId: string, options?: CallOptions): Promise<JoinedCase | undefined> => {
  const range = daysAround(nativeId, context.clock.now());
  if (range === undefined) return undefined;
  const at = toInstant(context.clock.now());
  const failures: Failure[] = [];
  for (const source of listedSources) {
    requireNotAborted('get', options);
    failures.push(...(await readSourceOrFail(context, { source, range, at }, options)));
    const found = await findStored(context, nativeId);
    if (found !== undefined) return found;
  }
  // The case may be in what could not be read.
  const [failure] = failures;
  if (failure !== undefined) throw failure.error;
  return undefined;
};

/**
 * Finds a case in the store. One that is not there is looked for in five days of each source, around the day in its id: a scan with a
 * bound, and only where those days have not been read of late.
 */
export const findCase = async (context: AmazonContext, id: CaseId, options?: CallOptions): Promise<JoinedCase> => {
  const nativeId = nativeIdOf(context.account, id);
  requireNotAborted('get', options);
  const found = (await findStored(context, nativeId)) ?? (await scan(context, nativeId, options));
  if (found !== undefined) return found;
  throw new NotFoundError(`amazon: no source knows ${id}`, { marketplace, operation: 'get' });
};
