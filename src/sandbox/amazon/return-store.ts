import type { Agenda } from './agenda.js';
import { perform, type Change, type LifeEvent } from './lifecycle/change.js';
import { nextEventOf } from './lifecycle/next-event.js';
import type { MoneyBook } from './money-book.js';
import type { ReturnRecord } from './record.js';

/** The seller-fulfilled returns of all sellers, each with what happens to it next. */
export interface ReturnStore {
  all(): readonly ReturnRecord[];
  ofItem(orderItemId: string): readonly ReturnRecord[];
  change(record: ReturnRecord, at: number, change: Change): void;
}

export interface ReturnStoreOptions {
  readonly records: readonly ReturnRecord[];
  readonly agenda: Agenda;
  readonly money: MoneyBook;
  readonly startedAt: number;
}

export const createReturnStore = ({ records, agenda, money, startedAt }: ReturnStoreOptions): ReturnStore => {
  const byItem = new Map<string, ReturnRecord[]>();
  for (const record of records) byItem.set(record.item.orderItemId, [...(byItem.get(record.item.orderItemId) ?? []), record]);

  const happen = (record: ReturnRecord, event: LifeEvent): void => {
    perform(record, event, money);
    plan(record);
  };
  const plan = (record: ReturnRecord): void => {
    const event = nextEventOf(record, startedAt);
    const { revision } = record;
    if (event === undefined) return;
    agenda.add(event.at, () => {
      if (record.revision === revision) happen(record, event);
    });
  };
  // What lies before the start has its place in the same order of time; the first run plays the whole past.
  records.forEach(plan);
  agenda.runDue(startedAt);

  return {
    all: () => records,
    ofItem: (orderItemId) => byItem.get(orderItemId) ?? [],
    change: (record, at, change) => happen(record, { at, change }),
  };
};
