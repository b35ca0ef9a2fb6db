import { AuthenticationError } from '../core/errors/api-errors.js';
import { ConfigurationError } from '../core/errors/caller-errors.js';
import { MarketplaceError } from '../core/errors/marketplace-error.js';
import { AttemptFailure } from './attempt-failure.js';
import type { Protocol, TokenCall } from './protocol.js';
import type { TokenStore, Tokens } from './tokens.js';

const operation = 'tokens.refresh';

export interface RenewalSettings {
  readonly protocol: Pick<Protocol, 'marketplace' | 'refresh' | 'reauthorization'>;
  readonly store: TokenStore;
  /** Longer than one refresh can take, so that a lock is only lost by a caller that died. */
  readonly leaseInMs: number;
  readonly call: TokenCall;
  readonly onRenewed: (credential: string) => void;
}

interface RenewalRequest {
  readonly credential: string;
  readonly key: string;
  /** Whether stored tokens will do, because another caller or process has renewed them meanwhile. */
  readonly isUsable: (stored: Tokens) => boolean;
}

export interface Renewal {
  readonly renew: (request: RenewalRequest) => Promise<{ readonly tokens: Tokens; readonly isNew: boolean }>;
}

/** Lock, read again, refresh only if still stale, store before use. */
export const createRenewal = (settings: RenewalSettings): Renewal => {
  const { store, protocol } = settings;
  // A single-use refresh token is spent even when the disk is full: what could not be stored is kept and stored by the next call.
  const unsaved = new Map<string, { readonly spent: string; readonly tokens: Tokens }>();

  const renewLocked = async ({ credential, key, isUsable }: RenewalRequest): Promise<{ tokens: Tokens; isNew: boolean }> => {
    const stored = await store.read(key);
    if (stored === undefined) throw authenticationError(protocol, `the token store holds no tokens under '${key}'`);
    const rescued = unsaved.get(key);
    if (rescued?.spent !== stored.refreshToken) {
      if (isUsable(stored)) return { tokens: stored, isNew: false };
      unsaved.set(key, { spent: stored.refreshToken, tokens: await refresh(stored, credential, settings) });
    }
    const tokens = unsaved.get(key)?.tokens ?? stored;
    await store.write(key, tokens);
    unsaved.delete(key);
    settings.onRenewed(credential);
    return { tokens, isNew: true };
  };

  return {
    renew: async (request) => {
      try {
        // Most often a process has only just started, and the tokens of another one are good: no need to queue for that.
        const stored = await store.read(request.key);
        if (stored !== undefined && request.isUsable(stored)) return { tokens: stored, isNew: false };
        return await store.withLock(request.key, settings.leaseInMs, () => renewLocked(request));
      } catch (error) {
        throw MarketplaceError.isInstance(error) ? error : storeError(protocol, error);
      }
    },
  };
};

const refresh = async (current: Tokens, credential: string, { protocol, call }: RenewalSettings): Promise<Tokens> => {
  if (protocol.refresh === undefined) throw authenticationError(protocol, 'the access token has ended and cannot be renewed');
  try {
    return await protocol.refresh(current, { credential, call });
  } catch (error) {
    throw toRenewalError(error, protocol);
  }
};

/** A call whose answer was lost leaves `call` as an `AttemptFailure`; every other end as the error it is. */
const toRenewalError = (error: unknown, protocol: RenewalSettings['protocol']): MarketplaceError => {
  if (AuthenticationError.isInstance(error)) {
    const { status, providerCode, providerMessage, requestId } = error;
    return authenticationError(protocol, 'the refresh token was refused', { status, providerCode, providerMessage, requestId });
  }
  if (MarketplaceError.isInstance(error)) return error;
  const what =
    error instanceof AttemptFailure
      ? 'the answer to the token refresh was lost'
      : 'the answer to the token refresh was not usable';
  return authenticationError(protocol, `${what}, and the refresh token may be used up`);
};

const authenticationError = (
  { marketplace, reauthorization }: RenewalSettings['protocol'],
  what: string,
  context: ConstructorParameters<typeof AuthenticationError>[1] = {},
): AuthenticationError => {
  const code = context.providerCode === undefined ? '' : ` (${context.providerCode})`;
  const text = `${marketplace}: ${what}${code}. Authorize the account again: ${reauthorization}`;
  return new AuthenticationError(text, { ...context, marketplace, operation });
};

/** A store's own error may quote what it was given; only a system code is passed on. */
const storeError = ({ marketplace }: RenewalSettings['protocol'], error: unknown): ConfigurationError => {
  const code =
    error instanceof Error && 'code' in error && /^[A-Z_0-9]{2,40}$/.test(String(error.code)) ? ` (${String(error.code)})` : '';
  return new ConfigurationError(`${marketplace}: the token store failed${code}`, { marketplace, operation });
};
