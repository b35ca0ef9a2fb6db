import { createDueQueue } from '../due-queue.js';
import { perform, type Change, type LifeEvent, type Payment, type Waits } from './lifecycle/change.js';
import { nextEventOf } from './lifecycle/next-event.js';
import type { IssueRecord, Seconds } from './record.js';

/** All issues of all sellers, and the queue of what happens to them next. */
export interface IssueStore {
  find(issueId: string): IssueRecord | undefined;
  /** Newest first, as the list has them. */
  ofSeller(sellerId: string): readonly IssueRecord[];
  ofOrder(parentOrderId: string): readonly IssueRecord[];
  all(): readonly IssueRecord[];
  change(record: IssueRecord, at: Seconds, change: Change): void;
  /** Lets everything happen that is due by `until`, in the order of its times. */
  runDue(until: Seconds): void;
}

interface Planned {
  readonly record: IssueRecord;
  readonly event: LifeEvent;
  /** A plan made for an older state of the record is void. */
  readonly revision: number;
}

export interface IssueStoreOptions {
  readonly records: readonly IssueRecord[];
  readonly pay: (payment: Payment) => void;
  readonly waits: Waits;
}

const groupBy = (
  records: readonly IssueRecord[],
  keyOf: (record: IssueRecord) => string,
): ReadonlyMap<string, readonly IssueRecord[]> => {
  const groups = new Map<string, IssueRecord[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group === undefined) groups.set(keyOf(record), [record]);
    else group.push(record);
  }
  return groups;
};

export const createIssueStore = ({ records, pay, waits }: IssueStoreOptions): IssueStore => {
  const newestFirst = [...records].sort(
    (left, right) => right.createdAt - left.createdAt || (left.issueId < right.issueId ? -1 : 1),
  );
  const byId = new Map(records.map((record) => [record.issueId, record]));
  const bySeller = groupBy(newestFirst, ({ seller }) => seller.sellerId);
  const byOrder = groupBy(records, ({ parentOrderId }) => parentOrderId);
  const queue = createDueQueue<Planned>();

  const plan = (record: IssueRecord): void => {
    const event = nextEventOf(record);
    if (event !== undefined) queue.add(event.at, { record, event, revision: record.revision });
  };
  const happen = (record: IssueRecord, { at, change }: LifeEvent): void => {
    perform(record, change, { at, pay, waits });
    plan(record);
  };
  records.forEach(plan);

  return {
    find: (issueId) => byId.get(issueId),
    ofSeller: (sellerId) => bySeller.get(sellerId) ?? [],
    ofOrder: (parentOrderId) => byOrder.get(parentOrderId) ?? [],
    all: () => newestFirst,
    change: (record, at, change) => happen(record, { at, change }),
    runDue: (until) => {
      for (let due = queue.takeDue(until); due !== undefined; due = queue.takeDue(until)) {
        const { record, event, revision } = due.value;
        if (record.revision === revision) happen(record, event);
      }
    },
  };
};
