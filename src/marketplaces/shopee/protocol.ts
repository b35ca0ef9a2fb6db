import type { WireRequest } from '../../transport/endpoint.js';
import type { Protocol, SigningContext } from '../../transport/protocol.js';
import type { Tokens } from '../../transport/tokens.js';
import { toInstant } from '../../core/time.js';
import { classify, marketplace } from './classify.js';
import { refreshAccessToken } from './endpoints/tokens.js';
import { signatureOf, type SignedFor } from './signature.js';
import type { WireTokens } from './wire/application.js';

/** The application, and the shop it acts for where it acts for one. */
export interface Signer {
  readonly partnerId: string;
  readonly partnerKey: string;
  readonly shopId?: string;
}

/** How an account gets tokens again, as the end of a sentence. */
const reauthorization =
  'open the link of shopeeAuthorizationUrl(), exchange its code with exchangeShopeeCode() and store the new tokens';

const signedForOf = ({ shopId }: Signer, { accessToken }: SigningContext): SignedFor =>
  shopId === undefined || accessToken === undefined ? { kind: 'public' } : { kind: 'shop', accessToken, shopId };

/** Puts the common parameters before the call's own, as Shopee's examples do. Nothing but the path is signed. */
export const signRequest = (signer: Signer, request: WireRequest, context: SigningContext): WireRequest => {
  const timestamp = Math.floor(context.nowInMs / 1000);
  const signedFor = signedForOf(signer, context);
  const { partnerId, partnerKey } = signer;
  const sign = signatureOf({ partnerId, partnerKey, path: request.path, timestamp, signedFor });
  const owner = signedFor.kind === 'shop' ? { access_token: signedFor.accessToken, shop_id: signedFor.shopId } : {};
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

/** Shopee's part of every call. Refresh tokens rotate, each shop's on its own. */
export const createProtocol = (signer: Signer, now: () => number): Protocol => {
  const { shopId, partnerId } = signer;
  return {
    marketplace,
    reauthorization,
    classify,
    sign: (request, context) => signRequest(signer, request, context),
    ...(shopId === undefined
      ? {}
      : {
          refresh: async ({ refreshToken }, { call }) =>
            toTokens(await call(refreshAccessToken, { partnerId, shopId, refreshToken }), now()),
        }),
  };
};
