import { toInstant } from '../../core/time.js';
import { createMemoryTokenStore, toTokenStore, type TokenStore, type Tokens } from '../../transport/tokens.js';

const neverIssued: Tokens = { accessToken: '', refreshToken: '', expiresAt: toInstant(0) };

/**
 * The seller's tokens in the user's store, and those that need no seller beside them in memory: nothing is lost with them, and the
 * user's store is not filled with keys it does not know.
 */
export const toCredentialStore = (
  tokens: Tokens | TokenStore,
  keys: { readonly seller: string; readonly grantless: readonly string[] },
): { readonly store: TokenStore; readonly keys: Readonly<Record<string, string>> } => {
  const seller = toTokenStore(tokens, keys.seller);
  const grantless = createMemoryTokenStore(Object.fromEntries(keys.grantless.map((name) => [name, neverIssued])));
  const storeOf = (key: string): TokenStore => (keys.grantless.includes(key) ? grantless : seller);
  return {
    store: {
      read: (key) => storeOf(key).read(key),
      write: (key, value) => storeOf(key).write(key, value),
      withLock: (key, leaseInMs, work) => storeOf(key).withLock(key, leaseInMs, work),
    },
    keys: { seller: keys.seller, ...Object.fromEntries(keys.grantless.map((name) => [name, name])) },
  };
};
