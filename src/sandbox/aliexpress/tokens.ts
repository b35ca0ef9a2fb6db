import { createRandom, type Random } from '../random.js';
import { Refusal } from './envelope.js';
import type { Seller } from './sellers.js';
import type { AliExpressApp } from './settings.js';

/** Times in epoch milliseconds. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
  readonly refreshExpiresAt: number;
}

/** Every token that was issued, and what is left of it. */
export interface TokenBook {
  issue(seller: Seller, at: number, texts?: Pick<TokenPair, 'accessToken' | 'refreshToken'>): TokenPair;
  /** The pair a seller was given last. */
  current(seller: Seller): TokenPair | undefined;
  /** Whom a living access token speaks for. */
  sellerOf(accessToken: string, at: number): Seller | undefined;
  /** Spends a refresh token. Throws the `Refusal` of one that is unknown, expired or spent. */
  refresh(refreshToken: string, at: number): { readonly seller: Seller; readonly pair: TokenPair };
  /** Ends every access token now; refresh tokens live on. */
  expireAll(): void;
}

interface Holder {
  readonly seller: Seller;
  expiresAt: number;
}

interface State {
  readonly app: AliExpressApp;
  readonly random: Random;
  readonly accessTokens: Map<string, Holder>;
  readonly refreshTokens: Map<string, Holder>;
  readonly currentPairs: Map<string, TokenPair>;
}

/** 50 digits, letters and capitals after a kind of version number, as real ones look. */
const tokenText = (random: Random, prefix: string): string =>
  prefix + random.text(50, '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');

const keep = (state: State, seller: Seller, pair: TokenPair): TokenPair => {
  state.accessTokens.set(pair.accessToken, { seller, expiresAt: pair.expiresAt });
  state.refreshTokens.set(pair.refreshToken, { seller, expiresAt: pair.refreshExpiresAt });
  state.currentPairs.set(seller.sellerId, pair);
  return pair;
};

const issueIn =
  (state: State): TokenBook['issue'] =>
  (seller, at, texts) =>
    keep(state, seller, {
      accessToken: texts?.accessToken ?? tokenText(state.random, '500007'),
      refreshToken: texts?.refreshToken ?? tokenText(state.random, '500017'),
      expiresAt: at + state.app.accessLifeInMs,
      refreshExpiresAt: at + state.app.refreshLifeInMs,
    });

const illegalRefreshToken = (): Refusal =>
  new Refusal('IllegalRefreshToken', 'The specified refresh token is invalid or expired');

const refreshIn =
  (state: State): TokenBook['refresh'] =>
  (refreshToken, at) => {
    const spent = state.refreshTokens.get(refreshToken);
    if (spent === undefined || spent.expiresAt <= at) throw illegalRefreshToken();
    const { seller, expiresAt } = spent;
    const { app, random } = state;
    for (const holder of state.accessTokens.values())
      if (holder.seller.sellerId === seller.sellerId)
        holder.expiresAt = Math.min(holder.expiresAt, at + app.replacedTokenGraceInMs);
    spent.expiresAt = 0;
    const pair = {
      accessToken: tokenText(random, '500007'),
      refreshToken: tokenText(random, '500017'),
      expiresAt: at + app.accessLifeInMs,
      refreshExpiresAt: app.renewsRefreshToken ? at + app.refreshLifeInMs : expiresAt,
    };
    return { seller, pair: keep(state, seller, pair) };
  };

export const createTokenBook = (seed: number, app: AliExpressApp): TokenBook => {
  const state: State = {
    app,
    random: createRandom('aliexpress tokens', seed),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    currentPairs: new Map(),
  };
  return {
    issue: issueIn(state),
    current: ({ sellerId }) => state.currentPairs.get(sellerId),
    sellerOf: (accessToken, at) => {
      const holder = state.accessTokens.get(accessToken);
      return holder !== undefined && at < holder.expiresAt ? holder.seller : undefined;
    },
    refresh: refreshIn(state),
    expireAll: () => {
      for (const holder of state.accessTokens.values()) holder.expiresAt = 0;
    },
  };
};
