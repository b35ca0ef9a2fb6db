/**
 * The answer to a write is lost. Was the buyer paid?
 *
 * Sending again could pay twice; not sending again could miss the deadline. So the attempt is kept before it is sent, and what became
 * of it is found out by reading.
 */
import { createClient, fingerprintOf, parseCaseId, type WriteAttempt } from 'aftersale';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { createSandbox } from 'aftersale/sandbox';

// The next `confirm` takes effect, and the connection breaks before a byte of the answer.
const sandbox = await createSandbox({ faults: [{ kind: 'lost-response', operation: 'returns/confirm', times: 1 }] });
const { baseUrl, account } = sandbox.marketplaces.shopee;
const { partnerId, partnerKey, shopId, tokens } = account;
const shopee = createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, baseUrl, clock: sandbox.clock });

const { entries } = await createClient({ accounts: { 'sg-1': shopee } }).inbox();
const found = entries.map((entry) => entry.case).find(({ actions }) => actions.some(({ operation }) => operation === 'accept'));
if (found === undefined) throw new Error('no case can be accepted');
const refund = found.actions.find(({ operation }) => operation === 'accept')?.effect?.refund;

// In real code this is a table or a file that survives the process.
const journal: WriteAttempt[] = [];

const receipt = await shopee.cases.accept(
  found.id,
  { expected: { remedy: 'refund', goods: 'kept-by-buyer', ...(refund === undefined ? {} : { amount: refund }) } },
  // `seen`: if the case has changed since it was read, nothing is sent. `onAttempt`: if the journal fails, nothing is sent.
  { seen: fingerprintOf(found), onAttempt: (attempt) => void journal.push(attempt) },
);
console.log(`the receipt is ${receipt.state}, the journal holds ${String(journal.length)} attempt`);

// Reads only, so it may be called by any process, at any time and any number of times.
for (const attempt of journal) {
  const { state, evidence } = await shopee.cases.settle(attempt);
  console.log(`the attempt was ${state}: ${evidence.join('; ')}`);
}

const paid = sandbox.ledger().refunds[parseCaseId(found.id).nativeId];
console.log(`the buyer was paid ${String(paid?.count ?? 0)} time`);

await sandbox.close();
