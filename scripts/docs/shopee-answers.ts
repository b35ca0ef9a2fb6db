import { toCaseId, toInstant, type Case } from '../../src/index.js';
import type { HttpClient } from '../../src/transport/http-client.js';
import { createShopeeAdapter, type ShopeeAdapter } from '../../src/marketplaces/shopee/index.js';

type Json = Readonly<Record<string, unknown>>;

/** What Shopee answers, by the end of the path; anything else is refused as "not found". */
export type Answers = Readonly<Record<string, Json>>;

const envelope = (response: Json | undefined): Json =>
  response === undefined ? { error: 'error_not_found', message: 'not found' } : { error: '', message: '', response };

const clientOf = (answers: Answers): HttpClient => ({
  send: ({ url }) => {
    const operation = new URL(url).pathname.split('/').at(-1) ?? '';
    return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(envelope(answers[operation])) });
  },
});

/** The adapter as a user makes it, before answers that are given and not fetched. */
export const adapterBefore = (answers: Answers, listStrategy: 'windows' | 'unfiltered' = 'windows'): ShopeeAdapter =>
  createShopeeAdapter({
    partnerId: 1,
    partnerKey: 'none',
    shopId: 1,
    listStrategy,
    maxRetries: 0,
    tokens: { accessToken: 'none', refreshToken: 'none', expiresAt: toInstant('9999-01-01T00:00:00.000Z') },
    httpClient: clientOf(answers),
  });

const id = toCaseId({ marketplace: 'shopee', environment: 'live', sellerId: '1', nativeId: 'R1' });

/** The case that the adapter makes of a return. */
export const caseOf = (detail: Json, others: Answers = {}): Promise<Case> =>
  adapterBefore({
    ...others,
    get_return_detail: {
      return_sn: 'R1',
      order_sn: 'O1',
      create_time: 1_790_000_000,
      currency: 'SGD',
      refund_amount: 10,
      ...detail,
    },
  }).cases.get(id);
