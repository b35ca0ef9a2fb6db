import type { Instant } from '../core/time.js';
import { createKeyedQueue } from './keyed-queue.js';

/** What an authorised seller account is called with. Secret: never log or print it. */
export interface Tokens {
  readonly accessToken: string;
  /** Where it is single-use, a new one comes with each refresh and must be stored before it is used. */
  readonly refreshToken: string;
  /** When the access token ends. A time in the past makes the first call refresh. */
  readonly expiresAt: Instant;
}

/**
 * Where tokens live. Give your own to keep them in a database or a vault; several processes may share one.
 * `withLock` must let only one caller at a time run for a key, over all processes, and must free the key of a caller that died
 * once its lease has ended.
 */
export interface TokenStore {
  readonly read: (key: string) => Promise<Tokens | undefined>;
  /** Resolves only when the tokens are stored for good: the previous ones may already be void. */
  readonly write: (key: string, tokens: Tokens) => Promise<void>;
  readonly withLock: <Result>(key: string, leaseInMs: number, work: () => Promise<Result>) => Promise<Result>;
}

/** Forgets everything when the process ends: with single-use refresh tokens the account must then be authorised again. */
export const createMemoryTokenStore = (initial: Readonly<Record<string, Tokens>> = {}): TokenStore => {
  const stored = new Map(Object.entries(initial));
  const queue = createKeyedQueue();
  return {
    read: (key) => Promise.resolve(stored.get(key)),
    write: (key, tokens) => {
      stored.set(key, tokens);
      return Promise.resolve();
    },
    withLock: (key, _leaseInMs, work) => queue.run(key, work),
  };
};

export const isTokenStore = (tokens: unknown): tokens is TokenStore =>
  typeof tokens === 'object' &&
  tokens !== null &&
  ['read', 'write', 'withLock'].every((name) => name in tokens && typeof Reflect.get(tokens, name) === 'function');

/** The setting `tokens` as a store: plain tokens are kept in memory under `key`. */
export const toTokenStore = (tokens: Tokens | TokenStore, key: string): TokenStore =>
  isTokenStore(tokens) ? tokens : createMemoryTokenStore({ [key]: tokens });
