import {
  createSandbox,
  createOffsetClock,
  createVirtualClock,
  type Sandbox,
  type SandboxClock,
} from '../../src/sandbox/index.js';
import { toCaseId, type CaseId } from '../../src/core/ids.js';
import { toInstant } from '../../src/core/time.js';
import { createShopeeAdapter, type ShopeeAdapter, type ShopeeSettings } from '../../src/marketplaces/shopee/index.js';

export interface ShopUnderTest {
  readonly sandbox: Sandbox;
  readonly clock: SandboxClock;
  readonly connect: (settings?: Partial<ShopeeSettings>) => ShopeeAdapter;
  /** Cases of the shop, the first ones. */
  readonly returnSns: (count: number) => readonly string[];
  /** A case that the seller may confirm. */
  readonly confirmable: () => string;
  /** How many calls of a path's end the marketplace has received. */
  readonly received: (pathEnd: string) => number;
}

export const caseIdOf = (shopId: number, nativeId: string): CaseId =>
  toCaseId({ marketplace: 'shopee', environment: 'sandbox', sellerId: String(shopId), nativeId });

const tokensOf = ({
  account,
}: Sandbox['marketplaces']['shopee']): Extract<ShopeeSettings['tokens'], { accessToken: string }> => ({
  ...account.tokens,
  expiresAt: toInstant(account.tokens.expiresAt),
});

const describeShop = (sandbox: Sandbox): ShopUnderTest => {
  const { shopee } = sandbox.marketplaces;
  const { partnerId, partnerKey, shopId } = shopee.account;
  const { clock } = sandbox;
  const ofShop = (): ReturnType<typeof shopee.cases> => shopee.cases().filter((found) => found.shopId === shopId);
  return {
    sandbox,
    clock,
    connect: (settings = {}) =>
      createShopeeAdapter({
        partnerId,
        partnerKey,
        shopId,
        baseUrl: shopee.baseUrl,
        tokens: tokensOf(shopee),
        clock,
        ...settings,
      }),
    returnSns: (count) =>
      ofShop()
        .slice(0, count)
        .map(({ returnSn }) => returnSn),
    confirmable: () => {
      const found = ofShop().find(({ scenario }) => scenario === 'requested');
      if (found === undefined) throw new Error('no case waits for an answer');
      return found.returnSn;
    },
    received: (pathEnd) => shopee.requests().filter(({ path }) => path.endsWith(pathEnd)).length,
  };
};

/** A small shop of its own for one count. `real` time is for clients that read the machine's clock. */
export const withShopUnderTest = async <Result>(
  time: 'virtual' | 'real',
  work: (shop: ShopUnderTest) => Promise<Result>,
): Promise<Result> => {
  const clock = time === 'virtual' ? createVirtualClock() : createOffsetClock();
  const sandbox = await createSandbox({ marketplaces: ['shopee'], seed: { value: 5, cases: 60 }, clock });
  try {
    return await work(describeShop(sandbox));
  } finally {
    await sandbox.close();
  }
};
