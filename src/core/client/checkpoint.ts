import { InvalidInputError } from '../errors/caller-errors.js';
import { isInstant, type Instant } from '../time.js';

/** What one account looked like when it was last read. */
export interface AccountCheckpoint {
  /** Everything that changed up to here has been emitted. */
  readonly readUntil: Instant;
  /** The fingerprint last emitted for each case that is open or closed only lately, by case id. */
  readonly known: Readonly<Record<string, string>>;
}

/** Where `watch` resumes. Plain JSON: store it anywhere. */
export interface Checkpoint {
  readonly version: 1;
  readonly accounts: Readonly<Record<string, AccountCheckpoint>>;
}

export const emptyCheckpoint: Checkpoint = { version: 1, accounts: {} };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseAccount = (value: unknown, path: string): AccountCheckpoint => {
  if (isRecord(value) && isInstant(value.readUntil) && isRecord(value.known)) {
    const known: Record<string, string> = {};
    for (const [id, fingerprint] of Object.entries(value.known)) if (typeof fingerprint === 'string') known[id] = fingerprint;
    return { readUntil: value.readUntil, known };
  }
  throw new InvalidInputError('checkpoint', { issues: [{ path, message: 'expected { readUntil, known }' }] });
};

/** Reads a stored checkpoint, and says where it is wrong. */
export const parseCheckpoint = (value: unknown): Checkpoint => {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.accounts)) {
    throw new InvalidInputError('checkpoint', { issues: [{ path: '', message: 'expected { version: 1, accounts }' }] });
  }
  const accounts = Object.entries(value.accounts).map(
    ([name, account]) => [name, parseAccount(account, `accounts.${name}`)] as const,
  );
  return { version: 1, accounts: Object.fromEntries(accounts) };
};
