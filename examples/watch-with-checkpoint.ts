/**
 * A worker that sees each change at least once, also when it is restarted.
 *
 * The checkpoint is stored after a change was acted on. A process that dies in between sees that change again: act so that seeing it
 * twice does no harm.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, parseCheckpoint, type Checkpoint } from 'aftersale';
import { createMemoryAdapter } from 'aftersale/marketplaces/memory';

const directory = await mkdtemp(path.join(tmpdir(), 'aftersale-'));
const file = path.join(directory, 'checkpoint.json');
const shop = createMemoryAdapter();

const readCheckpoint = async (): Promise<Checkpoint | undefined> => {
  try {
    return parseCheckpoint(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined; // The first start: every open case is told.
  }
};

/** Watches until `count` changes have been seen, as a process that is stopped then. */
const run = async (count: number): Promise<void> => {
  const from = await readCheckpoint();
  const stop = new AbortController();
  const client = createClient({ accounts: { shop } });
  let seen = 0;
  for await (const { change, case: found, checkpoint } of client.watch({
    ...(from === undefined ? {} : { from }),
    signal: stop.signal,
  })) {
    console.log(`${change.padEnd(8)} ${found.id} (${found.phase})`);
    await writeFile(file, JSON.stringify(checkpoint));
    seen += 1;
    if (seen === count) stop.abort();
  }
};

const first = shop.native.open({ reason: 'defective' });
shop.native.open({ reason: 'not-received' });
await run(2);

console.log('— stopped; meanwhile the buyer withdraws one case and opens another —');
shop.native.buyer.withdraws(first);
shop.native.open({ reason: 'wrong-item' });
await run(2);

await rm(directory, { recursive: true });
