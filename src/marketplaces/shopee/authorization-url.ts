import type { Clock } from '../../core/time.js';
import { systemClock } from '../../transport/clock.js';
import { authorizationHosts, shopeeHosts, type ShopeeHost } from './hosts.js';
import { signatureOf } from './signature.js';

/** The newer link, without signature and time limit (https://open.shopee.com/developer-guide/20, 2026-05-13). */
export interface OpenAuthorization {
  readonly link: 'open';
  readonly partnerId: string | number;
  /** Must be of the domain that the console has as the application's redirect domain. */
  readonly redirectUrl: string;
  /** Default `seller`. */
  readonly authorizationType?: 'seller' | 'supplier' | 'user';
  /** Comes back unchanged: put something unguessable in it and compare. */
  readonly state?: string;
  readonly host?: ShopeeHost;
}

/** The older link, signed and good for 5 minutes (https://open.shopee.com/developer-guide/16). */
export interface SignedAuthorization {
  readonly link: 'signed';
  readonly partnerId: string | number;
  readonly partnerKey: string;
  readonly redirectUrl: string;
  /** `cancel` ends an authorisation. Default `authorize`. */
  readonly purpose?: 'authorize' | 'cancel';
  readonly host?: ShopeeHost;
  /** Overrides the host, for a sandbox. */
  readonly baseUrl?: string;
  readonly clock?: Pick<Clock, 'now'>;
}

const openUrl = ({ partnerId, redirectUrl, authorizationType, state, host }: OpenAuthorization): string => {
  const url = new URL('/auth', authorizationHosts[host ?? 'global']);
  url.searchParams.set('partner_id', String(partnerId));
  url.searchParams.set('auth_type', authorizationType ?? 'seller');
  url.searchParams.set('redirect_uri', redirectUrl);
  url.searchParams.set('response_type', 'code');
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
};

const paths = { authorize: '/api/v2/shop/auth_partner', cancel: '/api/v2/shop/cancel_auth_partner' } as const;

const signedUrl = (settings: SignedAuthorization): string => {
  const { partnerKey, redirectUrl, purpose = 'authorize', host = 'global', clock = systemClock } = settings;
  const partnerId = String(settings.partnerId);
  const path = paths[purpose];
  const timestamp = Math.floor(clock.now() / 1000);
  const sign = signatureOf({ partnerId, partnerKey, path, timestamp, signedFor: { kind: 'public' } });
  const url = new URL(path, settings.baseUrl ?? shopeeHosts[host]);
  url.searchParams.set('partner_id', partnerId);
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', sign);
  url.searchParams.set('redirect', redirectUrl);
  return url.href;
};

/**
 * The address where a seller authorises the application. Shopee then redirects to `redirectUrl?code=…&shop_id=…`, or with
 * `main_account_id` for a main account. The code works once, for 10 minutes: give it to `exchangeShopeeCode`.
 */
export const shopeeAuthorizationUrl = (settings: OpenAuthorization | SignedAuthorization): string =>
  settings.link === 'open' ? openUrl(settings) : signedUrl(settings);
