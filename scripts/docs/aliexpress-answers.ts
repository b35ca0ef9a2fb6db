import { toCaseId, toInstant, type Case } from '../../src/index.js';
import { createAliExpressAdapter, type AliExpressAdapter } from '../../src/marketplaces/aliexpress/index.js';

type Json = Readonly<Record<string, unknown>>;

/** The adapter as a user makes it, before an answer that is given and not fetched. */
export const adapterBefore = (detail: Json): AliExpressAdapter =>
  createAliExpressAdapter({
    appKey: 1,
    appSecret: 'none',
    sellerId: 1,
    maxRetries: 0,
    tokens: { accessToken: 'none', refreshToken: 'none', expiresAt: toInstant('9999-01-01T00:00:00.000Z') },
    httpClient: {
      send: () => Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ result_object: detail }) }),
    },
  });

const id = toCaseId({ marketplace: 'aliexpress', environment: 'live', sellerId: '1', nativeId: '1' });

const solution: Json = {
  id: 2,
  solution_type: 'refund',
  status: 'wait_seller_accept',
  is_default: true,
  refund_money: '10.00',
  refund_money_currency: 'EUR',
};

/** The case that the adapter makes of an issue. */
export const caseOf = async (detail: Json): Promise<Case> => {
  const adapter = adapterBefore({
    issue_status: 'processing',
    order_id: 1,
    timeout_type: 'WAIT_SOLUTION_TIMEOUT',
    timeout_trigger_time: '2027-01-15 00:00:00',
    buyer_solution_list: [solution],
    ...detail,
  });
  await adapter.native.rememberBuyer(id, 'somebody');
  return adapter.cases.get(id);
};
