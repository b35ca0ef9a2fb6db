import type { CaseId } from './ids.js';

/** What a call needs besides the case id, such as the buyer's login name at AliExpress. May be personal data: keep it apart from logs. */
export type CaseIndexEntry = Readonly<Record<string, string>>;

/** Where an adapter keeps what it needs to find a case again. */
export interface CaseIndex {
  readonly read: (id: CaseId) => Promise<CaseIndexEntry | undefined>;
  readonly write: (id: CaseId, entry: CaseIndexEntry) => Promise<void>;
}

/** Forgets everything when the process ends; a miss then costs a scan. */
export const createMemoryCaseIndex = (): CaseIndex => {
  const entries = new Map<CaseId, CaseIndexEntry>();
  return {
    read: (id) => Promise.resolve(entries.get(id)),
    write: (id, entry) => {
      entries.set(id, entry);
      return Promise.resolve();
    },
  };
};
