import { describe, expect, test } from 'vitest';
import { createPages, PartialFailureError, UnavailableError, type Page } from 'aftersale';

const numbers = (reads: number[] = []) =>
  createPages<number, number>({
    kind: 'numbers',
    read: async (cursor = 0) => {
      reads.push(cursor);
      const items = cursor === 1 ? [] : [cursor * 10, cursor * 10 + 1];
      return cursor === 3 ? { items } : { items, next: cursor + 1 };
    },
    parseCursor: (value) => (typeof value === 'number' ? value : undefined),
  });

const all = async <Item>(source: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
};

describe('pages', () => {
  test('reads nothing before the first item is asked for, and no page ahead', async () => {
    const reads: number[] = [];
    const pages = numbers(reads);
    expect(reads).toEqual([]);
    for await (const item of pages) {
      expect(item).toBe(0);
      break;
    }
    expect(reads).toEqual([0]);
  });

  test('an empty page is not the end', async () => {
    expect(await all(numbers())).toEqual([0, 1, 20, 21, 30, 31]);
  });

  test('a token resumes after its page, and only the last page has none', async () => {
    const pages: Page<number>[] = await all(numbers().byPage());
    expect(pages.map(({ continuationToken }) => continuationToken !== undefined)).toEqual([true, true, true, false]);
    const token = pages[1]!.continuationToken!;
    const rest = await all(numbers().byPage({ continuationToken: token }));
    expect(rest.flatMap(({ items }) => items)).toEqual([20, 21, 30, 31]);
  });

  test.each([
    '',
    'garbage',
    '%E0%A4%A',
    encodeURIComponent(JSON.stringify([2, 'numbers', 1])),
    encodeURIComponent(JSON.stringify([1, 'others', 1])),
    encodeURIComponent(JSON.stringify([1, 'numbers', 'x'])),
  ])('a token that is not of this list and version is refused: %j', async (continuationToken) => {
    await expect(all(numbers().byPage({ continuationToken }))).rejects.toThrow('continuation token');
  });

  test('an item with an id that stands on two pages is told once, and on both pages', async () => {
    const shifting = createPages<{ id: string; read: number }, number>({
      kind: 'shifting',
      read: async (cursor = 0) => ({
        items: [`a${cursor}`, 'b', `a${cursor + 1}`].map((id) => ({ id, read: cursor })),
        ...(cursor < 2 ? { next: cursor + 1 } : {}),
      }),
      parseCursor: () => undefined,
    });
    expect((await all(shifting)).map(({ id, read }) => `${id} ${read}`)).toEqual(['a0 0', 'b 0', 'a1 0', 'a2 1', 'a3 2']);
    expect((await all(shifting.byPage())).map(({ items }) => items.length)).toEqual([3, 3, 3]);
  });

  test('failures arrive beside the items, and plain iteration ends in them after the last item', async () => {
    const error = new UnavailableError('down');
    const pages = createPages<string, number>({
      kind: 'failing',
      read: async (cursor = 0) => (cursor === 0 ? { items: ['a'], failures: [{ error }], next: 1 } : { items: ['b'] }),
      parseCursor: () => undefined,
    });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const item of pages) seen.push(item);
    })();
    await expect(reading).rejects.toSatisfy(PartialFailureError.isInstance);
    expect(seen).toEqual(['a', 'b']);
  });
});
