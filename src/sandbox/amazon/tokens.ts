import { createRandom, type Random } from '../random.js';
import type { AmazonRegion, Seller } from './sellers.js';

export const accessTokenLifeInMs = 3_600_000;
const codeLifeInMs = 5 * 60_000;

export interface RestrictedResource {
  readonly method: string;
  readonly path: string;
}

/** What an access token is good for. */
export type AccessGrant =
  | { readonly kind: 'seller'; readonly seller: Seller }
  | { readonly kind: 'grantless'; readonly scopes: readonly string[] }
  | { readonly kind: 'restricted'; readonly seller: Seller; readonly resources: readonly RestrictedResource[] };

export interface IssuedToken {
  readonly text: string;
  readonly grant: AccessGrant;
  readonly expiresAt: number;
}

/** Login with Amazon's memory: who authorized the app, and every token that was issued. */
export interface TokenBook {
  refreshTokenOf(seller: Seller): string;
  /** The seller whose authorization a refresh token is; `undefined` after it was revoked. */
  sellerOf(refreshToken: string): Seller | undefined;
  issue(grant: AccessGrant, at: number): IssuedToken;
  /** The access token a seller was given last. */
  current(seller: Seller): IssuedToken | undefined;
  find(accessToken: string): IssuedToken | undefined;
  /** A one-time code of the authorization page, valid for five minutes. */
  issueCode(seller: Seller, at: number): string;
  redeem(code: string, at: number): Seller | undefined;
  /** Ends every access token now; refresh tokens live on. */
  expireAll(): void;
  /** The seller takes the authorization back: both kinds of token end. */
  revoke(seller: Seller): void;
}

const prefixes = { seller: 'Atza|', grantless: 'Atza|', restricted: 'Atz.sprdt|' } as const;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One-time codes of the authorization page. */
const createCodes = (random: Random): Pick<TokenBook, 'issueCode' | 'redeem'> => {
  const codes = new Map<string, { readonly seller: Seller; readonly expiresAt: number }>();
  return {
    issueCode: (seller, at) => {
      const code = `ANspapi${random.text(20, alphabet)}`;
      codes.set(code, { seller, expiresAt: at + codeLifeInMs });
      return code;
    },
    redeem: (code, at) => {
      const found = codes.get(code);
      codes.delete(code);
      return found === undefined || found.expiresAt <= at ? undefined : found.seller;
    },
  };
};

export const createTokenBook = (seed: number, sellers: readonly Seller[]): TokenBook => {
  const random = createRandom('amazon tokens', seed);
  const issued = new Map<string, IssuedToken>();
  const latest = new Map<AmazonRegion, IssuedToken>();
  const codes = createCodes(random);
  const isRevoked = new Set<Seller>();
  const refreshTokens = new Map(sellers.map((seller) => [`Atzr|IwEB${random.text(60, alphabet)}`, seller]));
  const refreshTokenOf = (seller: Seller): string => [...refreshTokens].find(([, holder]) => holder === seller)?.[0] ?? '';
  const endTokens = (isEnding: (grant: AccessGrant) => boolean): void => {
    for (const [text, token] of issued) if (isEnding(token.grant)) issued.set(text, { ...token, expiresAt: 0 });
  };
  return {
    refreshTokenOf,
    sellerOf: (refreshToken) => {
      const seller = refreshTokens.get(refreshToken);
      return seller === undefined || isRevoked.has(seller) ? undefined : seller;
    },
    issue: (grant, at) => {
      const text = `${prefixes[grant.kind]}${random.text(80, alphabet)}`;
      const token = { text, grant, expiresAt: at + accessTokenLifeInMs };
      issued.set(text, token);
      if (grant.kind === 'seller') latest.set(grant.seller.region, token);
      return token;
    },
    current: (seller) => latest.get(seller.region),
    find: (accessToken) => issued.get(accessToken),
    issueCode: (seller, at) => codes.issueCode(seller, at),
    redeem: (code, at) => {
      const seller = codes.redeem(code, at);
      if (seller !== undefined) isRevoked.delete(seller);
      return seller;
    },
    expireAll: () => endTokens(() => true),
    revoke: (seller) => {
      isRevoked.add(seller);
      endTokens((grant) => grant.kind !== 'grantless' && grant.seller === seller);
    },
  };
};
