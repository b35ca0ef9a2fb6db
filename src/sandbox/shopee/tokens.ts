import { createRandom, type Random } from '../random.js';
import { Refusal } from './envelope.js';
import { keyOf, type Subject } from './subject.js';

export const accessTokenLifeInMs = 4 * 3_600_000;
const refreshTokenLifeInMs = 30 * 86_400_000;

/** An access token and the refresh token that came with it; `expiresAt` in epoch milliseconds. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

interface RefreshToken {
  readonly expiresAt: number;
  readonly subjects: ReadonlySet<string>;
  /** Each shop and merchant may use it once, on its own. */
  readonly unused: Set<string>;
}

/** Every token that was issued, and what is left of it. */
export interface TokenBook {
  /** A new pair for all the subjects of one authorization. */
  issue(subjects: readonly Subject[], at: number, texts?: Pick<TokenPair, 'accessToken' | 'refreshToken'>): TokenPair;
  /** The pair a subject was given last. */
  current(subject: Subject): TokenPair | undefined;
  isValid(accessToken: string, subject: Subject, at: number): boolean;
  /** Spends a refresh token. Throws Shopee's `Refusal` for one that is unknown, another's, expired or spent. */
  refresh(refreshToken: string, subject: Subject, at: number): TokenPair;
  /** Ends every access token now; refresh tokens live on. */
  expireAll(): void;
  /** Ends the subject's tokens, both kinds. */
  revoke(subject: Subject): void;
}

export interface TokenBookOptions {
  readonly seed: number;
  readonly replacedTokenGraceInMs: number;
}

interface State {
  readonly random: Random;
  /** When each access token ends, for each of its subjects. */
  readonly accessTokens: Map<string, Map<string, number>>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly currentPairs: Map<string, TokenPair>;
}

const issueIn = ({ random, accessTokens, refreshTokens, currentPairs }: State): TokenBook['issue'] => {
  return (subjects, at, texts) => {
    const keys = subjects.map(keyOf);
    const accessToken = texts?.accessToken ?? random.hex(32);
    const refreshToken = texts?.refreshToken ?? random.hex(32);
    const pair = { accessToken, refreshToken, expiresAt: at + accessTokenLifeInMs };
    accessTokens.set(accessToken, new Map(keys.map((key) => [key, pair.expiresAt])));
    refreshTokens.set(refreshToken, { expiresAt: at + refreshTokenLifeInMs, subjects: new Set(keys), unused: new Set(keys) });
    for (const key of keys) currentPairs.set(key, pair);
    return pair;
  };
};

const invalidToken = (): Refusal => new Refusal('error_auth', 'Invalid refresh_token.', { status: 403 });

const foreignTokenTexts = {
  shop: 'Your refresh token is error ,please check refresh token or shopid.',
  merchant: 'Your refresh token is error,please check refresh token or merchant_id.',
} as const;

const foreignToken = ({ kind }: Subject): Refusal =>
  new Refusal(`error_${kind}_refresh_token`, foreignTokenTexts[kind], { status: 403 });

const requireUsable = (token: RefreshToken | undefined, subject: Subject, at: number): RefreshToken => {
  if (token === undefined) throw invalidToken();
  if (!token.subjects.has(keyOf(subject))) throw foreignToken(subject);
  if (!token.unused.has(keyOf(subject))) throw invalidToken();
  if (token.expiresAt <= at) throw new Refusal('refresh_token_expired', 'Your refresh_token expired.', { status: 403 });
  return token;
};

/** Lets the subject's earlier access tokens run out no later than `at`. */
const shorten = ({ accessTokens }: State, key: string, at: number): void => {
  for (const ends of accessTokens.values()) {
    const end = ends.get(key);
    if (end !== undefined) ends.set(key, Math.min(end, at));
  }
};

export const createTokenBook = ({ seed, replacedTokenGraceInMs }: TokenBookOptions): TokenBook => {
  const state: State = {
    random: createRandom('tokens', seed),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    currentPairs: new Map(),
  };
  const issue = issueIn(state);
  return {
    issue,
    current: (subject) => state.currentPairs.get(keyOf(subject)),
    isValid: (accessToken, subject, at) => at < (state.accessTokens.get(accessToken)?.get(keyOf(subject)) ?? 0),
    refresh: (refreshToken, subject, at) => {
      requireUsable(state.refreshTokens.get(refreshToken), subject, at).unused.delete(keyOf(subject));
      shorten(state, keyOf(subject), at + replacedTokenGraceInMs);
      return issue([subject], at);
    },
    expireAll: () => {
      for (const ends of state.accessTokens.values()) for (const key of ends.keys()) ends.set(key, 0);
    },
    revoke: (subject) => {
      shorten(state, keyOf(subject), 0);
      for (const token of state.refreshTokens.values()) token.unused.delete(keyOf(subject));
    },
  };
};
