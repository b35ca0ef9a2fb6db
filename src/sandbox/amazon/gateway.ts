import type { SandboxRequest } from '../exchange.js';
import type { Quotas } from './quotas.js';
import { denied, invalidInput } from './refusal.js';
import type { Seller } from './sellers.js';
import type { IssuedToken, TokenBook } from './tokens.js';
import type { Endpoint } from './world.js';

/** Whom an admitted call speaks for. */
export interface Admission {
  readonly seller: Seller;
  readonly token: IssuedToken;
}

/** The first thing a call meets: its user agent, its token, its quota, in this order. */
export interface Gateway {
  /** Throws the refusal of the first check that fails. */
  admit(request: SandboxRequest, endpoint: Endpoint): Admission;
}

const longestUserAgent = 500;

const requireUserAgent = ({ headers }: SandboxRequest): void => {
  const userAgent = headers['user-agent'] ?? '';
  if (userAgent === '') throw invalidInput('The user-agent header is missing.');
  if (userAgent.length > longestUserAgent)
    throw invalidInput(`The user-agent header has more than ${longestUserAgent} characters.`);
};

const requireToken = ({ headers, at }: SandboxRequest, tokens: TokenBook): IssuedToken => {
  const text = headers['x-amz-access-token'];
  if (typeof text !== 'string' || text === '') throw denied('Access token is missing in the request header.');
  const token = tokens.find(text);
  if (token === undefined) throw denied('The access token you provided is revoked, malformed or invalid.');
  if (token.expiresAt <= at) throw denied('The access token you provided has expired.');
  return token;
};

/** A grantless token opens none of these operations; a restricted one only what it was made for. */
const sellerOf = ({ grant }: IssuedToken, { method, path }: SandboxRequest): Seller => {
  if (grant.kind === 'grantless') throw denied('');
  const isMadeFor =
    grant.kind === 'seller' ||
    grant.resources.some((resource) => resource.method === method && resource.path === decodeURI(path));
  if (!isMadeFor) throw denied('');
  return grant.seller;
};

export const createGateway = (tokens: TokenBook, quotas: Quotas): Gateway => ({
  admit: (request, endpoint) => {
    requireUserAgent(request);
    const token = requireToken(request, tokens);
    const seller = sellerOf(token, request);
    quotas.spend(endpoint, seller.sellerId, request.at);
    return { seller, token };
  },
});
