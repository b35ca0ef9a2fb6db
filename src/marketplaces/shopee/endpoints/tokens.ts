import { defineEndpoint } from '../../../transport/endpoint.js';
import { wireTokens } from '../wire/application.js';
import { asIs } from './define.js';
import { documentationOf } from './documentation.js';

/** A code belongs to one shop, or to a main account with several shops and merchants. */
export type CodeOwner = { readonly shopId: string } | { readonly mainAccountId: string };

export type CodeInput = CodeOwner & { readonly partnerId: string; readonly code: string };

export type RefreshInput = { readonly partnerId: string; readonly refreshToken: string } & (
  { readonly shopId: string } | { readonly merchantId: string }
);

/** Exchanges the code of the redirect for tokens. The code works once, for 10 minutes. */
export const getAccessToken = defineEndpoint({
  name: 'auth.token.get',
  documentation: documentationOf('public', 'get_access_token'),
  repeatable: 'once',
  quota: { key: 'auth.token.get' },
  credential: 'application',
  request: (input: CodeInput) => ({
    method: 'POST',
    path: '/api/v2/auth/token/get',
    body: {
      json: {
        code: input.code,
        partner_id: Number(input.partnerId),
        ...('shopId' in input ? { shop_id: Number(input.shopId) } : { main_account_id: Number(input.mainAccountId) }),
      },
    },
  }),
  response: wireTokens,
  parse: asIs,
});

/** A refresh token works once: the new pair must be stored before it is used, and a lost answer means to authorise again. */
export const refreshAccessToken = defineEndpoint({
  name: 'auth.access_token.get',
  documentation: documentationOf('public', 'refresh_access_token'),
  repeatable: 'once',
  quota: { key: 'auth.access_token.get' },
  credential: 'application',
  request: (input: RefreshInput) => ({
    method: 'POST',
    path: '/api/v2/auth/access_token/get',
    body: {
      json: {
        refresh_token: input.refreshToken,
        partner_id: Number(input.partnerId),
        ...('shopId' in input ? { shop_id: Number(input.shopId) } : { merchant_id: Number(input.merchantId) }),
      },
    },
  }),
  response: wireTokens,
  parse: asIs,
});

/** Exchanges a code that was sent again from the console. Live applications only; once, for 10 minutes. */
export const getTokenByResendCode = defineEndpoint({
  name: 'public.get_token_by_resend_code',
  documentation: documentationOf('public', 'get_token_by_resend_code'),
  repeatable: 'once',
  quota: { key: 'public.get_token_by_resend_code' },
  credential: 'application',
  request: ({ resendCode }: { readonly resendCode: string }) => ({
    method: 'POST',
    path: '/api/v2/public/get_token_by_resend_code',
    body: { json: { resend_code: resendCode } },
  }),
  response: wireTokens,
  parse: asIs,
});
