import type { MarketplaceAdapter } from '../adapter.js';
import { fingerprintOf, type CaseSummary } from '../case.js';
import { NotFoundError } from '../errors/api-errors.js';
import type { Failure } from '../errors/response-errors.js';
import type { CaseId } from '../ids.js';
import type { CallOptions } from '../inputs.js';
import { epochMsOf, toInstant, type Clock, type Instant } from '../time.js';
import { checkSpan } from './check-span.js';
import { emptyCheckpoint, parseCheckpoint, type AccountCheckpoint, type Checkpoint } from './checkpoint.js';
import { toFailure } from './failures.js';
import { settleFailures } from './list.js';
import type { Accounts, OnFailure } from './ports.js';
import type { Wake } from './wake.js';
import { closedMarkOf, isClosed, readWatchedCases, type Known } from './watched-cases.js';

/** Where `client.watch` begins, how often it reads, and who is told of what it could not read. */
export interface WatchOptions {
  /** Where an earlier watch stopped; without it every open case is emitted first. */
  readonly from?: Checkpoint;
  /** Ends the watch quietly. */
  readonly signal?: AbortSignal;
  /** Time between two readings. Default one minute; a push wakes earlier. */
  readonly intervalInMs?: number;
  /**
   * How far each reading looks back beyond the last one, against late and skewed marketplace clocks. Default ten minutes; days where a
   * marketplace tells of a case only days after its opening.
   */
  readonly overlapInMs?: number;
  /**
   * Told of each account that could not be read this time; without it the watch ends in `PartialFailureError`. Told once, too, of each
   * case that left the lists and can no longer be read (`NotFoundError`, which names it); it is then no longer watched.
   */
  readonly onFailure?: OnFailure;
}

interface Change {
  readonly account: string;
  readonly case: CaseSummary;
  readonly checkpoint: Checkpoint;
}

/** Two cases that were told apart have turned out to be one: what was kept under `from` belongs to `into`, which is `case.id`. */
export interface CaseMerged extends Change {
  readonly change: 'merged';
  readonly from: CaseId;
  readonly into: CaseId;
}

/** Something about a case changed. Delivered at least once: store `checkpoint` after acting on the change. */
export type CaseChange = (Change & { readonly change: 'opened' | 'updated' | 'closed' }) | CaseMerged;

interface Watching {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly wake: Wake;
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

const before = (instant: Instant, ms: number): Instant => toInstant(epochMsOf(instant) - ms);

/** A list row shows less than the case, so the marketplace's own time of change counts here, unlike in `fingerprintOf`. */
const signatureOf = (found: CaseSummary): string => `${fingerprintOf(found)}|${found.updatedAt}${closedMarkOf(found)}`;

const changeOf = (found: CaseSummary, known: string | undefined): 'opened' | 'updated' | 'closed' => {
  if (found.phase === 'closed') return 'closed';
  return known === undefined ? 'opened' : 'updated';
};

const withAccount = (checkpoint: Checkpoint, name: string, account: AccountCheckpoint): Checkpoint => ({
  version: 1,
  accounts: { ...checkpoint.accounts, [name]: account },
});

interface Pass {
  readonly name: string;
  readonly adapter: MarketplaceAdapter;
  readonly overlapInMs: number;
  readonly call: CallOptions;
  readonly startedAt: Instant;
}

interface Read {
  readonly checkpoint: Checkpoint;
  /** One for each case that can no longer be read. The checkpoint has forgotten it, so that it is told once. */
  readonly lost: readonly Failure[];
}

const neverRead = toInstant(0);

/** Tells of each id that was known as a case of its own and is now another name of this one. */
function* tellMerges(
  found: CaseSummary,
  known: Record<string, string>,
  told: (known: Known) => Omit<Change, 'case'>,
): Generator<CaseMerged> {
  for (const from of found.aliases ?? []) {
    const signature = known[from];
    if (from === found.id || signature === undefined) continue;
    known[found.id] ??= signature;
    Reflect.deleteProperty(known, from);
    yield { ...told({ ...known }), change: 'merged', from, into: found.id, case: found };
  }
}

const toLoss = (account: string, id: CaseId, { message, marketplace, operation, requestId }: NotFoundError): Failure => {
  const text = `${id} is no longer listed and can no longer be read; it is not watched any more (${message})`;
  return { account, error: new NotFoundError(text, { marketplace, operation, requestId }) };
};

/** A closed case is forgotten once no reading can list it again, by its change or by its opening. */
const isLate = ({ phase, openedAt, updatedAt }: CaseSummary, oldest: Instant): boolean =>
  phase !== 'closed' || updatedAt >= oldest || openedAt >= oldest;

/** One reading of one account. Yields each change with the checkpoint that covers it, and returns the advanced checkpoint. */
async function* readAccount(pass: Pass, checkpoint: Checkpoint): AsyncGenerator<CaseChange, Read> {
  const { name, adapter, overlapInMs, call, startedAt } = pass;
  const last = checkpoint.accounts[name];
  // A first pass that was cut short has read nothing up to any moment: it starts over, and repeats nothing it has emitted.
  const since = last === undefined || last.readUntil === neverRead ? undefined : before(last.readUntil, overlapInMs);
  const known: Record<string, string> = { ...last?.known };
  const readUntil = last?.readUntil ?? neverRead;
  const keep = new Set<string>();
  const lost = new Map<string, Failure>();
  const told = (now: Known): Omit<Change, 'case'> => ({
    account: name,
    checkpoint: withAccount(checkpoint, name, { readUntil, known: now }),
  });
  const onLost = (id: CaseId, error: NotFoundError): void => void lost.set(id, toLoss(name, id, error));
  for await (const found of readWatchedCases(adapter, { since, known, onLost }, call)) {
    if (isLate(found, before(startedAt, 2 * overlapInMs))) keep.add(found.id);
    yield* tellMerges(found, known, told);
    const [signature, previous] = [signatureOf(found), known[found.id]];
    if (previous === signature) continue;
    known[found.id] = signature;
    yield { ...told({ ...known }), change: changeOf(found, previous), case: found };
  }
  const remembered = Object.entries(known).filter(([id, signature]) => !lost.has(id) && (keep.has(id) || !isClosed(signature)));
  return {
    checkpoint: withAccount(checkpoint, name, { readUntil: startedAt, known: Object.fromEntries(remembered) }),
    lost: [...lost.values()],
  };
}

async function* readAll(
  { accounts, clock }: Watching,
  checkpoint: Checkpoint,
  options: WatchOptions,
): AsyncGenerator<CaseChange, Checkpoint> {
  const { signal, overlapInMs = 600_000, onFailure } = options;
  const failures: Failure[] = [];
  const losses: Failure[] = [];
  let current = checkpoint;
  for (const [name, adapter] of Object.entries(accounts)) {
    const pass = { name, adapter, overlapInMs, call: signal === undefined ? {} : { signal }, startedAt: toInstant(clock.now()) };
    try {
      const { checkpoint: advanced, lost } = yield* readAccount(pass, current);
      current = advanced;
      losses.push(...lost);
    } catch (error) {
      if (isAborted(signal)) return current;
      failures.push(toFailure(name, error));
    }
  }
  // A case that is gone for ever must not end a watch that nobody listens to: it would end again whenever it is resumed.
  if (onFailure !== undefined) losses.forEach(onFailure);
  settleFailures(failures, onFailure);
  return current;
}

/** Emits changes for as long as it is iterated: reads, waits, reads again. A push only makes the next reading come sooner. */
export const watchCases = (watching: Watching) =>
  async function* (options: WatchOptions = {}): AsyncGenerator<CaseChange, void> {
    const { from = emptyCheckpoint, signal, intervalInMs = 60_000 } = options;
    checkSpan('watch', 'intervalInMs', intervalInMs);
    checkSpan('watch', 'overlapInMs', options.overlapInMs);
    let checkpoint = parseCheckpoint(from);
    while (!isAborted(signal)) {
      checkpoint = yield* readAll(watching, checkpoint, options);
      if (!isAborted(signal)) await watching.wake.wait(watching.clock, intervalInMs, signal);
    }
  };
