import { PermissionDeniedError } from '../../../core/errors/api-errors.js';
import { UnexpectedResponseError, type Failure } from '../../../core/errors/response-errors.js';
import type { Observation } from '../../../core/observation.js';
import { epochMsOf, toInstant, type Instant } from '../../../core/time.js';
import { toWireIssues } from '../../../transport/issues.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { listReturns } from '../endpoints/external-returns.js';
import { listFinancialEvents, listTransactions } from '../endpoints/finances.js';
import { observeFinancialEvents } from '../merge/observe-money.js';
import { observeExternalReturn } from '../merge/observe-returns.js';
import { observeTransaction } from '../merge/observe-transactions.js';
import { wireExternalReturn } from '../wire/external-returns.js';
import { accountKeyOf, readingsOf } from './coverage.js';
import type { ReadSource } from './read-reports.js';
import { before, dayInMs, toWindows, type Range } from './windows.js';

type Answered = {
  readonly observations: readonly Observation[];
  readonly failures?: readonly Failure[];
  readonly nextToken: string | undefined;
};

/** Page by page until Amazon says that there is no more; a page may be empty and not the last. */
const readPages = async (
  context: AmazonContext,
  readPage: (nextToken: string | undefined) => Promise<Answered>,
): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  let nextToken: string | undefined;
  do {
    const page = await readPage(nextToken);
    await context.caseStore.add(accountKeyOf(context), page.observations);
    failures.push(...(page.failures ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== '');
  return failures;
};

const toExternal = (
  row: unknown,
  readAt: Instant,
): { readonly observations: readonly Observation[]; readonly failures: readonly Failure[] } => {
  const { data, error } = wireExternalReturn.safeParse(row);
  if (data !== undefined) return { observations: observeExternalReturn(data, readAt), failures: [] };
  const facts = { marketplace, operation: listReturns.name, issues: toWireIssues(error) };
  return {
    observations: [],
    failures: [{ error: new UnexpectedResponseError('amazon sent a return that cannot be read', facts) }],
  };
};

/**
 * Returns of the SmartConnect channels. By the day they were created: a filter by the time of change needs a place and a status, and
 * so all of the range is read each time. Sellers without such a channel are refused, which is no failure.
 */
export const readExternalReturns: ReadSource = async (context, { from, until, at }, options) => {
  const filter = { createdSince: from, createdUntil: until, maxResults: 100 };
  try {
    const failures = await readPages(context, async (nextToken) => {
      const page = await context.transport.send(listReturns, { ...filter, nextToken }, options);
      const rows = (page.returns ?? []).map((row) => toExternal(row, at));
      return {
        observations: rows.flatMap(({ observations }) => observations),
        failures: rows.flatMap(({ failures }) => failures),
        nextToken: page.nextToken ?? undefined,
      };
    });
    return { read: { from, until }, failures };
  } catch (error) {
    if (PermissionDeniedError.isInstance(error)) return { read: undefined, failures: [] };
    throw error;
  }
};

/** Amazon: only moments more than two minutes ago are taken. */
const shortestAgeInMs = 150_000;
/** Amazon: "orders from the last 48 hours might not be included". A day more for good measure. */
const lagInMs = 3 * dayInMs;
const longestInDays = 180;

/** Money that is known stays known: only what is new, and what may have come late, is read again. */
const unreadOf = async (context: AmazonContext, source: string, range: Range): Promise<Range> => {
  const latest = before(toInstant(context.clock.now()), shortestAgeInMs);
  const until = range.until < latest ? range.until : latest;
  const known = (await readingsOf(context, source)).filter(({ from }) => from <= range.from).map((reading) => reading.until);
  const last = known.sort((left, right) => (left < right ? 1 : -1))[0];
  const from = last === undefined ? range.from : before(last < until ? last : until, lagInMs);
  return { from: from > range.from ? from : range.from, until };
};

export const readFinancialEvents: ReadSource = async (context, range, options) => {
  const failures: Failure[] = [];
  const unread = await unreadOf(context, 'finances-v0', range);
  for (const { from, until } of toWindows(unread, longestInDays)) {
    const filter = { postedAfter: from, postedBefore: until, maxResultsPerPage: 100 };
    const read = await readPages(context, async (nextToken) => {
      const page = await context.transport.send(listFinancialEvents, { ...filter, nextToken }, options);
      return { observations: observeFinancialEvents(page.events, range.at), nextToken: page.nextToken };
    });
    failures.push(...read);
  }
  return { read: { from: range.from, until: unread.until }, failures };
};

export const readTransactions: ReadSource = async (context, range, options) => {
  const failures: Failure[] = [];
  const unread = await unreadOf(context, 'finances', range);
  for (const { from, until } of toWindows(unread, longestInDays)) {
    const read = await readPages(context, async (nextToken) => {
      const page = await context.transport.send(listTransactions, { postedAfter: from, postedBefore: until, nextToken }, options);
      const observations = page.transactions.flatMap((transaction) => observeTransaction(transaction, range.at));
      return { observations, nextToken: page.nextToken };
    });
    failures.push(...read);
  }
  return { read: { from: range.from, until: unread.until }, failures };
};

/** Whether money has been looked for lately, so that one order's need not be asked for. */
export const isMoneyFresh = async (context: AmazonContext, maxAgeInMs: number): Promise<boolean> => {
  const known = await readingsOf(context, 'finances-v0');
  return known.some(({ readAt }) => epochMsOf(readAt) >= context.clock.now() - maxAgeInMs);
};
