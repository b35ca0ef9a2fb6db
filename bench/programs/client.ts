import { createClient } from '../../src/index.js';
import type { CaseSummary } from '../../src/core/case.js';
import { clientInput, type ClientResult } from '../contract.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';
import { openShop } from './shop-adapter.js';

/** Lists and hydrates through the real adapter. */

const { shop, listedCases, hydratedCases, concurrency } = readInput(clientInput);
const client = createClient({ accounts: { shop: openShop(shop) } });

const beforeList = process.cpuUsage();
const summaries: CaseSummary[] = [];
for await (const summary of client.cases.list()) summaries.push(summary);
const listInMicroseconds = processorTimeSince(beforeList);

// Spread over the whole list, so that every kind of case is among them.
const step = Math.max(1, Math.floor(summaries.length / hydratedCases));
const chosen = summaries.filter((_, index) => index % step === 0).slice(0, hydratedCases);

const beforeHydrate = process.cpuUsage();
const { items, failures } = await client.hydrate(chosen, { concurrency });
const hydrateInMicroseconds = processorTimeSince(beforeHydrate);

const listed = summaries.length;
if (listed !== listedCases) throw new Error(`listed ${String(listed)} cases of ${String(listedCases)}`);
answer({
  listed,
  hydrated: items.length,
  failures: failures.length,
  listInMicroseconds,
  hydrateInMicroseconds,
} satisfies ClientResult);
process.exit(0);
