import { defineEndpoint, type WireRequest } from '../../../transport/endpoint.js';
import { wireAccess } from '../wire/tokens.js';
import { asIs } from './define.js';

interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authUrl: string;
}

export interface RefreshInput extends Application {
  readonly refreshToken: string;
}

export interface GrantlessInput extends Application {
  readonly scope: string;
}

export interface CodeInput extends Application {
  /** `spapi_oauth_code` of the redirect. */
  readonly code: string;
  readonly redirectUri?: string;
}

const documentation = 'https://developer-docs.amazon.com/sp-api/docs/connect-to-the-selling-partner-api';

const toRequest = ({ authUrl, clientId, clientSecret }: Application, grant: Readonly<Record<string, string>>): WireRequest => ({
  method: 'POST',
  path: '',
  baseUrl: authUrl,
  body: { form: { ...grant, client_id: clientId, client_secret: clientSecret } },
});

/** Refresh tokens are not used up, so a lost answer does no harm. */
export const refreshAccess = defineEndpoint({
  name: 'login.refresh',
  documentation,
  repeatable: 'safe',
  quota: { key: 'login' },
  credential: 'none',
  request: (input: RefreshInput) => toRequest(input, { grant_type: 'refresh_token', refresh_token: input.refreshToken }),
  response: wireAccess,
  parse: asIs,
});

/** A token for what needs no seller's consent. */
export const getGrantlessAccess = defineEndpoint({
  name: 'login.grantless',
  documentation,
  repeatable: 'safe',
  quota: { key: 'login' },
  credential: 'none',
  request: (input: GrantlessInput) => toRequest(input, { grant_type: 'client_credentials', scope: input.scope }),
  response: wireAccess,
  parse: asIs,
});

/** The code works once, for five minutes. */
export const exchangeCode = defineEndpoint({
  name: 'login.exchangeCode',
  documentation: 'https://developer-docs.amazon.com/sp-api/docs/website-authorization-workflow',
  repeatable: 'once',
  quota: { key: 'login' },
  credential: 'none',
  request: (input: CodeInput) =>
    toRequest(input, {
      grant_type: 'authorization_code',
      code: input.code,
      ...(input.redirectUri === undefined ? {} : { redirect_uri: input.redirectUri }),
    }),
  response: wireAccess,
  parse: asIs,
});
