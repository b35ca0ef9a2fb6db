import { expect, test } from 'vitest';
import { createMemoryCaseIndex, toCaseId } from 'aftersale';

test('an index gives back what a case was stored with, and nothing for a case it never saw', async () => {
  const index = createMemoryCaseIndex();
  const id = toCaseId({ marketplace: 'aliexpress', environment: 'sandbox', sellerId: '1', nativeId: '8800123456789012' });
  const other = toCaseId({ marketplace: 'aliexpress', environment: 'sandbox', sellerId: '1', nativeId: '8800123456789013' });
  await index.write(id, { buyer: 'b1' });
  await index.write(id, { buyer: 'b2' });
  expect(await index.read(id)).toEqual({ buyer: 'b2' });
  expect(await index.read(other)).toBeUndefined();
});
