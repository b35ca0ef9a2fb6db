import type { IssueRecord, Seconds } from '../record.js';

export interface Payment {
  readonly record: IssueRecord;
  readonly amountMinor: number;
  readonly cause: string;
  readonly at: Seconds;
}

/** What happens to an issue: when, whom it pays, and how long its waits are. */
export interface Happening {
  readonly at: Seconds;
  readonly pay: (payment: Payment) => void;
  readonly waits: Waits;
}

/** Waits whose length is not documented: settings of the sandbox. */
export interface Waits {
  readonly address: Seconds;
  readonly receipt: Seconds;
}

/** Something that happens to an issue. */
export type Change = (record: IssueRecord, happening: Happening) => void;

/** A change and its time. */
export interface LifeEvent {
  readonly at: Seconds;
  readonly change: Change;
}

export const perform = (record: IssueRecord, change: Change, happening: Happening): void => {
  change(record, happening);
  record.updatedAt = happening.at;
  record.revision += 1;
};
