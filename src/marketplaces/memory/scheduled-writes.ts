import type { CaseId } from '../../core/ids.js';
import type { Moment } from './life.js';
import type { CaseRecord } from './record.js';

/** A write the marketplace has taken and not carried out yet. */
export interface ScheduledWrite {
  readonly id: CaseId;
  readonly at: number;
  readonly reference: string;
  /** The case after the write, or `undefined` when the case no longer allows it. */
  readonly step: (record: CaseRecord, moment: Moment) => CaseRecord | undefined;
}

export interface ScheduledWrites {
  readonly add: (write: ScheduledWrite) => void;
  readonly find: (reference: string) => ScheduledWrite | undefined;
  /** Hands over what is due for a case, the earliest first, and forgets it. */
  readonly takeDue: (id: CaseId, now: number) => readonly ScheduledWrite[];
}

export const createScheduledWrites = (): ScheduledWrites => {
  const waiting = new Map<string, ScheduledWrite>();
  return {
    add: (write) => void waiting.set(write.reference, write),
    find: (reference) => waiting.get(reference),
    takeDue: (id, now) => {
      const due = [...waiting.values()].filter((write) => write.id === id && write.at <= now);
      for (const { reference } of due) waiting.delete(reference);
      return due.sort((left, right) => left.at - right.at);
    },
  };
};
