import { capabilityChecks } from './checks/capabilities.js';
import { coverageCheck } from './checks/coverage.js';
import { endpointChecksOf } from './checks/endpoints.js';
import { fixtureChecksOf } from './checks/fixtures.js';
import { ownershipChecks } from './checks/ownership.js';
import { pagingChecks } from './checks/paging.js';
import { readingChecks } from './checks/reading.js';
import { settlingChecksOf } from './checks/settling.js';
import { writingChecksOf } from './checks/writing.js';
import { parseFixture } from './fixture.js';
import { checkSuite, leftOutChecksOf } from './left-out.js';
import type { AdapterSuite, Check } from './suite.js';

interface Group {
  readonly name: string;
  readonly checks: readonly Check[];
}

const wireGroups = (suite: AdapterSuite): readonly Group[] => [
  { name: 'fixtures', checks: [coverageCheck, ...fixtureChecksOf(suite)] },
  { name: 'wire calls', checks: endpointChecksOf(suite) },
];

const liveGroups = (suite: AdapterSuite): readonly Group[] => [
  { name: 'reading', checks: readingChecks },
  { name: 'ownership', checks: ownershipChecks },
  { name: 'paging', checks: pagingChecks },
  { name: 'writing', checks: writingChecksOf(suite) },
  { name: 'settling', checks: settlingChecksOf(suite) },
];

const groupsOf = (suite: AdapterSuite): readonly Group[] => [
  { name: 'capabilities', checks: capabilityChecks },
  ...(suite.skip?.wire === undefined ? wireGroups(suite) : []),
  ...(suite.skip?.live === undefined ? liveGroups(suite) : []),
  { name: 'left out', checks: leftOutChecksOf(suite) },
];

/** A check whose parts are all there; what is missing stands among those left out. */
const canBeMade = (suite: AdapterSuite, { needs = [] }: Check): boolean =>
  needs.every((part) => suite.skip?.[part] === undefined);

/**
 * Puts an adapter to the test: every promise of the contract becomes a test of your own runner.
 * Two tiers: `wire` replays fixtures through the adapter's real transport over loopback HTTP, `live` acts on a marketplace (a sandbox)
 * behind it. What cannot be checked is left out with a reason and shows up as such; nothing is skipped in silence.
 * Raises `InvalidInputError` when the suite itself would prove nothing.
 *
 * @example
 * describeAdapter({
 *   runner: { describe, test },
 *   name: 'my marketplace',
 *   operations: ['list', 'get', 'accept', 'settle'],
 *   fixtures: readFixtures(new URL('./fixtures/', import.meta.url)),
 *   endpoints: [{ name: 'cases.get', repeatable: 'safe', operations: ['get', 'settle'] }],
 *   create: (context) => createUnderTest(context),
 * });
 */
export const describeAdapter = (described: AdapterSuite): void => {
  checkSuite(described);
  const suite = { ...described, fixtures: described.fixtures.map((fixture) => parseFixture(fixture)) };
  const { describe, test } = suite.runner;
  describe(`${suite.name} keeps the adapter contract`, () => {
    for (const { name, checks } of groupsOf(suite)) {
      const possible = checks.filter((check) => canBeMade(suite, check));
      if (possible.length === 0) continue;
      describe(name, () => {
        for (const check of possible) test(check.title, () => check.run(suite));
      });
    }
  });
};
