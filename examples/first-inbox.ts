/**
 * Every open case of a shop, the most urgent first.
 *
 * Runs against an emulated Shopee on this machine. For a real shop leave out `baseUrl` and `clock` and give a `TokenStore`:
 * docs/getting-started.md.
 */
import { createClient, formatMoney } from 'aftersale';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { createSandbox } from 'aftersale/sandbox';

const sandbox = await createSandbox({ seed: 7 });
const { baseUrl, account } = sandbox.marketplaces.shopee;
const { partnerId, partnerKey, shopId, tokens } = account;

// The adapter lives on the sandbox's clock, so that both sides agree on the time a signature was made.
const shopee = createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, baseUrl, clock: sandbox.clock });
const client = createClient({ accounts: { 'sg-1': shopee } });

const hour = 3_600_000;
const { entries, withoutDeadline, failures } = await client.inbox({ dueWithinInMs: 72 * hour });

for (const { case: found, next, dueInMs } of entries) {
  const hoursLeft = `${String(Math.floor(dueInMs / hour))} h`.padStart(5);
  const amount = found.requested.amount === undefined ? 'no amount' : formatMoney(found.requested.amount);
  console.log(`${hoursLeft}  ${next.duty} or ${next.onMiss ?? 'unknown'}  ${found.kind}, ${found.reason.unified}, ${amount}`);
}

// A case whose seller has no known deadline is never hidden: it may be waiting for somebody else, or for a person to look.
console.log(
  `\n${String(withoutDeadline.length)} open cases have no deadline of the seller, ${String(failures.length)} parts could not be read`,
);

await sandbox.close();
