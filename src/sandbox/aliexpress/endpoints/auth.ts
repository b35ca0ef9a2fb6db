import type { JsonObject } from '../../json.js';
import type { Reply, SandboxRequest } from '../../exchange.js';
import type { Seller } from '../sellers.js';
import type { TokenPair } from '../tokens.js';
import type { AliExpressWorld, BrowserPage, SystemCall, SystemMethod } from '../world.js';
import { required } from './input.js';

/** Relative lives in seconds, absolute ends in milliseconds. */
const toTokenAnswer = ({ world, at }: SystemCall, seller: Seller, pair: TokenPair): JsonObject => {
  const isSellerCenter = world.app.accountPlatform === 'seller_center';
  return {
    access_token: pair.accessToken,
    refresh_token: pair.refreshToken,
    expires_in: Math.floor((pair.expiresAt - at) / 1000),
    refresh_expires_in: Math.floor((pair.refreshExpiresAt - at) / 1000),
    expire_time: pair.expiresAt,
    refresh_token_valid_time: pair.refreshExpiresAt,
    account: seller.account,
    account_id: isSellerCenter ? null : seller.sellerId,
    account_platform: world.app.accountPlatform,
    seller_id: seller.sellerId,
    user_id: seller.sellerId,
    user_nick: seller.account,
    havana_id: `3${seller.sellerId}`,
    sp: 'ae',
    locale: 'zh_CN',
  };
};

const create = (call: SystemCall): JsonObject => {
  const seller = call.world.codes.redeem(required(call, 'code'), call.at);
  return toTokenAnswer(call, seller, call.world.tokens.issue(seller, call.at));
};

const refresh = (call: SystemCall): JsonObject => {
  const { seller, pair } = call.world.tokens.refresh(required(call, 'refresh_token'), call.at);
  return toTokenAnswer(call, seller, pair);
};

export const authMethods: readonly SystemMethod[] = [
  { path: '/auth/token/create', answer: create },
  { path: '/auth/token/refresh', answer: refresh },
  { path: '/auth/token/security/create', answer: create },
  { path: '/auth/token/security/refresh', answer: refresh },
];

const plain = (status: number, text: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: text,
  error: status === 302 ? '' : 'invalid_request',
});

/** The page on which a seller lets the app in; this one says yes at once, for the seller named in `seller_id` or the first. */
const authorize = ({ app, sellers, codes }: AliExpressWorld, { query, at }: SandboxRequest): Reply => {
  const redirectUri = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== app.appKey || query.get('response_type') !== 'code')
    return plain(400, 'client_id or response_type is wrong');
  if (!URL.canParse(redirectUri)) return plain(400, 'redirect_uri is no URL');
  const sellerId = query.get('seller_id');
  const seller = Object.values(sellers).find((candidate) => candidate.sellerId === sellerId) ?? sellers.global;
  const callback = new URL(redirectUri);
  callback.searchParams.set('code', codes.issue(seller, at));
  const state = query.get('state');
  if (state !== null) callback.searchParams.set('state', state);
  const reply = plain(302, '');
  return { ...reply, headers: { ...reply.headers, location: callback.toString() } };
};

export const authorizationPages: readonly BrowserPage[] = [{ path: '/oauth/authorize', answer: authorize }];
