import { afterAll, afterEach, beforeAll } from 'vitest';
import nock from 'nock';

// A test that reaches the internet is a bug: only loopback (the sandbox) may answer.
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[?::1\]?)(:\d+)?$/);
});

afterEach(() => {
  nock.cleanAll();
});

// Vitest reuses nothing between files, but an active interceptor keeps patched modules alive in the worker.
afterAll(() => {
  nock.restore();
});
