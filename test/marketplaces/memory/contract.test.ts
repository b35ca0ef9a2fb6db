import { describe, test } from 'vitest';
import { operationNames } from '../../../src/core/operations.js';
import { describeAdapter } from '../../../src/testing/index.js';
import { createMemoryUnderTest } from './under-test.js';

describeAdapter({
  runner: { describe, test },
  name: 'memory',
  operations: operationNames,
  create: (context) => createMemoryUnderTest(context),
  fixtures: [],
  skip: { wire: 'a marketplace in memory has no wire' },
});
