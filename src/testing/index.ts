export { createFakeClock, type FakeClock, type FakeClockSettings } from './fake-clock.js';
export { parseFixture, type FixtureJson, type FixtureRequest, type FixtureResponse, type WireFixture } from './fixture.js';
export { readFixtures } from './read-fixtures.js';
