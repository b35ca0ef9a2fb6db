import { AuthenticationError } from '../../core/errors/api-errors.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { Clock } from '../../core/time.js';
import { systemClock } from '../../transport/clock.js';
import type { Endpoint } from '../../transport/endpoint.js';
import type { HttpClient } from '../../transport/http-client.js';
import type { Tokens } from '../../transport/tokens.js';
import { createTransport } from '../../transport/transport.js';
import { marketplace } from './classify.js';
import { getAccessToken, getTokenByResendCode, type CodeInput } from './endpoints/tokens.js';
import { shopeeHosts, type ShopeeHost } from './hosts.js';
import { createProtocol, toTokens } from './protocol.js';
import type { WireTokens } from './wire/application.js';

/** The application that asks for tokens. */
export interface ShopeeApplication {
  readonly partnerId: string | number;
  readonly partnerKey: string;
  /** Default `global`. */
  readonly host?: ShopeeHost;
  /** Overrides the host, for a sandbox. */
  readonly baseUrl?: string;
  readonly clock?: Clock;
  readonly httpClient?: HttpClient;
  readonly timeoutInMs?: number;
}

/** What the redirect carried: the code and whose it is. */
export interface ShopeeCode {
  readonly code: string;
  /** `shop_id` of the redirect. Give exactly one of the two. */
  readonly shopId?: string | number;
  /** `main_account_id` of the redirect. */
  readonly mainAccountId?: string | number;
}

/** Tokens with the shops and merchants they were given for. Each of them is refreshed on its own from here on. */
export interface ShopeeGrant {
  readonly tokens: Tokens;
  readonly shopIds: readonly string[];
  readonly merchantIds: readonly string[];
}

interface Exchange<Input> {
  readonly endpoint: Endpoint<Input, WireTokens, WireTokens, 'once'>;
  readonly input: Input;
  readonly secret: string;
}

const exchange = async <Input>(
  application: ShopeeApplication,
  { endpoint, input, secret }: Exchange<Input>,
): Promise<ShopeeGrant> => {
  const { partnerId, partnerKey, host = 'global', clock = systemClock } = application;
  const transport = createTransport({
    protocol: createProtocol({ partnerId: String(partnerId), partnerKey }, () => clock.now()),
    baseUrl: application.baseUrl ?? shopeeHosts[host],
    clock,
    secrets: [partnerKey, secret],
    httpClient: application.httpClient,
    timeoutInMs: application.timeoutInMs,
  });
  try {
    const attempted = await transport.attempt(endpoint, input);
    if (attempted.state === 'done') return toGrant(attempted.value, clock.now());
  } finally {
    transport.close();
  }
  throw new AuthenticationError('shopee: the answer with the tokens was lost, and the code may be used up. Authorize again', {
    marketplace,
    operation: endpoint.name,
  });
};

const toGrant = (wire: WireTokens, nowInMs: number): ShopeeGrant => ({
  tokens: toTokens(wire, nowInMs),
  shopIds: (wire.shop_id_list ?? []).map(String),
  merchantIds: (wire.merchant_id_list ?? []).map(String),
});

const toCodeInput = (partnerId: string, { code, shopId, mainAccountId }: ShopeeCode): CodeInput => {
  if (shopId !== undefined && mainAccountId === undefined) return { partnerId, code, shopId: String(shopId) };
  if (mainAccountId !== undefined && shopId === undefined) return { partnerId, code, mainAccountId: String(mainAccountId) };
  const issues = [{ path: 'shopId', message: 'give exactly one of shopId and mainAccountId, as the redirect carried it' }];
  throw new InvalidInputError('shopee: the code cannot be exchanged', { marketplace, operation: 'auth.token.get', issues });
};

/**
 * Exchanges the code of the redirect for tokens; store them before use. The code works once, for 10 minutes. An answer that is lost
 * ends in `AuthenticationError`: the seller authorises again.
 */
export const exchangeShopeeCode = async (application: ShopeeApplication, code: ShopeeCode): Promise<ShopeeGrant> =>
  exchange(application, {
    endpoint: getAccessToken,
    input: toCodeInput(String(application.partnerId), code),
    secret: code.code,
  });

/** Exchanges a code that was sent again from the console, for an application that has lost its tokens. Live applications only. */
export const exchangeShopeeResendCode = (application: ShopeeApplication, resendCode: string): Promise<ShopeeGrant> =>
  exchange(application, { endpoint: getTokenByResendCode, input: { resendCode }, secret: resendCode });
