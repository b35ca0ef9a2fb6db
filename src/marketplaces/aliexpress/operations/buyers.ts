import type { CaseIndex } from '../../../core/case-index.js';
import { ConfigurationError } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import { marketplace } from '../classify.js';
import type { LoginNames } from '../login-names.js';

/** The names under which buyers log in, by case: no issue is found without its buyer's. Personal data. */
export interface Buyers {
  readonly read: (id: CaseId) => Promise<string | undefined>;
  readonly remember: (id: CaseId, buyerLoginId: string) => Promise<void>;
  /** A name seen elsewhere, which no error may quote. */
  readonly meet: (buyerLoginId: string) => void;
}

/** A list repeats what is stored already; that is told from memory instead of written again. */
const mostWritten = 10_000;

/** The store's own error may quote what it was given. */
const indexError = (): ConfigurationError => new ConfigurationError('aliexpress: the case index failed', { marketplace });

/** Keeps the names in the user's `CaseIndex`. */
export const createBuyers = (index: CaseIndex, loginNames: LoginNames): Buyers => {
  const written = new Map<CaseId, string>();
  const note = (id: CaseId, buyerLoginId: string): void => {
    if (written.size >= mostWritten) written.clear();
    written.set(id, buyerLoginId);
  };
  return {
    read: async (id) => {
      const known = written.get(id);
      if (known !== undefined) return known;
      try {
        const { buyerLoginId } = (await index.read(id)) ?? {};
        if (buyerLoginId === undefined || buyerLoginId === '') return undefined;
        loginNames.learn(buyerLoginId);
        note(id, buyerLoginId);
        return buyerLoginId;
      } catch {
        throw indexError();
      }
    },
    remember: async (id, buyerLoginId) => {
      loginNames.learn(buyerLoginId);
      if (written.get(id) === buyerLoginId) return;
      try {
        await index.write(id, { buyerLoginId });
      } catch {
        throw indexError();
      }
      note(id, buyerLoginId);
    },
    meet: loginNames.learn,
  };
};
