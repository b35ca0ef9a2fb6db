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

const watched: Readonly<Record<string, (record: ReturnRecord) => string | number>> = {
  return_status: (record) => record.status,
  return_solution: (record) => (record.solution === 'REFUND' ? 1 : 0),
  seller_proof_status: (record) => record.proof.status,
  logistics_status: (record) => record.parcel.status,
};

/** Lets an event happen to a record, and announces the watched fields that changed. */
export const perform = (record: ReturnRecord, { at, change }: LifeEvent, effects: LifeEffects): void => {
  const before = Object.entries(watched).map(([field, read]) => ({ field, read, value: read(record) }));
  change(record, at, effects);
  record.updatedAt = at;
  record.revision += 1;
  const values = before
    .filter(({ read, value }) => read(record) !== value)
    .map(({ field, read, value }) => ({ update_field: field, old_value: value, new_value: read(record), update_time: at }));
  if (values.length > 0) effects.announce({ record, values, at });
};
