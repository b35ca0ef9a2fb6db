import { createAmazonAdapter, type AmazonAdapter } from '../../src/marketplaces/amazon/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { routeAmazonToLoopback, stopRoutingAmazon } from '../../test/interop/amazon-route-to-loopback.js';
import { createQuietClock } from './quiet-clock.js';

export interface SellerUnderTest {
  readonly sandbox: Sandbox;
  readonly connect: () => AmazonAdapter;
  readonly connectPeer: () => ReturnType<typeof connectPeer>;
  /** How many calls of an operation Amazon has received. */
  readonly received: (operation: string) => number;
}

/** The peer hard-codes Amazon's hosts, and waits on the machine's clock. */
const connectPeer = async (sandbox: Sandbox) => {
  const { SellingPartner } = await import('amazon-sp-api');
  const { clientId, clientSecret, region, tokens } = sandbox.marketplaces.amazon.account;
  routeAmazonToLoopback(sandbox.marketplaces.amazon.baseUrl);
  const client = new SellingPartner({
    region,
    refresh_token: tokens.refreshToken,
    credentials: { SELLING_PARTNER_APP_CLIENT_ID: clientId, SELLING_PARTNER_APP_CLIENT_SECRET: clientSecret },
  });
  return Object.assign(client, { _wait: (seconds: number) => sandbox.clock.sleep(seconds * 1000) });
};

const connect = ({ clock, marketplaces }: Sandbox): AmazonAdapter => {
  const { baseUrl, authUrl, account } = marketplaces.amazon;
  const { clientId, clientSecret, sellerId, marketplaceIds, region, tokens } = account;
  const { refreshToken } = tokens;
  const settings = { clientId, clientSecret, sellerId, marketplaceIds, region, tokens: { refreshToken } };
  return createAmazonAdapter({ ...settings, baseUrl, authUrl, clock });
};

/** A small seller of its own for one count, on a clock that counts waiting only. */
export const withSellerUnderTest = async <Result>(work: (seller: SellerUnderTest) => Promise<Result>): Promise<Result> => {
  const clock = createQuietClock();
  const sandbox = await createSandbox({ marketplaces: ['amazon'], seed: { value: 5, cases: 60 }, clock });
  const adapters: AmazonAdapter[] = [];
  try {
    return await work({
      sandbox,
      connect: () => {
        const adapter = connect(sandbox);
        adapters.push(adapter);
        return adapter;
      },
      connectPeer: () => connectPeer(sandbox),
      received: (operation) => sandbox.requests().filter((sent) => sent.operation === operation).length,
    });
  } finally {
    for (const adapter of adapters) adapter.native.close();
    stopRoutingAmazon();
    await sandbox.close();
    clock.stop();
  }
};
