import { describe, test } from 'vitest';
import { createAmazonAdapter } from 'aftersale/marketplaces/amazon';
import { describeAdapter, readFixtures, type AdapterUnderTest, type CreationContext } from 'aftersale/testing';
import { createLiveUnderTest } from './live-hooks.js';
import { accessToken, clientSecret, createWire, endpointsUnderTest, refreshToken, settingsFor } from './wire-under-test.js';

const createUnderTest = (context: CreationContext): AdapterUnderTest | Promise<AdapterUnderTest> => {
  if (context.tier === 'live') return createLiveUnderTest(context.clock);
  const { baseUrl, clock } = context;
  const wire = createWire(baseUrl, clock);
  const adapter = createAmazonAdapter(settingsFor(baseUrl, clock));
  return {
    adapter,
    wire,
    secrets: [clientSecret, accessToken, refreshToken],
    close: () => {
      wire.close();
      adapter.native.close();
    },
  };
};

describeAdapter({
  runner: { describe, test },
  name: 'Amazon',
  operations: ['list', 'get', 'refund', 'message', 'track', 'settle'],
  fixtures: readFixtures(new URL('./fixtures/', import.meta.url)),
  endpoints: endpointsUnderTest,
  neverShown: { message: 'Amazon lets nobody read back what was sent to a buyer' },
  skip: {
    changeCase: 'nobody but the seller changes a case within the minutes in which its sources are not read again',
    prepareTooLate: 'Amazon states no deadline for a refund or a message',
  },
  create: createUnderTest,
});
