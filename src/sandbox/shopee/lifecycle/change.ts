import type { ReturnRecord, Seconds } from '../record.js';

/** What a change causes outside the record. */
export interface LifeEffects {
  pay(payment: Payment): void;
  announce(announcement: Announcement): void;
}

export interface Payment {
  readonly record: ReturnRecord;
  readonly kind: 'refund' | 'compensation';
  readonly amountMinor: number;
  readonly cause: string;
  readonly at: Seconds;
}

/** One watched field that changed, as push 29 reports it. */
export interface UpdatedValue {
  readonly update_field: string;
  readonly old_value: string | number;
  readonly new_value: string | number;
  readonly update_time: Seconds;
}

export interface Announcement {
  readonly record: ReturnRecord;
  readonly values: readonly UpdatedValue[];
  readonly at: Seconds;
}

/** Something that happens to a return. */
export type Change = (record: ReturnRecord, at: Seconds, effects: LifeEffects) => void;

/** A change and its time. */
export interface LifeEvent {
  readonly at: Seconds;
  readonly change: Change;
}

/** For histories: what happened before the sandbox started moved no money of its ledger and sent no push. */
export const silentEffects: LifeEffects = { pay: () => undefined, announce: () => undefined };

/** The fields push 29 reports, in its words. */
const watched = [
  { field: 'return_status', read: (record: ReturnRecord): string | number => record.status },
  { field: 'return_solution', read: (record: ReturnRecord): string | number => (record.solution === 'REFUND' ? 1 : 0) },
  { field: 'seller_proof_status', read: (record: ReturnRecord): string | number => record.proof.status },
  { field: 'logistics_status', read: (record: ReturnRecord): string | number => record.parcel.status },
];

const changesSince = (before: readonly (string | number)[], record: ReturnRecord, at: Seconds): readonly UpdatedValue[] =>
  watched.flatMap(({ field, read }, index) => {
    const [was = '', is] = [before[index], read(record)];
    return was === is ? [] : [{ update_field: field, old_value: was, new_value: is, update_time: at }];
  });

/** Lets an event happen to a record, and announces the watched fields that changed. */
export const perform = (record: ReturnRecord, { at, change }: LifeEvent, effects: LifeEffects): void => {
  const before = watched.map(({ read }) => read(record));
  change(record, at, effects);
  record.updatedAt = at;
  record.revision += 1;
  const values = changesSince(before, record, at);
  if (values.length > 0) effects.announce({ record, values, at });
};
