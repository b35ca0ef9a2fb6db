import type { Case } from '../case.js';
import type { Deadline } from '../deadline.js';
import type { Failure } from '../errors/response-errors.js';
import type { CallOptions } from '../inputs.js';
import { epochMsOf, type Clock } from '../time.js';
import { checkSpan } from './check-span.js';
import { hydrateCases } from './hydrate.js';
import { collect, listCases } from './list.js';
import type { Accounts, DeadlineSource, OnFailure } from './ports.js';

/** What `client.inbox` shows and how it reads; the options of a call hold for each list and each case. */
export interface InboxOptions extends CallOptions {
  /** Only cases whose next seller deadline falls within this span from now; overdue ones are included. Default: all. */
  readonly dueWithinInMs?: number;
  /** Cases of one account read at the same time, 1 to 64. Default 4. */
  readonly concurrency?: number;
  /** Told of each account or case that could not be read, which is in `failures` as well. */
  readonly onFailure?: OnFailure;
}

/** An open case with the duty of the seller that falls due first. */
export interface InboxEntry {
  /** The client's name of the account. */
  readonly account: string;
  readonly case: Case;
  /** The earliest duty of the seller. */
  readonly next: Deadline;
  /** Negative once it has passed. */
  readonly dueInMs: number;
}

/** The seller's work in all accounts, by what is due first. An empty inbox says so only where `failures` is empty too. */
export interface Inbox {
  /** By the next seller deadline, the most urgent first. */
  readonly entries: readonly InboxEntry[];
  /** Open cases for which no deadline of the seller is known: listed apart, never dropped. */
  readonly withoutDeadline: readonly { readonly account: string; readonly case: Case }[];
  readonly failures: readonly Failure[];
}

/** The seller's next duty: the earliest deadline, a stated one before an estimated one at the same moment. */
export const nextSellerDeadline = (deadlines: readonly Deadline[]): Deadline | undefined => {
  const certainty = { stated: 0, derived: 1, estimated: 2 } as const;
  return [...deadlines]
    .filter(({ party }) => party === 'seller')
    .sort((left, right) =>
      left.by === right.by ? certainty[left.certainty] - certainty[right.certainty] : left.by < right.by ? -1 : 1,
    )[0];
};

interface Reading {
  readonly accounts: Accounts;
  readonly deadlines: DeadlineSource | undefined;
  readonly clock: Clock;
}

const byUrgency = (left: InboxEntry, right: InboxEntry): number => {
  if (left.next.by !== right.next.by) return left.next.by < right.next.by ? -1 : 1;
  return left.case.id < right.case.id ? -1 : 1;
};

const readOpenCases = async (
  { accounts, deadlines }: Reading,
  { concurrency, signal, timeoutInMs, includeRaw }: InboxOptions,
): Promise<{ readonly items: readonly (readonly [string, Case])[]; readonly failures: readonly Failure[] }> => {
  const call = {
    ...(signal === undefined ? {} : { signal }),
    ...(timeoutInMs === undefined ? {} : { timeoutInMs }),
    ...(includeRaw === undefined ? {} : { includeRaw }),
  };
  const items: (readonly [string, Case])[] = [];
  const failures: Failure[] = [];
  for (const [account, adapter] of Object.entries(accounts)) {
    const summaries = await collect(listCases({ [account]: adapter })({ open: true }, call));
    const hydrate = hydrateCases({ [account]: adapter }, deadlines);
    const cases = await hydrate(summaries.items, { ...call, ...(concurrency === undefined ? {} : { concurrency }) });
    items.push(
      ...cases.items.filter(({ phase }) => phase !== 'closed').map((found): readonly [string, Case] => [account, found]),
    );
    failures.push(...summaries.failures, ...cases.failures);
  }
  return { items, failures };
};

/** All open cases of all accounts, ordered by the next deadline of the seller. */
export const readInbox =
  (reading: Reading) =>
  async (options: InboxOptions = {}): Promise<Inbox> => {
    checkSpan('inbox', 'dueWithinInMs', options.dueWithinInMs);
    const { items, failures } = await readOpenCases(reading, options);
    const now = reading.clock.now();
    const entries: InboxEntry[] = [];
    const withoutDeadline: { account: string; case: Case }[] = [];
    for (const [account, found] of items) {
      const next = nextSellerDeadline(found.deadlines);
      if (next === undefined) withoutDeadline.push({ account, case: found });
      else entries.push({ account, case: found, next, dueInMs: epochMsOf(next.by) - now });
    }
    if (options.onFailure !== undefined) failures.forEach(options.onFailure);
    const within = options.dueWithinInMs ?? Number.POSITIVE_INFINITY;
    return { entries: entries.filter(({ dueInMs }) => dueInMs <= within).sort(byUrgency), withoutDeadline, failures };
  };
