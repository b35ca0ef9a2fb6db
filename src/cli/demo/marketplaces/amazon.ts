import { createAmazonAdapter } from '../../../marketplaces/amazon/index.js';
import type { DemoMarketplace } from './demo-marketplace.js';

const externalEnds: ReadonlySet<string> = new Set(['PROCESSED', 'REJECTED', 'CANCELLED']);

/** Of the goods that Amazon itself stores it also takes care of the return: nobody waits for the seller. */
const isOpen = ({ source, status }: { readonly source: string; readonly status: string }): boolean =>
  source === 'external' ? !externalEnds.has(status) : source === 'seller-fulfilled' && status !== 'Closed';

export const amazon: DemoMarketplace = {
  title: 'an Amazon seller',
  openAccounts: (sandbox) => {
    const { baseUrl, authUrl, account } = sandbox.marketplaces.amazon;
    const { clientId, clientSecret, sellerId, marketplaceIds, region, tokens } = account;
    return {
      'amazon-us': createAmazonAdapter({
        clientId,
        clientSecret,
        sellerId,
        marketplaceIds,
        region,
        tokens: { refreshToken: tokens.refreshToken },
        baseUrl,
        authUrl,
        clock: sandbox.clock,
      }),
    };
  },
  expireTokens: (sandbox) => sandbox.marketplaces.amazon.expireTokens(),
  countOpen: (sandbox) => {
    const { amazon: seller } = sandbox.marketplaces;
    const { account } = seller;
    const own = seller.cases().filter(({ sellerId }) => sellerId === account.sellerId);
    const returned = new Set(own.map(({ orderId }) => orderId));
    // A claim without a return is a case of its own; Amazon has no word for its end.
    const claims = seller
      .moneyEvents()
      .filter(
        ({ kind, orderId, sellerId }) =>
          sellerId === account.sellerId && (kind === 'guarantee-claim' || kind === 'chargeback') && !returned.has(orderId),
      );
    return own.filter(isOpen).length + claims.length;
  },
  weather: [
    { kind: 'rate-limit', marketplace: 'amazon', operation: 'getReport', times: 1 },
    { kind: 'server-error', marketplace: 'amazon', operation: 'listReturns', times: 1 },
  ],
  writes: [],
  renewal: 'auth/o2/token',
};
