import type { WireRequest } from '../../transport/endpoint.js';
import type { Protocol, SigningContext } from '../../transport/protocol.js';
import type { Tokens } from '../../transport/tokens.js';
import { toInstant } from '../../core/time.js';
import { classify, marketplace } from './classify.js';
import { refreshAccessToken } from './endpoints/tokens.js';
import { signatureOf, type SignedFor } from './signature.js';
import type { WireTokens } from './wire/application.js';

/** The application, and the shop and merchant it acts for where it acts for one. */
export interface Signer {
  readonly partnerId: string;
  readonly partnerKey: string;
  readonly shopId?: string;
  readonly merchantId?: string | undefined;
}

/** Names the merchant's tokens, beside those of the shop. */
export const merchantCredential = 'merchant';

/** How an account gets tokens again, as the end of a sentence. */
const reauthorization =
  'open the link of shopeeAuthorizationUrl(), exchange its code with exchangeShopeeCode() and store the new tokens';

const signedForOf = ({ shopId, merchantId }: Signer, { endpoint, accessToken }: SigningContext): SignedFor => {
  if (accessToken === undefined) return { kind: 'public' };
  if (endpoint.credential === merchantCredential && merchantId !== undefined)
    return { kind: 'merchant', accessToken, merchantId };
  return shopId === undefined ? { kind: 'public' } : { kind: 'shop', accessToken, shopId };
};

/** What the query says beside the signature of whom the call speaks for. */
const ownerParametersOf = (signedFor: SignedFor): Readonly<Record<string, string>> => {
  switch (signedFor.kind) {
    case 'shop':
      return { access_token: signedFor.accessToken, shop_id: signedFor.shopId };
    case 'merchant':
      return { access_token: signedFor.accessToken, merchant_id: signedFor.merchantId };
    case 'public':
      return {};
  }
};

/** Puts the common parameters before the call's own, as Shopee's examples do. Nothing but the path is signed. */
export const signRequest = (signer: Signer, request: WireRequest, context: SigningContext): WireRequest => {
  const timestamp = Math.floor(context.nowInMs / 1000);
  const signedFor = signedForOf(signer, context);
  const { partnerId, partnerKey } = signer;
  const sign = signatureOf({ partnerId, partnerKey, path: request.path, timestamp, signedFor });
  const owner = ownerParametersOf(signedFor);
  return { ...request, query: { partner_id: partnerId, timestamp, ...owner, sign, ...request.query } };
};

const oldestEpoch = 1_000_000_000;

/** `expire_in` counts seconds from now; one sample prints the second itself, which no period of validity can reach. */
export const toTokens = (wire: WireTokens, nowInMs: number): Tokens => {
  const expireIn = Number(wire.expire_in);
  const seconds = Number.isFinite(expireIn) && expireIn > 0 ? expireIn : 0;
  return {
    accessToken: wire.access_token,
    refreshToken: wire.refresh_token,
    expiresAt: toInstant(seconds > oldestEpoch ? seconds * 1000 : nowInMs + seconds * 1000),
  };
};

/** Shopee's part of every call. Refresh tokens rotate, each shop's and merchant's on its own. */
export const createProtocol = (signer: Signer, now: () => number): Protocol => {
  const { shopId, merchantId, partnerId } = signer;
  return {
    marketplace,
    reauthorization,
    classify,
    sign: (request, context) => signRequest(signer, request, context),
    ...(shopId === undefined
      ? {}
      : {
          refresh: async ({ refreshToken }, { credential, call }) => {
            const owner = credential === merchantCredential && merchantId !== undefined ? { merchantId } : { shopId };
            return toTokens(await call(refreshAccessToken, { partnerId, refreshToken, ...owner }), now());
          },
        }),
  };
};
