import { expect, test } from 'vitest';
import { createRecentIds } from '../../src/core/recent-ids.js';

test('only so many ids are remembered, and the oldest is forgotten first', () => {
  const recent = createRecentIds(2);
  expect(['a', 'b', 'a', 'c', 'b', 'a'].map((id) => recent.isNew(id))).toEqual([true, true, false, true, false, true]);
});
