import type { MoneyBook } from '../money-book.js';
import type { ReturnRecord } from '../record.js';

/** Something that happens to a return. */
export type Change = (record: ReturnRecord, at: number, money: MoneyBook) => void;

/** A change and its time. */
export interface LifeEvent {
  readonly at: number;
  readonly change: Change;
}

/** Lets an event happen to a record. */
export const perform = (record: ReturnRecord, { at, change }: LifeEvent, money: MoneyBook): void => {
  change(record, at, money);
  record.updatedAt = at;
  record.revision += 1;
};
