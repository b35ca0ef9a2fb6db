import { createDueQueue } from '../due-queue.js';
import { perform, type Change, type LifeEffects, type LifeEvent } from './lifecycle/change.js';
import { nextEventOf } from './lifecycle/next-event.js';
import type { ReturnRecord, Seconds } from './record.js';

/** All returns of all shops, and the queue of what happens to them next. */
export interface ReturnStore {
  find(returnSn: string): ReturnRecord | undefined;
  /** Oldest first. */
  ofShop(shopId: number): readonly ReturnRecord[];
  ofOrder(orderSn: string): readonly ReturnRecord[];
  all(): readonly ReturnRecord[];
  /** Changes when any return of the shop does. */
  revisionOf(shopId: number): number;
  change(record: ReturnRecord, at: Seconds, change: Change): void;
  /** Lets everything happen that is due by `until`, in the order of its times. */
  runDue(until: Seconds): void;
}

interface Planned {
  readonly record: ReturnRecord;
  readonly event: LifeEvent;
  /** A plan made for an older state of the record is void. */
  readonly revision: number;
}

const groupBy = <Key>(records: readonly ReturnRecord[], keyOf: (record: ReturnRecord) => Key): Map<Key, ReturnRecord[]> => {
  const groups = new Map<Key, ReturnRecord[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group === undefined) groups.set(keyOf(record), [record]);
    else group.push(record);
  }
  return groups;
};

export const createReturnStore = (records: readonly ReturnRecord[], effects: LifeEffects): ReturnStore => {
  const bySn = new Map(records.map((record) => [record.returnSn, record]));
  const byShop = groupBy(records, ({ shop }) => shop.shopId);
  const byOrder = groupBy(records, ({ orderSn }) => orderSn);
  const revisions = new Map<number, number>();
  const queue = createDueQueue<Planned>();

  const plan = (record: ReturnRecord): void => {
    const event = nextEventOf(record);
    if (event !== undefined) queue.add(event.at, { record, event, revision: record.revision });
  };
  const happen = (record: ReturnRecord, event: LifeEvent): void => {
    perform(record, event, effects);
    revisions.set(record.shop.shopId, (revisions.get(record.shop.shopId) ?? 0) + 1);
    plan(record);
  };
  records.forEach(plan);

  return {
    find: (returnSn) => bySn.get(returnSn),
    ofShop: (shopId) => byShop.get(shopId) ?? [],
    ofOrder: (orderSn) => byOrder.get(orderSn) ?? [],
    all: () => records,
    revisionOf: (shopId) => revisions.get(shopId) ?? 0,
    change: (record, at, change) => happen(record, { at, change }),
    runDue: (until) => {
      for (let due = queue.takeDue(until); due !== undefined; due = queue.takeDue(until)) {
        const { record, event, revision } = due.value;
        if (record.revision === revision) happen(record, event);
      }
    },
  };
};
