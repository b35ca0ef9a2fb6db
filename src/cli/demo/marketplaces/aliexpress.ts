import { createAliExpressAdapter } from '../../../marketplaces/aliexpress/index.js';
import type { Reason } from '../../../core/reason.js';
import type { DemoMarketplace } from './demo-marketplace.js';

/** AliExpress says reasons in free words; this seller has learnt what some of them mean. */
const reasons: Readonly<Record<string, Reason>> = {
  'Color not as described': 'not-as-described',
  'Counterfeit product': 'counterfeit',
  'Product arrived damaged': 'damaged-in-transit',
  'Quality problems': 'defective',
  'Quantity shortage': 'short-quantity',
};

export const aliexpress: DemoMarketplace = {
  title: 'an AliExpress seller',
  openAccounts: (sandbox) => {
    const { baseUrl, account } = sandbox.marketplaces.aliexpress;
    const { appKey, appSecret, sellerId, channelSellerId, tokens } = account;
    return {
      aliexpress: createAliExpressAdapter({
        appKey,
        appSecret,
        sellerId,
        channelSellerId,
        tokens,
        reasons,
        baseUrl,
        clock: sandbox.clock,
      }),
    };
  },
  expireTokens: (sandbox) => sandbox.marketplaces.aliexpress.expireTokens(),
  countOpen: (sandbox) => {
    const { aliexpress: seller } = sandbox.marketplaces;
    return seller.cases().filter(({ sellerId, status }) => sellerId === seller.account.sellerId && status === 'processing')
      .length;
  },
  weather: [
    { kind: 'rate-limit', marketplace: 'aliexpress', operation: 'aliexpress.issue.detail.get', times: 2, skip: 4 },
    { kind: 'transient-in-200', marketplace: 'aliexpress', operation: 'aliexpress.issue.issuelist.get', times: 1 },
    { kind: 'lost-response', marketplace: 'aliexpress', operation: 'aliexpress.issue.solution.agree', times: 1 },
  ],
  writes: ['aliexpress.issue.solution.agree', 'aliexpress.issue.solution.save'],
  renewal: 'auth/token/refresh',
};
