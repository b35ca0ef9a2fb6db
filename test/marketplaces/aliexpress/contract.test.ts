import { describe, test } from 'vitest';
import { toInstant } from 'aftersale';
import { createAliExpressAdapter } from 'aftersale/marketplaces/aliexpress';
import { describeAdapter, readFixtures, type AdapterUnderTest, type CreationContext } from 'aftersale/testing';
import { accessToken, appKey, appSecret, createWire, endpointsUnderTest, refreshToken, sellerId } from './wire-under-test.js';

const createUnderTest = (context: CreationContext): AdapterUnderTest => {
  if (context.tier === 'live') throw new Error('no marketplace behind it');
  const { baseUrl, clock } = context;
  const wire = createWire(baseUrl, clock);
  const adapter = createAliExpressAdapter({
    appKey,
    appSecret,
    sellerId,
    tokens: { accessToken, refreshToken, expiresAt: toInstant(clock.now() + 86_400_000) },
    baseUrl,
    clock,
  });
  return {
    adapter,
    wire,
    secrets: [appSecret, accessToken, refreshToken],
    close: () => {
      wire.close();
      adapter.native.close();
    },
  };
};

describeAdapter({
  runner: { describe, test },
  name: 'AliExpress',
  operations: ['list', 'get', 'accept', 'offer', 'acceptOffer', 'submitEvidence', 'settle'],
  fixtures: readFixtures(new URL('./fixtures/', import.meta.url)),
  endpoints: endpointsUnderTest,
  skip: { live: 'see sandbox.test.ts' },
  create: createUnderTest,
});
