import { writeSync } from 'node:fs';
import { toInstant } from '../../../src/core/time.js';
import { createFileCaseStore } from '../../../src/transport/file-case-store.js';

/** Adds to one file of a store without end, telling before and after each piece, until it is killed. */
const [, , directory = '', name = ''] = process.argv;
const store = createFileCaseStore(directory);
for (let piece = 0; piece < 500; piece += 1) {
  writeSync(1, `begun ${name} ${piece}\n`);
  await store.add(
    'account',
    Array.from({ length: 20 }, (_, index) => ({
      key: `${name} ${piece} ${index}`,
      group: 'order',
      nativeId: 'order/sku',
      readAt: toInstant(piece * 1000),
      body: { text: `${name} ${piece} ${index} `.repeat(400) },
    })),
  );
  writeSync(1, `kept ${name} ${piece}\n`);
}
