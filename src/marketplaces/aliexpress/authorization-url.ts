import { aliExpressHost } from './hosts.js';

/** What the address names: which application asks, and where the answer goes. */
export interface AliExpressAuthorization {
  readonly appKey: string | number;
  /** The callback address of the application, as in the console. */
  readonly redirectUrl: string;
  /** Comes back unchanged: put something unguessable in it and compare. */
  readonly state?: string;
  /** Overrides the host, for a sandbox. */
  readonly baseUrl?: string;
}

/**
 * The address where a seller authorizes the application. AliExpress then redirects to `redirectUrl?code=…`. The code works once, for
 * 30 minutes: give it to `exchangeAliExpressCode`.
 */
export const aliExpressAuthorizationUrl = ({ appKey, redirectUrl, state, baseUrl }: AliExpressAuthorization): string => {
  const url = new URL('/oauth/authorize', baseUrl ?? aliExpressHost);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('force_auth', 'true');
  url.searchParams.set('redirect_uri', redirectUrl);
  url.searchParams.set('client_id', String(appKey));
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
};
