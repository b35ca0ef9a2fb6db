import { NotFoundError } from '../../core/errors/api-errors.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import { AbortedError } from '../../core/errors/network-errors.js';
import { parseCaseId, type CaseId } from '../../core/ids.js';
import type { CallOptions } from '../../core/inputs.js';
import type { OperationName } from '../../core/operations.js';
import { toInstant, type Instant } from '../../core/time.js';
import { createFaults, type Faults } from './faults.js';
import type { Moment } from './life.js';
import type { CaseRecord } from './record.js';
import { createScheduledWrites, type ScheduledWrites } from './scheduled-writes.js';
import type { MemoryConfiguration } from './settings.js';
import { letTimePass } from './silence.js';

/** One call that reached the marketplace. A write is preceded by the read of its case. */
export interface MemoryRequest {
  readonly operation: OperationName | 'orders.get';
  readonly type: 'read' | 'write';
  readonly at: Instant;
}

interface Records {
  readonly all: () => readonly CaseRecord[];
  readonly find: (id: CaseId) => CaseRecord | undefined;
  readonly change: (id: CaseId, step: (record: CaseRecord, moment: Moment) => CaseRecord) => CaseRecord;
  readonly insert: (record: CaseRecord) => void;
}

/** The marketplace's own state. Time is caught up with before anything is read. */
export interface Store extends Records {
  readonly configuration: MemoryConfiguration;
  readonly faults: Faults;
  readonly requests: MemoryRequest[];
  /** References of the writes that took effect. */
  readonly applied: Set<string>;
  readonly scheduled: ScheduledWrites;
  readonly now: () => number;
  readonly nextSequence: () => number;
  readonly nextReference: () => string;
}

const createCounter = (): (() => number) => {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
};

const createRecords = (
  { clock, periods }: MemoryConfiguration,
  { scheduled, applied }: Pick<Store, 'scheduled' | 'applied'>,
): Records => {
  const records = new Map<CaseId, CaseRecord>();

  const runScheduled = (record: CaseRecord, now: number): CaseRecord =>
    scheduled.takeDue(record.id, now).reduce((current, { at, reference, step }) => {
      const before = letTimePass(current, at, periods);
      const after = step(before, { now: at, periods });
      if (after !== undefined) applied.add(reference);
      return after ?? before;
    }, record);

  const find = (id: CaseId): CaseRecord | undefined => {
    const found = records.get(id);
    if (found === undefined) return undefined;
    const now = clock.now();
    const current = letTimePass(runScheduled(found, now), now, periods);
    records.set(id, current);
    return current;
  };

  return {
    find,
    all: () => [...records.keys()].flatMap((id) => find(id) ?? []),
    change: (id, step) => {
      const changed = step(requireRecord(find(id)), { now: clock.now(), periods });
      records.set(id, changed);
      return changed;
    },
    insert: (record) => void records.set(record.id, record),
  };
};

export const createStore = (configuration: MemoryConfiguration): Store => {
  const scheduled = createScheduledWrites();
  const applied = new Set<string>();
  const nextReference = createCounter();
  return {
    ...createRecords(configuration, { scheduled, applied }),
    configuration,
    faults: createFaults(),
    requests: [],
    applied,
    scheduled,
    now: () => configuration.clock.now(),
    nextSequence: createCounter(),
    nextReference: () => `write-${nextReference()}`,
  };
};

export const requireRecord = (record: CaseRecord | undefined, operation?: OperationName): CaseRecord => {
  if (record === undefined) throw new NotFoundError('no such case', { marketplace: 'memory', operation });
  return record;
};

export const requireOwn = ({ sellerId, environment }: MemoryConfiguration, id: CaseId, operation?: OperationName): void => {
  const parts = parseCaseId(id);
  if (parts.marketplace === 'memory' && parts.environment === environment && parts.sellerId === sellerId) return;
  throw new InvalidInputError(`${id} belongs to another account than memory:${environment}:${sellerId}`, {
    marketplace: 'memory',
    operation,
    issues: [{ path: 'id', message: 'expected a case of this account' }],
  });
};

/** Counts a call and lets what waits for it go wrong. Every read goes through here. */
export const arrive = (store: Store, operation: OperationName, options: CallOptions = {}): void => {
  if (options.signal?.aborted === true)
    throw new AbortedError('the call was ended by its signal', { marketplace: 'memory', operation });
  store.requests.push({ operation, type: 'read', at: toInstant(store.now()) });
  store.faults.strikeRead(operation);
};
