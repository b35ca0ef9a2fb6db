import type { ReturnRecord } from './record.js';

/** JSON text of records, written once per state: a benchmark's second reading is served from ready text. */
export interface Prepared {
  of(record: ReturnRecord): string;
}

interface Entry {
  readonly revision: number;
  readonly json: string;
}

export const createPrepared = (write: (record: ReturnRecord) => string): Prepared => {
  const entries = new WeakMap<ReturnRecord, Entry>();
  return {
    of: (record) => {
      const ready = entries.get(record);
      if (ready?.revision === record.revision) return ready.json;
      const json = write(record);
      entries.set(record, { revision: record.revision, json });
      return json;
    },
  };
};
