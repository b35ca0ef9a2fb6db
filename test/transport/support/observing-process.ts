import { toInstant } from '../../../src/core/time.js';
import { createFileCaseStore } from '../../../src/transport/file-case-store.js';

/** Adds its own observations to a shared store, many small pieces at a time, so that two of them get in each other's way. */
const [, , directory = '', name = ''] = process.argv;
const store = createFileCaseStore(directory);
for (let piece = 0; piece < 8; piece += 1) {
  await store.add(
    'account',
    Array.from({ length: 25 }, (_, index) => ({
      key: `${name} ${piece} ${index}`,
      group: `order-${index % 3}`,
      nativeId: `order-${index % 3}/${name}`,
      readAt: toInstant(piece * 1000),
      body: { name, text: 'x'.repeat(400) },
    })),
  );
}
