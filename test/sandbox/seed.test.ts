import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/sandbox/random.js';
import { connect } from './shopee-client.js';
import { startSandbox } from './with-sandbox.js';

const page = { page_no: 0, page_size: 100 };
const list = '/api/v2/returns/get_return_list';

describe('a seed', () => {
  it('makes the same shop byte by byte, another one another', async () => {
    const texts: string[] = [];
    for (const seed of [7, 7, 8]) texts.push((await connect(await startSandbox({ seed })).get(list, page)).text);
    expect(texts[0]).toBe(texts[1]);
    expect(texts[2]).not.toBe(texts[0]);
  });

  it('gives each case its own number and life', async () => {
    const sandbox = await startSandbox({ seed: { value: 3, cases: 500 } });
    const cases = sandbox.marketplaces.shopee.cases();
    expect(cases).toHaveLength(500 + 10 * 5);
    expect(new Set(cases.map(({ returnSn }) => returnSn)).size).toBe(cases.length);
    for (const { returnSn, orderSn } of cases) {
      expect(returnSn).toMatch(/^\d{6}[\dA-Z]{9}$/);
      expect(orderSn).toMatch(/^\d{6}[\dA-Z]{8}$/);
    }
    expect(cases.some(({ returnSn }) => /^\d{15}$/.test(returnSn))).toBe(true);
    expect(cases.map(({ updatedAt }) => Date.parse(updatedAt)).every((time) => time <= sandbox.clock.now())).toBe(true);
  });

  it('keeps the first cases as they are when more are asked for', async () => {
    const [few, many] = [await startSandbox({ seed: { cases: 20 } }), await startSandbox({ seed: { cases: 50 } })];
    const all = new Set(many.marketplaces.shopee.cases().map((found) => JSON.stringify(found)));
    for (const found of few.marketplaces.shopee.cases()) expect(all).toContain(JSON.stringify(found));
  });

  it('fills ten thousand cases into pages that hold each one once', async () => {
    const sandbox = await startSandbox({ seed: { cases: 10_000 } });
    const client = connect(sandbox);
    const seen = new Set<string>();
    for (let pageNo = 0, more = true; more; pageNo += 1) {
      const { response } = (await client.get(list, { page_no: pageNo, page_size: 100 })).body;
      const rows: readonly { readonly return_sn: string }[] = response.return;
      for (const row of rows) seen.add(row.return_sn);
      more = response.more;
    }
    expect(seen.size).toBe(10_000);
  }, 60_000);

  it.each([{ cases: -1 }, { cases: 1.5 }, { value: Number.NaN }])('%j is refused', async (seed) => {
    await expect(startSandbox({ seed })).rejects.toThrow(/seed/);
  });
});

describe('random numbers', () => {
  it('repeat for the same keys, stay in their bounds and spread', () => {
    const [first, same, other] = [createRandom('a', 1), createRandom('a', 1), createRandom('a', 2)];
    const draws = Array.from({ length: 1000 }, () => first.integer(3, 7));
    expect(draws).toEqual(Array.from({ length: 1000 }, () => same.integer(3, 7)));
    expect(draws).not.toEqual(Array.from({ length: 1000 }, () => other.integer(3, 7)));
    expect(new Set(draws)).toEqual(new Set([3, 4, 5, 6, 7]));
  });
});
