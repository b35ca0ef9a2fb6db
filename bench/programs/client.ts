import { createClient } from '../../src/index.js';
import type { CaseSummary } from '../../src/core/case.js';
import { clientInput, type ClientResult, type Pass } from '../contract.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';
import { openShop } from './shop-adapter.js';

/** Lists and hydrates through the real adapter: once in a fresh process, and once more when the code is warm. */

const { shop, listedCases, hydratedCases, concurrency } = readInput(clientInput);

const require = (what: string, found: number, expected: number): void => {
  if (found !== expected) throw new Error(`${what} ${String(found)} cases instead of ${String(expected)}`);
};

const runPass = async (): Promise<Pass> => {
  const client = createClient({ accounts: { shop: openShop(shop) } });

  const beforeList = process.cpuUsage();
  const summaries: CaseSummary[] = [];
  for await (const summary of client.cases.list()) summaries.push(summary);
  const listInMicroseconds = processorTimeSince(beforeList);
  require('listed', summaries.length, listedCases);

  // Spread over the whole list, so that every kind of case is among them.
  const step = Math.max(1, Math.floor(summaries.length / hydratedCases));
  const chosen = summaries.filter((_, index) => index % step === 0).slice(0, hydratedCases);

  const beforeHydrate = process.cpuUsage();
  const { items } = await client.hydrate(chosen, { concurrency });
  const hydrateInMicroseconds = processorTimeSince(beforeHydrate);
  require('hydrated', items.length, hydratedCases);
  return { listInMicroseconds, hydrateInMicroseconds };
};

answer({ passes: [await runPass(), await runPass()] } satisfies ClientResult);
process.exit(0);
