import { RateLimitError } from '../../src/core/errors/api-errors.js';
import { epochMsOf, toInstant } from '../../src/core/time.js';
import { caseIdOf, withShopUnderTest, type ShopUnderTest } from './shop-under-test.js';

export interface ThrottleCount {
  readonly calls: number;
  readonly sends: number;
  /** Calls that ended in `RateLimitError`. */
  readonly told: number;
  /** The most calls that the marketplace received in any second of its own time. */
  readonly mostInOneSecond: number;
}

const detail = '/returns/get_return_detail';

const mostInOneSecond = ({ sandbox }: ShopUnderTest): number => {
  const times = sandbox.marketplaces.shopee
    .requests()
    .filter(({ path }) => path.endsWith(detail))
    .map(({ at }) => epochMsOf(toInstant(at)));
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length));
};

/** The marketplace refuses every call for going too fast, and never stops. */
export const countThrottled = (calls: number): Promise<ThrottleCount> =>
  withShopUnderTest('virtual', async (shop) => {
    const { shopId } = shop.sandbox.marketplaces.shopee.account;
    const adapter = shop.connect();
    shop.sandbox.faults.add({ kind: 'rate-limit', operation: 'get_return_detail' });
    const ids = shop.returnSns(calls).map((returnSn) => caseIdOf(shopId, returnSn));
    const ends = await Promise.allSettled(ids.map((id) => adapter.cases.get(id)));
    const told = ends.filter((end) => end.status === 'rejected' && RateLimitError.isInstance(end.reason)).length;
    return { calls: ids.length, sends: shop.received(detail), told, mostInOneSecond: mostInOneSecond(shop) };
  });
