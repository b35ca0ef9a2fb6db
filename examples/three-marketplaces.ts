/**
 * One inbox over Amazon, Shopee and AliExpress, the most urgent case first.
 *
 * Amazon states no deadline on the wire: its rules come as a pack and join the inbox through the client's `deadlines`.
 * Runs against the emulated marketplaces on this machine.
 */
import { createClient, supports } from 'aftersale';
import { createAliExpressAdapter } from 'aftersale/marketplaces/aliexpress';
import { createAmazonAdapter } from 'aftersale/marketplaces/amazon';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { compilePolicy, deadlinesFrom, loadPacks } from 'aftersale/policy';
import { createSandbox } from 'aftersale/sandbox';

const sandbox = await createSandbox({ seed: 7 });
const { clock, marketplaces } = sandbox;

const openAmazon = () => {
  const { account, authUrl, baseUrl } = marketplaces.amazon;
  const { clientId, clientSecret, marketplaceIds, region, sellerId, tokens } = account;
  const credentials = { clientId, clientSecret, tokens: { refreshToken: tokens.refreshToken } };
  return createAmazonAdapter({ ...credentials, marketplaceIds, region, sellerId, authUrl, baseUrl, clock });
};

const openShopee = () => {
  const { account, baseUrl } = marketplaces.shopee;
  const { partnerId, partnerKey, shopId, tokens } = account;
  return createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, baseUrl, clock });
};

const openAliExpress = () => {
  const { account, baseUrl } = marketplaces.aliexpress;
  const { appKey, appSecret, sellerId, tokens } = account;
  return createAliExpressAdapter({ appKey, appSecret, sellerId, tokens, baseUrl, clock });
};

const accounts = { us: openAmazon(), sg: openShopee(), world: openAliExpress() };

const policy = compilePolicy([], { packs: await loadPacks({ sites: ['amazon:US'] }) });
const client = createClient({ accounts, deadlines: deadlinesFrom(policy), clock });

const { entries, failures } = await client.inbox({ dueWithinInMs: 48 * 3_600_000 });
for (const { account, case: found, next } of entries) {
  console.log(next.by, account.padEnd(5), next.duty, `(${next.source})`, found.kind, found.reason.unified);
}

// What an account can do is in its type, and can be asked at run time.
for (const [name, adapter] of Object.entries(accounts)) {
  const possible = (['accept', 'offer', 'reject', 'refund', 'message'] as const).filter((operation) =>
    supports(adapter, operation),
  );
  console.log(name.padEnd(5), 'can', possible.join(', '));
}
console.log(`${String(entries.length)} cases within 48 hours, ${String(failures.length)} parts could not be read`);

await sandbox.close();
