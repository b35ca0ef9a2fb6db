import { AuthenticationError } from '../core/errors/api-errors.js';
import { epochMsOf, type Clock } from '../core/time.js';
import { abortable } from './abortable.js';
import type { Renewal } from './token-renewal.js';
import type { Tokens } from './tokens.js';

export interface TokenAccessSettings {
  /** The key in the store for each credential that carries a token. */
  readonly keys: Readonly<Record<string, string>>;
  readonly renewal: Renewal;
  readonly clock: Clock;
  /** Told each token as it comes into use, so that none is ever printed. */
  readonly learnSecret: (secret: string) => void;
}

export interface TokenAccess {
  readonly carriesToken: (credential: string) => boolean;
  /** A token that is good for the next seconds, renewed first when it is not; nothing for a credential without token. */
  readonly current: (credential: string, signal?: AbortSignal) => Promise<string> | string | undefined;
  /** Makes sure that the next `current` is another token than the one the marketplace has just refused. */
  readonly replace: (credential: string, refused: string, signal?: AbortSignal) => Promise<string>;
}

/** A token this close to its end could be void when the request arrives. */
const expiryMarginInMs = 60_000;

interface Held {
  readonly tokens: Tokens;
  readonly freshUntilInMs: number;
}

/** The tokens of one adapter, kept in memory; however many calls find them stale, one renewal is made. */
export const createTokenAccess = ({ keys, renewal, clock, learnSecret }: TokenAccessSettings): TokenAccess => {
  const held = new Map<string, Held>();
  const underWay = new Map<string, Promise<string>>();

  const renewOnce = async (credential: string, key: string, refused: string | undefined): Promise<string> => {
    const isUsable = (stored: Tokens): boolean => stored.accessToken !== refused && clock.now() < freshUntil(stored, undefined);
    const { tokens, isNew } = await renewal.renew({ credential, key, isUsable });
    learnSecret(tokens.accessToken);
    learnSecret(tokens.refreshToken);
    held.set(credential, { tokens, freshUntilInMs: freshUntil(tokens, isNew ? clock.now() : undefined) });
    return tokens.accessToken;
  };

  /** Callers share one renewal. None of them can end it: an answer that nobody stores would lose the account. */
  const renewTogether = (credential: string, key: string, refused?: string): Promise<string> => {
    const shared = underWay.get(credential);
    if (shared !== undefined) return shared;
    const started = renewOnce(credential, key, refused).finally(() => underWay.delete(credential));
    underWay.set(credential, started);
    return started;
  };

  return {
    carriesToken: (credential) => Object.hasOwn(keys, credential),
    current: (credential, signal) => {
      const key = keys[credential];
      if (key === undefined) return undefined;
      const known = held.get(credential);
      if (known !== undefined && clock.now() < known.freshUntilInMs) return known.tokens.accessToken;
      return abortable(renewTogether(credential, key), signal).catch((error: unknown) => fallBack(error, known, clock));
    },
    replace: (credential, refused, signal) => {
      const known = held.get(credential);
      const isReplaced = known !== undefined && known.tokens.accessToken !== refused && clock.now() < known.freshUntilInMs;
      if (isReplaced) return Promise.resolve(known.tokens.accessToken);
      return abortable(renewTogether(credential, keys[credential] ?? credential, refused), signal);
    },
  };
};

/** A renewal ahead of time that fails in passing must not fail a call for which the old token still does. */
const fallBack = (error: unknown, known: Held | undefined, clock: Clock): string => {
  if (known === undefined || AuthenticationError.isInstance(error) || clock.now() >= epochMsOf(known.tokens.expiresAt))
    throw error;
  return known.tokens.accessToken;
};

/** Short-lived tokens get a margin in proportion, otherwise a fresh one would already be stale. */
const freshUntil = (tokens: Tokens, issuedAtInMs: number | undefined): number => {
  const endsAtInMs = epochMsOf(tokens.expiresAt);
  const marginInMs = issuedAtInMs === undefined ? expiryMarginInMs : Math.min(expiryMarginInMs, (endsAtInMs - issuedAtInMs) / 10);
  return endsAtInMs - marginInMs;
};
