import { describe, expect, it } from 'vitest';
import { operationNames } from '../../src/core/operations.js';
import type { AdapterSuite, CreationContext } from '../../src/testing/index.js';
import { createMemoryUnderTest } from '../marketplaces/memory/under-test.js';
import { breakages, type Breakage } from './broken-adapters.js';
import { collectTests } from './collecting-runner.js';

const suiteOf = ({ alter, alterLive, secrets, suite }: Partial<Breakage> = {}): Omit<AdapterSuite, 'runner'> => ({
  name: 'memory',
  operations: operationNames,
  fixtures: [],
  skip: { wire: 'none' },
  create: (context: CreationContext) => {
    const under = createMemoryUnderTest(context, alter);
    const live = { ...under.live, ...alterLive?.(under.live) };
    return { ...under, live, secrets: secrets ?? under.secrets };
  },
  ...suite,
});

describe('the live checks of the kit', () => {
  it.each(breakages)('notice an adapter that $what', async ({ noticedBy, saying, ...breakage }) => {
    const tests = collectTests(suiteOf(breakage)).filter(({ title }) => title.includes(noticedBy));
    expect(tests.length).toBeGreaterThan(0);
    for (const { title, failure } of tests) expect(await failure(), title).toMatch(saying);
  });

  it('can each fail', () => {
    const titles = collectTests(suiteOf()).map(({ title }) => title);
    const unproven = titles.filter((title) => !breakages.some(({ noticedBy }) => title.includes(noticedBy)));
    expect(unproven).toEqual([]);
  });
});
