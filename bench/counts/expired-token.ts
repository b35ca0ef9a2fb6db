import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as z from 'zod';
import { toInstant } from '../../src/core/time.js';
import { createFileTokenStore } from '../../src/transport/file-stores.js';
import type { Shop, sharedRefreshResult } from '../contract.js';
import { caseIdOf, withShopUnderTest, type ShopUnderTest } from './shop-under-test.js';

/** Calls made at once. */
export const callsAtOnce = 20;

export interface RefreshCount {
  readonly refreshes: number;
  readonly failures: number;
}

const countRefreshes = ({ received }: ShopUnderTest, failures: number): RefreshCount => ({
  refreshes: received('/auth/access_token/get'),
  failures,
});

const readAtOnce = async (shop: ShopUnderTest, adapter: ReturnType<ShopUnderTest['connect']>): Promise<number> => {
  const { shopId } = shop.sandbox.marketplaces.shopee.account;
  const ids = shop.returnSns(callsAtOnce).map((returnSn) => caseIdOf(shopId, returnSn));
  const ends = await Promise.allSettled(ids.map((id) => adapter.cases.get(id)));
  return ends.filter(({ status }) => status === 'rejected').length;
};

/** The client knows that its token has run out: it says so in `expiresAt`. */
export const countKnownExpiry = (): Promise<RefreshCount> =>
  withShopUnderTest('virtual', async (shop) => {
    const { tokens } = shop.sandbox.marketplaces.shopee.account;
    const adapter = shop.connect({ tokens: { ...tokens, expiresAt: toInstant(shop.clock.now() - 1000) } });
    shop.sandbox.marketplaces.shopee.expireTokens();
    return countRefreshes(shop, await readAtOnce(shop, adapter));
  });

/** The client believes in its token; the marketplace refuses it. */
export const countRefusedToken = (): Promise<RefreshCount> =>
  withShopUnderTest('virtual', async (shop) => {
    const adapter = shop.connect();
    shop.sandbox.marketplaces.shopee.expireTokens();
    return countRefreshes(shop, await readAtOnce(shop, adapter));
  });

/** Starts one process with this input and resolves with how its calls ended. */
export type StartReader = (input: object) => Promise<z.infer<typeof sharedRefreshResult>>;

/** Two processes with one `createFileTokenStore`, each with as many calls at once. */
export const countSharedStore = (startReader: StartReader): Promise<RefreshCount> =>
  withShopUnderTest('real', async (shop) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'aftersale-bench-'));
    const { baseUrl, account } = shop.sandbox.marketplaces.shopee;
    const { partnerId, partnerKey, shopId, tokens } = account;
    const key = `shopee:sandbox:${String(shopId)}`;
    const expiresAt = toInstant(Date.now() - 1000);
    try {
      await createFileTokenStore(directory).write(key, { ...tokens, expiresAt });
      shop.sandbox.marketplaces.shopee.expireTokens();
      const found: Shop = { baseUrl, partnerId, partnerKey, shopId, tokens: { ...tokens, expiresAt }, now: shop.clock.now() };
      const input = { shop: found, directory, returnSns: shop.returnSns(callsAtOnce) };
      const ends = await Promise.all([startReader(input), startReader(input)]);
      return countRefreshes(
        shop,
        ends.reduce((sum, { failed }) => sum + failed, 0),
      );
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
