import { toInstant } from '../../../src/core/time.js';
import { createFakeClock } from '../../../src/testing/fake-clock.js';
import { createMemoryTokenStore } from '../../../src/transport/tokens.js';
import { createTransport, type TransportSettings } from '../../../src/transport/transport.js';
import { testProtocol } from './test-marketplace.js';

export const start = Date.parse('2026-03-01T00:00:00Z');

/** A transport whose waits cost no time, with tokens that are good for an hour. */
export const setUp = (settings: Partial<TransportSettings> = {}) => {
  const clock = createFakeClock({ startAt: start, autoAdvance: true });
  const tokens = { accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: toInstant(start + 3_600_000) };
  const transport = createTransport({
    protocol: testProtocol,
    baseUrl: 'https://api.example.com',
    clock,
    tokens: { store: createMemoryTokenStore({ 'test:1': tokens }), keys: { seller: 'test:1' } },
    random: () => 1,
    ...settings,
  });
  return { transport, clock };
};
