import type { AmazonCall } from './world.js';

export interface PagedList<Row> {
  readonly rows: readonly Row[];
  readonly size: number;
  /** The query parameter that carries the token. */
  readonly tokenName: string;
  /** Parameters that may differ from page to page. */
  readonly freeNames?: readonly string[];
  /** Whether an empty page may stand in the middle, as some of these lists document it. */
  readonly emptyPages?: 'present' | 'absent';
  readonly note?: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextToken: string | undefined;
}

/** The arguments a token belongs to: the operation, the seller and everything asked for. */
const queryOf = ({ request, seller }: AmazonCall, ignored: readonly string[]): string =>
  [
    request.path,
    seller.sellerId,
    ...[...request.query]
      .filter(([name]) => !ignored.includes(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort(),
  ].join('&');

/** One page of a list. A token with other arguments than those it came from is refused. */
export const pageOf = <Row>(call: AmazonCall, list: PagedList<Row>): Page<Row> => {
  const { world, request, now } = call;
  const { rows, size, tokenName, freeNames = [], emptyPages = 'absent', note = '' } = list;
  const query = queryOf(call, [tokenName, ...freeNames]);
  const token = request.query.get(tokenName);
  const start = { offset: 0, isPastEmptyPage: emptyPages === 'absent', note };
  const position = token === null ? start : world.pageTokens.read(token, query, now);
  const { offset } = position;
  if (offset > 0 && !position.isPastEmptyPage)
    return { rows: [], nextToken: world.pageTokens.issue({ ...position, isPastEmptyPage: true }, query, now) };
  const end = offset + size;
  const isLast = end >= rows.length;
  return {
    rows: rows.slice(offset, end),
    nextToken: isLast ? undefined : world.pageTokens.issue({ ...position, offset: end }, query, now),
  };
};
