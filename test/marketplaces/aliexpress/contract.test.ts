import { describe, test } from 'vitest';
import { toInstant } from 'aftersale';
import { createAliExpressAdapter } from 'aftersale/marketplaces/aliexpress';
import { describeAdapter, readFixtures, type AdapterUnderTest, type CreationContext } from 'aftersale/testing';
import { createLiveUnderTest } from './live-aliexpress.js';
import { accessToken, appKey, appSecret, createWire, endpointsUnderTest, refreshToken, sellerId } from './wire-under-test.js';

const createUnderTest = (context: CreationContext): AdapterUnderTest | Promise<AdapterUnderTest> => {
  if (context.tier === 'live') return createLiveUnderTest(context.clock);
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
  skip: {
    seedUnknownStatus: 'the emulated AliExpress sends documented words only; fixtures replace each status word instead',
  },
  create: createUnderTest,
});
