import { callsAtOnce, type RefreshCount } from './expired-token.js';
import { withShopUnderTest, type ShopUnderTest } from './shop-under-test.js';

/** The same counts for the one peer that speaks to Shopee. It has no clock to set, so its sandbox lives on real time. */

const connectPeer = async ({ sandbox }: ShopUnderTest, expiresAt: number) => {
  const { ShopeeSDK } = await import('@congminh1254/shopee-sdk');
  const { InMemoryTokenStorage } = await import('@congminh1254/shopee-sdk/storage');
  const { baseUrl, account } = sandbox.marketplaces.shopee;
  const storage = new InMemoryTokenStorage();
  await storage.store({
    access_token: account.tokens.accessToken,
    refresh_token: account.tokens.refreshToken,
    expire_in: 14_400,
    expired_at: expiresAt,
    shop_id: account.shopId,
    request_id: '',
    error: '',
    message: '',
  });
  const { partnerId, partnerKey } = account;
  return new ShopeeSDK({ partner_id: partnerId, partner_key: partnerKey, base_url: `${baseUrl}/api/v2` }, storage);
};

const failuresOf = (ends: readonly PromiseSettledResult<unknown>[]): number =>
  ends.filter(({ status }) => status === 'rejected').length;

/** As many calls at once with a token that has run out. */
export const countPeerRefreshes = (): Promise<RefreshCount> =>
  withShopUnderTest('real', async (shop) => {
    const sdk = await connectPeer(shop, Date.now() - 1000);
    shop.sandbox.marketplaces.shopee.expireTokens();
    const reads = shop.returnSns(callsAtOnce).map((return_sn) => sdk.returns.getReturnDetail({ return_sn }));
    const failures = failuresOf(await Promise.allSettled(reads));
    return { refreshes: shop.received('/auth/access_token/get'), failures };
  });

export interface PeerLostAnswer {
  readonly sends: number;
  readonly ending: string;
}

/** `confirm` takes effect and its answer never arrives. */
export const countPeerLostAnswer = (): Promise<PeerLostAnswer> =>
  withShopUnderTest('real', async (shop) => {
    const sdk = await connectPeer(shop, Date.now() + 3_600_000);
    shop.sandbox.faults.add({ kind: 'lost-response', operation: '/api/v2/returns/confirm' });
    const ending = await sdk.returns.confirm({ return_sn: shop.confirmable() }).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    return { sends: shop.received('/returns/confirm'), ending };
  });

/** One call that the marketplace refuses for going too fast. */
export const countPeerThrottled = (): Promise<number> =>
  withShopUnderTest('real', async (shop) => {
    const sdk = await connectPeer(shop, Date.now() + 3_600_000);
    shop.sandbox.faults.add({ kind: 'rate-limit', operation: 'get_return_detail' });
    const [return_sn = ''] = shop.returnSns(1);
    await sdk.returns.getReturnDetail({ return_sn }).catch(() => undefined);
    return shop.received('/returns/get_return_detail');
  });
