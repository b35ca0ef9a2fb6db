import { defineEndpoint, type Endpoint } from '../../../transport/endpoint.js';
import { wireTokens, type WireTokens } from '../wire/application.js';
import { asIs } from './define.js';
import { authorizationGuide } from './documentation.js';

const tokenEndpoint = <Input>(
  action: 'create' | 'refresh',
  toFields: (input: Input) => Readonly<Record<string, string>>,
): Endpoint<Input, WireTokens, WireTokens, 'once'> =>
  defineEndpoint({
    name: `auth.token.${action}`,
    documentation: authorizationGuide,
    repeatable: 'once',
    quota: { key: `auth.token.${action}` },
    credential: 'application',
    request: (input: Input) => ({
      method: 'POST' as const,
      path: `/rest/auth/token/${action}`,
      body: { form: toFields(input) },
    }),
    response: wireTokens,
    parse: asIs,
  });

/** Exchanges the code of the redirect for tokens. The code works once, for 30 minutes. */
export const createToken = tokenEndpoint('create', ({ code }: { readonly code: string }) => ({ code }));

/** Whether the old refresh token works on after this is not documented, so a lost answer means to authorize again. */
export const refreshToken = tokenEndpoint('refresh', (input: { readonly refreshToken: string }) => ({
  refresh_token: input.refreshToken,
}));
