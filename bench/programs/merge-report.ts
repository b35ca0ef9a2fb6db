import { createReadStream } from 'node:fs';
import { toInstant } from '../../src/core/time.js';
import { observeSellerReturn } from '../../src/marketplaces/amazon/merge/observe-returns.js';
import { sellerReturns } from '../../src/marketplaces/amazon/reports/definitions.js';
import { createFileCaseStore } from '../../src/transport/file-case-store.js';
import { mergeInput } from '../contract.js';
import { answer, readInput } from './program.js';

/** Merges one report into a store of files, batch by batch as a listing does, goes through the store once, and weighs itself. */

const { file, directory } = readInput(mergeInput);
const store = createFileCaseStore(directory);
const readAt = toInstant('2026-11-01T00:00:00Z');
const account = 'amazon:bench';

let [observations, seconds] = [0, 0];
for await (const { rows } of sellerReturns.read(createReadStream(file, { highWaterMark: 64 * 1024 }), () => undefined)) {
  const observed = rows.flatMap((row) => observeSellerReturn(row, readAt));
  observations += observed.length;
  const startedAtInMs = performance.now();
  await store.add(account, observed);
  seconds += (performance.now() - startedAtInMs) / 1000;
}
let groups = 0;
for await (const { observations: kept } of store.groups(account)) groups += kept.length > 0 ? 1 : 0;
answer({ observations, groups, seconds, residentInBytes: process.resourceUsage().maxRSS * 1024 });
process.exit(0);
