import { createOffsetClock } from '../../src/sandbox/index.js';
import { createShopeeAdapter } from '../../src/marketplaces/shopee/index.js';
import { toCaseId } from '../../src/core/ids.js';
import { createFileTokenStore } from '../../src/transport/file-stores.js';
import { sharedRefreshInput } from '../contract.js';
import { answer, readInput } from './program.js';

/** One of several processes with the same token store: reads all cases at once with tokens that have run out. */

const { shop, directory, returnSns } = readInput(sharedRefreshInput);
const { partnerId, partnerKey, shopId, baseUrl } = shop;
const adapter = createShopeeAdapter({
  partnerId,
  partnerKey,
  shopId,
  baseUrl,
  tokens: createFileTokenStore(directory),
  clock: createOffsetClock(),
});
const ids = returnSns.map((nativeId) =>
  toCaseId({ marketplace: 'shopee', environment: 'sandbox', sellerId: String(shopId), nativeId }),
);
const ends = await Promise.allSettled(ids.map((id) => adapter.cases.get(id)));
const succeeded = ends.filter(({ status }) => status === 'fulfilled').length;
answer({ succeeded, failed: ends.length - succeeded });
process.exit(0);
