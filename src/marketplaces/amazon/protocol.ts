import { toInstant } from '../../core/time.js';
import type { WireRequest } from '../../transport/endpoint.js';
import type { Protocol, SigningContext } from '../../transport/protocol.js';
import type { Tokens } from '../../transport/tokens.js';
import { classify, marketplace } from './classify.js';
import { getGrantlessAccess, refreshAccess } from './endpoints/login.js';
import type { WireAccess } from './wire/tokens.js';

/** The application, and where it gets its tokens. */
export interface AmazonApplicationKeys {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authUrl: string;
  readonly userAgent: string;
}

/** What an application may do without any seller's consent, by the credential that endpoints name. */
export const grantlessScopes: Readonly<Record<string, string>> = {
  notifications: 'sellingpartnerapi::notifications',
};

const reauthorization =
  'let the seller open the link of amazonAuthorizationUrl(), exchange its code with exchangeAmazonCode() and store the new tokens';

/** Every call says who calls; the token goes to Amazon's own API only, which the transport holds. */
export const signRequest = (userAgent: string, request: WireRequest, { accessToken }: SigningContext): WireRequest => ({
  ...request,
  headers: {
    'user-agent': userAgent,
    ...(accessToken === undefined ? {} : { 'x-amz-access-token': accessToken }),
    ...request.headers,
  },
});

/** The refresh token stays the same; should Amazon ever send another one, that is the one to keep. */
export const toTokens = (wire: WireAccess, refreshToken: string, nowInMs: number): Tokens => {
  const seconds = Number(wire.expires_in);
  return {
    accessToken: wire.access_token,
    refreshToken: wire.refresh_token ?? refreshToken,
    expiresAt: toInstant(nowInMs + (Number.isFinite(seconds) && seconds > 0 ? seconds : 0) * 1000),
  };
};

/** Amazon's part of every call. */
export const createProtocol = (keys: AmazonApplicationKeys, now: () => number): Protocol => ({
  marketplace,
  reauthorization,
  classify,
  sign: (request, context) => signRequest(keys.userAgent, request, context),
  refresh: async ({ refreshToken }, { credential, call }) => {
    const scope = grantlessScopes[credential];
    const wire =
      scope === undefined
        ? await call(refreshAccess, { ...keys, refreshToken })
        : await call(getGrantlessAccess, { ...keys, scope });
    return toTokens(wire, refreshToken, now());
  },
});
