import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import type { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import { marketplace } from '../classify.js';
import type { WireReturn } from '../wire/returns.js';

export interface ReadPage {
  readonly rows: readonly WireReturn[];
  /** Undefined where Shopee does not say it: then only an empty page is the end. */
  readonly hasMore: boolean | undefined;
  /** Rows that are there and cannot be read. */
  readonly unreadable?: readonly MarketplaceError[];
}

/** No shop has a hundred million returns: a list that goes on so long does not count its pages. */
const mostPages = 1_000_000;
/** Where only an empty page can be the end. */
const mostPagesInTheDark = 1000;

/** Whether there may be another page behind this one. A list without an end is an error, not a reading for ever. */
export const mayHaveMore = (pageNo: number, { rows, hasMore, unreadable = [] }: ReadPage): boolean => {
  const mayGoOn = hasMore ?? rows.length + unreadable.length > 0;
  if (!mayGoOn || pageNo < (hasMore === undefined ? mostPagesInTheDark : mostPages)) return mayGoOn;
  throw new UnexpectedResponseError(`shopee gave page ${pageNo} of a list and no end of it`, {
    marketplace,
    operation: 'returns.get_return_list',
    issues: [{ path: 'more', message: 'expected false on the last page' }],
  });
};

interface LastPage {
  readonly pageNo: number;
  readonly page: ReadPage;
}

/**
 * Finds the last page of a list that tells neither its length nor takes an order: ever larger steps until there is no more, then
 * halving. About 2·log2(pages) reads.
 */
export const findLastPage = async (read: (pageNo: number) => Promise<ReadPage>): Promise<LastPage> => {
  let [low, high] = [-1, 0];
  for (let step = 1; ; step *= 2) {
    const page = await read(high);
    const place = placeOf(high, page);
    if (place === 'last') return { pageNo: high, page };
    if (place === 'after') break;
    [low, high] = [high, high + step];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const page = await read(middle);
    const place = placeOf(middle, page);
    if (place === 'last') return { pageNo: middle, page };
    if (place === 'before') low = middle;
    else high = middle;
  }
  // Read again: it was followed by another page when it was read, whose rows may have moved to it since.
  return { pageNo: low, page: await read(low) };
};

const placeOf = (pageNo: number, page: ReadPage): 'before' | 'last' | 'after' => {
  if (mayHaveMore(pageNo, page)) return 'before';
  return page.rows.length + (page.unreadable?.length ?? 0) > 0 || pageNo === 0 ? 'last' : 'after';
};
