export { describeAdapter } from './describe-adapter.js';
export type {
  AdapterSuite,
  AdapterUnderTest,
  CreationContext,
  EndpointUnderTest,
  Skippable,
  WireResult,
  WireUnderTest,
} from './suite.js';
export type { LiveHook, LiveMarketplace, PreparedWrite } from './live-marketplace.js';
export type { Runner } from './runner.js';
export { createFakeClock, type FakeClock, type FakeClockSettings } from './fake-clock.js';
export { parseFixture, type FixtureJson, type FixtureRequest, type FixtureResponse, type WireFixture } from './fixture.js';
export { readFixtures } from './read-fixtures.js';
export { createReplayServer, type RecordedRequest, type ReplayServer, type Reply } from './replay-server.js';
export { expectDecision, type PartOf } from './expect-decision.js';
export { decisionDifferences, showDifference, type DecisionDifference } from './decision-differences.js';
