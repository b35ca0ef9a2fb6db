import { AuthenticationError } from '../../core/errors/api-errors.js';
import type { Clock } from '../../core/time.js';
import { systemClock } from '../../transport/clock.js';
import type { HttpClient } from '../../transport/http-client.js';
import type { Tokens } from '../../transport/tokens.js';
import { createTransport } from '../../transport/transport.js';
import { marketplace } from './classify.js';
import { exchangeCode } from './endpoints/login.js';
import { loginAddress } from './hosts.js';
import { createProtocol, toTokens } from './protocol.js';
import { ownName, userAgentOf, type AmazonApplicationName } from './user-agent.js';

/** The application that asks for tokens. */
export interface AmazonApplication {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token service, for a sandbox. Default: Login with Amazon. */
  readonly authUrl?: string;
  readonly application?: AmazonApplicationName;
  readonly clock?: Clock;
  readonly httpClient?: HttpClient;
  readonly timeoutInMs?: number;
}

/** What the redirect carried. */
export interface AmazonCode {
  /** `spapi_oauth_code` */
  readonly code: string;
  /** Exactly the one of the authorization link, where it named one. */
  readonly redirectUri?: string;
}

/**
 * Exchanges the code of the redirect for tokens; store the refresh token, it stays the same. The code works once, for five minutes. An
 * answer that is lost ends in `AuthenticationError`: the seller authorizes again.
 */
export const exchangeAmazonCode = async (application: AmazonApplication, { code, redirectUri }: AmazonCode): Promise<Tokens> => {
  const { clientId, clientSecret, clock = systemClock, authUrl = loginAddress } = application;
  const keys = { clientId, clientSecret, authUrl, userAgent: userAgentOf(application.application ?? ownName) };
  const transport = createTransport({
    protocol: createProtocol(keys, () => clock.now()),
    baseUrl: new URL(authUrl).origin,
    clock,
    secrets: [clientSecret, code],
    httpClient: application.httpClient,
    timeoutInMs: application.timeoutInMs,
  });
  try {
    const input = { clientId, clientSecret, authUrl, code, ...(redirectUri === undefined ? {} : { redirectUri }) };
    const attempted = await transport.attempt(exchangeCode, input);
    if (attempted.state === 'done' && typeof attempted.value.refresh_token === 'string')
      return toTokens(attempted.value, attempted.value.refresh_token, clock.now());
  } finally {
    transport.close();
  }
  throw new AuthenticationError('amazon: no tokens came back, and the code may be used up. Let the seller authorize again', {
    marketplace,
    operation: exchangeCode.name,
  });
};
