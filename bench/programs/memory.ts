import { createClient } from '../../src/index.js';
import { memoryInput } from '../contract.js';
import { answer, readInput } from './program.js';
import { openShop } from './shop-adapter.js';

/** Lists lazily, keeps nothing, and weighs itself while the listing is still open. */

const { shop, upTo } = readInput(memoryInput);
const client = createClient({ accounts: { shop: openShop(shop) } });

const collectGarbage = async (): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
};

let listed = 0;
let pages = 0;
for await (const page of client.cases.list().byPage()) {
  pages += 1;
  listed += page.items.length;
  if (listed < upTo) continue;
  await collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  answer({ listed, pages, heapInBytes: heapUsed, residentInBytes: rss });
  process.exit(0);
}
throw new Error(`the list ended after ${String(listed)} cases`);
