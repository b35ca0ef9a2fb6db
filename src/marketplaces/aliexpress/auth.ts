import { AuthenticationError } from '../../core/errors/api-errors.js';
import { present } from '../../core/present.js';
import { toInstant, type Clock, type Instant } from '../../core/time.js';
import { systemClock } from '../../transport/clock.js';
import type { HttpClient } from '../../transport/http-client.js';
import type { Tokens } from '../../transport/tokens.js';
import { createTransport } from '../../transport/transport.js';
import { marketplace } from './classify.js';
import { createToken } from './endpoints/tokens.js';
import { aliExpressHost } from './hosts.js';
import { toCount, toIdentifier, toText } from './mappers/values.js';
import { createProtocol, toTokens } from './protocol.js';
import type { WireTokens } from './wire/application.js';

/** The application that asks for tokens. */
export interface AliExpressApplication {
  readonly appKey: string | number;
  readonly appSecret: string;
  /** Overrides the host, for a sandbox. */
  readonly baseUrl?: string;
  readonly clock?: Clock;
  readonly httpClient?: HttpClient;
  readonly timeoutInMs?: number;
}

/** Tokens with the seller they were given for. */
export interface AliExpressGrant {
  readonly tokens: Tokens;
  /** `sellerId` of the adapter's settings. */
  readonly sellerId?: string;
  /** The refresh token works until then; whether a refresh gives a longer one is documented nowhere. */
  readonly refreshableUntil?: Instant;
}

const refreshableUntil = (wire: WireTokens, nowInMs: number): Instant | undefined => {
  const lastsInSeconds = toCount(wire.refresh_expires_in);
  return lastsInSeconds === undefined || lastsInSeconds <= 0 ? undefined : toInstant(nowInMs + lastsInSeconds * 1000);
};

const context = { marketplace, operation: createToken.name };

const toGrant = (wire: WireTokens, nowInMs: number): AliExpressGrant => {
  const platform = toText(wire.account_platform);
  if (platform !== undefined && platform !== 'seller_center') {
    const text = `aliexpress: this is the authorization of a '${platform}' account. Authorize again, signed in as the seller`;
    throw new AuthenticationError(text, context);
  }
  return present({
    tokens: toTokens(wire, nowInMs),
    sellerId: toIdentifier(wire.seller_id),
    refreshableUntil: refreshableUntil(wire, nowInMs),
  });
};

/**
 * Exchanges the code of the redirect for tokens; store them before use. The code works once, for 30 minutes. An answer that is lost
 * ends in `AuthenticationError`: the seller authorizes again. So does the code of an account that is no seller's.
 */
export const exchangeAliExpressCode = async (
  application: AliExpressApplication,
  { code }: { readonly code: string },
): Promise<AliExpressGrant> => {
  const { appKey, appSecret, clock = systemClock } = application;
  const transport = createTransport({
    protocol: createProtocol({ appKey: String(appKey), appSecret }, { now: () => clock.now() }),
    baseUrl: application.baseUrl ?? aliExpressHost,
    clock,
    secrets: [appSecret, code],
    httpClient: application.httpClient,
    timeoutInMs: application.timeoutInMs,
  });
  try {
    const attempted = await transport.attempt(createToken, { code });
    if (attempted.state === 'done') return toGrant(attempted.value, clock.now());
  } finally {
    transport.close();
  }
  const lost = 'aliexpress: the answer with the tokens was lost, and the code may be used up. Authorize again';
  throw new AuthenticationError(lost, context);
};
