import type { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import type { WireReturn } from '../wire/returns.js';

export interface ReadPage {
  readonly rows: readonly WireReturn[];
  readonly hasMore: boolean;
  /** Rows that are there and cannot be read. */
  readonly unreadable?: readonly MarketplaceError[];
}

/**
 * Finds the last page of a list that tells neither its length nor takes an order: ever larger steps until there is no more, then
 * halving. About 2·log2(pages) reads.
 */
export const findLastPage = async (read: (pageNo: number) => Promise<ReadPage>): Promise<number> => {
  const isLast = async (pageNo: number): Promise<'last' | 'before' | 'after'> => {
    const { rows, hasMore, unreadable = [] } = await read(pageNo);
    if (hasMore) return 'before';
    return rows.length + unreadable.length > 0 || pageNo === 0 ? 'last' : 'after';
  };
  let [low, high] = [0, 1];
  const first = await isLast(0);
  if (first === 'last') return 0;
  for (let place = await isLast(high); place !== 'after'; place = await isLast(high)) {
    if (place === 'last') return high;
    [low, high] = [high, high * 2];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const place = await isLast(middle);
    if (place === 'last') return middle;
    if (place === 'before') low = middle;
    else high = middle;
  }
  return low;
};
