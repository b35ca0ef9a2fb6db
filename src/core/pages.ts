import { InvalidInputError } from './errors/caller-errors.js';
import { PartialFailureError, type Failure } from './errors/response-errors.js';
import { createRecentIds } from './recent-ids.js';

/** One page. An empty page is not the end: only a page without `continuationToken` is. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly continuationToken?: string;
  /** Parts that could not be read; the items are still good. */
  readonly failures: readonly Failure[];
}

/**
 * A lazy sequence: nothing is read before the first item is asked for. Plain iteration gives an item with an `id` once, as it was first
 * read, although pages that shift while they are read hold it twice; ten thousand ids are remembered.
 */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** Page by page. A token resumes where an earlier reading stopped, at least once: items may be seen again, none is skipped. */
  byPage(settings?: { readonly continuationToken?: string }): AsyncIterable<Page<Item>>;
}

/** Reads the page at `cursor`; `undefined` is the first. `next` absent means the end. */
export type PageReader<Item, Cursor> = (
  cursor: Cursor | undefined,
) => Promise<{ readonly items: readonly Item[]; readonly next?: Cursor; readonly failures?: readonly Failure[] }>;

const tokenVersion = 1;

const toToken = (kind: string, cursor: unknown): string => encodeURIComponent(JSON.stringify([tokenVersion, kind, cursor]));

const parseToken = (token: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(token));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};

const readToken = <Cursor>(kind: string, token: string, parseCursor: (value: unknown) => Cursor | undefined): Cursor => {
  const [version, tokenKind, value] = parseToken(token);
  const cursor = version === tokenVersion && tokenKind === kind ? parseCursor(value) : undefined;
  if (cursor === undefined)
    throw new InvalidInputError('the continuation token is not one of this list, or of another version: start again without it');
  return cursor;
};

const idOf = (item: unknown): string | undefined => {
  const id: unknown = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : undefined;
};

/** The items one by one, each once; who listens is told what could not be read. */
export async function* itemsOf<Item>(
  pages: AsyncIterable<Page<Item>>,
  onFailure: (failure: Failure) => void,
): AsyncGenerator<Item> {
  const told = createRecentIds();
  for await (const { items, failures } of pages) {
    failures.forEach(onFailure);
    for (const item of items) {
      const id = idOf(item);
      if (id === undefined || told.isNew(id)) yield item;
    }
  }
}

/**
 * Makes `Pages` from a function that reads one page. The cursor must be plain JSON: it becomes the opaque, versioned token.
 * Plain iteration ends in `PartialFailureError` when any page reported failures, after all items were delivered.
 */
export const createPages = <Item, Cursor>(source: {
  readonly kind: string;
  readonly read: PageReader<Item, Cursor>;
  readonly parseCursor: (value: unknown) => Cursor | undefined;
}): Pages<Item> => {
  async function* byPage(settings: { readonly continuationToken?: string } = {}): AsyncGenerator<Page<Item>> {
    const { continuationToken } = settings;
    let cursor = continuationToken === undefined ? undefined : readToken(source.kind, continuationToken, source.parseCursor);
    for (;;) {
      const { items, next, failures = [] } = await source.read(cursor);
      yield next === undefined ? { items, failures } : { items, failures, continuationToken: toToken(source.kind, next) };
      if (next === undefined) return;
      cursor = next;
    }
  }
  async function* iterate(): AsyncGenerator<Item> {
    const failures: Failure[] = [];
    yield* itemsOf(byPage(), (failure) => failures.push(failure));
    if (failures.length > 0) throw new PartialFailureError(failures);
  }
  return { byPage, [Symbol.asyncIterator]: iterate };
};
