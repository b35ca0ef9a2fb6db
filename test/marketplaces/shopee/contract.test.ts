import { describe, test } from 'vitest';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { describeAdapter, readFixtures, type AdapterUnderTest, type CreationContext } from 'aftersale/testing';
import { toInstant } from 'aftersale';
import { createLiveUnderTest } from './live-shopee.js';
import { accessToken, createWire, endpointsUnderTest, partnerId, partnerKey, refreshToken, shopId } from './wire-under-test.js';

const createUnderTest = (context: CreationContext): AdapterUnderTest | Promise<AdapterUnderTest> => {
  if (context.tier === 'live') return createLiveUnderTest(context.clock);
  const { baseUrl, clock } = context;
  const wire = createWire(baseUrl, clock);
  const adapter = createShopeeAdapter({
    partnerId,
    partnerKey,
    shopId,
    tokens: { accessToken, refreshToken, expiresAt: toInstant(clock.now() + 14_400_000) },
    baseUrl,
    clock,
  });
  return {
    adapter,
    wire,
    secrets: [partnerKey, accessToken, refreshToken],
    close: () => {
      wire.close();
      adapter.native.close();
    },
  };
};

describeAdapter({
  runner: { describe, test },
  name: 'Shopee',
  operations: [
    'list',
    'get',
    'accept',
    'offer',
    'acceptOffer',
    'rejectionReasons',
    'reject',
    'withdrawRejection',
    'submitEvidence',
    'track',
    'settle',
  ],
  fixtures: readFixtures(new URL('./fixtures/', import.meta.url)),
  endpoints: endpointsUnderTest,
  skip: {
    seedUnknownStatus: 'the emulated Shopee sends documented words only; fixtures replace each status word instead',
  },
  create: createUnderTest,
});
