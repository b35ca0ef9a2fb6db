/**
 * What the house policy says about a case, and which rule says so.
 *
 * Deciding is pure: no network, no clock. The same policy, facts and time give the same answer tomorrow, so a decision can be stored
 * beside the case and explained later.
 */
import { readFileSync } from 'node:fs';
import { formatMoney, toInstant } from 'aftersale';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { compilePolicy, decide, toFacts } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { createSandbox } from 'aftersale/sandbox';

const file = 'examples/policies/handbook.yaml';
const policy = compilePolicy([parsePolicyDocument(readFileSync(file, 'utf8'), { file })]);

const sandbox = await createSandbox({ seed: 7 });
const { baseUrl, account } = sandbox.marketplaces.shopee;
const { partnerId, partnerKey, shopId, tokens } = account;
const shopee = createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, baseUrl, clock: sandbox.clock });

let shown = 0;
for await (const summary of shopee.cases.list({ phase: 'requested' })) {
  const found = await shopee.cases.get(summary.id);
  // The order tells when the goods arrived: without it no window can be counted, and the verdict would be `needs-review`.
  const order = await shopee.orders.get(found.order.id);
  const decision = decide(policy, toFacts(found, order), { at: toInstant(shopee.clock.now()) });

  const { verdict, window, pays, refund } = decision;
  console.log(`\n${found.id}: ${found.reason.unified}`);
  console.log(`  ${verdict}; may be asked until ${window?.lastDay ?? 'an unknown day'}; way back paid by ${pays.return}`);
  for (const { rule, source, confidence } of window?.because ?? [])
    console.log(`  window by rule '${rule}' of ${source} (${confidence})`);
  for (const { kind, amount } of refund.lines) console.log(`  ${kind}: ${formatMoney(amount)}`);
  if (refund.unknownLines.length > 0) console.log(`  not known: ${refund.unknownLines.join(', ')}`);
  // What a person or a form would have to ask before a machine may answer.
  const asked = decision.missing.filter(({ affects }) => affects.includes('verdict')).map(({ fact }) => fact);
  if (verdict === 'needs-review') console.log(`  depends on ${asked.join(', ')}`);

  shown += 1;
  if (shown === 5) break;
}

await sandbox.close();
