import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createDriftReporter, type Drift } from '../../src/transport/drift.js';
import { setUp } from './support/set-up.js';
import { ok, readCase, scriptedHttp } from './support/test-marketplace.js';

const collect = () => {
  const seen: Drift[] = [];
  return { seen, reporter: createDriftReporter('test', (drift) => seen.push(drift)) };
};

describe('a drift', () => {
  it('is reported once per path, whatever the position in a list', () => {
    const { seen, reporter } = collect();
    for (const path of ['return.0.status', 'return.1.status'])
      reporter.report({ operation: 'list', kind: 'unknown-word', path, word: 'NEW_WORD' });
    reporter.report({ operation: 'list', kind: 'unknown-word', path: 'return.0.reason', word: 'ODD' });
    expect(seen.map(({ path }) => path)).toEqual(['return.*.status', 'return.*.reason']);
  });

  it('shows a word of the marketplace, never a person’s text', () => {
    const { seen, reporter } = collect();
    reporter.report({ operation: 'get', kind: 'unknown-word', path: 'a', word: 'SELLER_WON' });
    reporter.report({ operation: 'get', kind: 'unknown-word', path: 'b', word: 'Anna wrote this' });
    expect(seen.map(({ word }) => word)).toEqual(['SELLER_WON', undefined]);
  });

  it('cannot fail the read through its listener', () => {
    const reporter = createDriftReporter('test', () => {
      throw new Error('listener');
    });
    expect(() => reporter.report({ operation: 'get', kind: 'unknown-word', path: 'a' })).not.toThrow();
  });
});

describe('a field in an unexpected shape', () => {
  const loose = {
    ...readCase,
    response: z.object({ id: z.string(), items: z.array(z.object({ sku: z.string(), note: z.string().nullish() })).nullish() }),
    parse: (wire: object) => wire,
  };

  it('is dropped and reported while the rest is read', async () => {
    const seen: Drift[] = [];
    const { transport } = setUp({
      httpClient: scriptedHttp(
        ok({
          id: 'r1',
          items: [
            { sku: 'a', note: 5 },
            { sku: 'b', note: {} },
          ],
        }),
      ),
      onDrift: (drift) => seen.push(drift),
    });
    await expect(transport.send(loose, 'r1')).resolves.toEqual({ id: 'r1', items: [{ sku: 'a' }, { sku: 'b' }] });
    expect(seen).toEqual([{ marketplace: 'test', operation: 'cases.get', kind: 'unexpected-shape', path: 'items.*.note' }]);
  });

  it('fails the read when the rest makes no sense without it', async () => {
    const seen: Drift[] = [];
    const { transport } = setUp({
      httpClient: scriptedHttp(ok({ id: 'r1', items: [{ sku: 5 }] })),
      onDrift: (drift) => seen.push(drift),
    });
    await expect(transport.send(loose, 'r1')).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      issues: [{ path: 'items.0.sku', message: 'expected string' }],
    });
    expect(seen).toEqual([]);
  });

  const lists = {
    ...readCase,
    response: z.object({
      image: z.array(z.string()).nullish(),
      video: z.array(z.object({ url: z.string().nullish(), tags: z.array(z.string()).nullish() })).nullish(),
    }),
    parse: (wire: object) => wire,
  };

  it.each([
    [{ image: [null] }, { image: [] }, ['image.*']],
    [{ image: [{ url: 'a' }, 'b', null, 'c'] }, { image: ['b', 'c'] }, ['image.*']],
    [{ video: [null] }, { video: [] }, ['video.*']],
    [
      { video: [null, { url: 5, tags: [null, 'x', 7] }, 'odd', { url: 'y' }] },
      { video: [{ tags: ['x'] }, { url: 'y' }] },
      ['video.*', 'video.*.url', 'video.*.tags.*'],
    ],
  ])('in a list is dropped without the list: %j', async (data, expected, paths) => {
    const seen: Drift[] = [];
    const { transport } = setUp({ httpClient: scriptedHttp(ok(data)), onDrift: (drift) => seen.push(drift) });
    await expect(transport.send(lists, 'r1')).resolves.toEqual(expected);
    expect(seen.map(({ path }) => path)).toEqual(paths);
  });
});
