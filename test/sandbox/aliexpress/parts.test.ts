import { describe, expect, it } from 'vitest';
import { fromMajorText, toMajorText } from '../../../src/sandbox/aliexpress/currencies.js';
import { parseLossless } from '../../../src/sandbox/aliexpress/lossless-json.js';
import { fromPacificText, toPacificText } from '../../../src/sandbox/aliexpress/pacific-time.js';
import { connect, startAliExpress } from '../aliexpress-client.js';

const seconds = (instant: string): number => Date.parse(instant) / 1000;

describe('times of Los Angeles', () => {
  it.each([
    ['2026-07-01T07:00:00Z', '2026-07-01 00:00:00'],
    ['2026-12-31T23:59:59Z', '2026-12-31 15:59:59'],
    ['2026-03-08T09:59:59Z', '2026-03-08 01:59:59'],
    ['2026-03-08T10:00:00Z', '2026-03-08 03:00:00'],
    ['2026-11-01T08:30:00Z', '2026-11-01 01:30:00'],
    ['2026-11-01T09:30:00Z', '2026-11-01 01:30:00'],
  ])('%s is %s there', (instant, text) => {
    expect(toPacificText(seconds(instant))).toBe(text);
  });

  it('read back: twice the same hour is its first, the hour left out is none', () => {
    expect(fromPacificText('2026-11-01 01:30:00')).toBe(seconds('2026-11-01T08:30:00Z'));
    expect(fromPacificText('2026-03-08 02:30:00')).toBeUndefined();
    expect(fromPacificText('2026-02-30 00:00:00')).toBeUndefined();
    expect(fromPacificText('2026-03-08T01:30:00')).toBeUndefined();
  });
});

describe('the JSON of parameters', () => {
  it('keeps long whole numbers as their digits, and nothing else as text', () => {
    expect(
      parseLossless('{"id":9410000300001473,"n":1.5,"t":"see 9410000300001473 \\" 12","l":[-9410000300001473,1e20]}'),
    ).toEqual({
      id: '9410000300001473',
      n: 1.5,
      t: 'see 9410000300001473 " 12',
      l: ['-9410000300001473', 1e20],
    });
    expect(parseLossless('{')).toBeUndefined();
  });
});

describe('amounts', () => {
  it.each([
    ['15.50', 'USD', 1550],
    ['15.5', 'EUR', 1550],
    ['0', 'BRL', 0],
    ['1380', 'KRW', 1380],
    ['1380.00', 'KRW', 1380],
  ])('%s %s is %i in the smallest unit', (text, currency, minor) => {
    expect(fromMajorText(text, currency)).toBe(minor);
  });

  it.each([
    ['15.505', 'USD'],
    ['1380.5', 'KRW'],
    ['1e3', 'USD'],
    ['', 'USD'],
    ['-1', 'USD'],
  ])('%s %s is none', (text, currency) => {
    expect(fromMajorText(text, currency)).toBeUndefined();
  });

  it('are written with the digits of their currency', () => {
    expect([toMajorText(5, 'USD'), toMajorText(0, 'EUR'), toMajorText(1380, 'JPY')]).toEqual(['0.05', '0.00', '1380']);
  });
});

describe('a seed', () => {
  it('makes the same sellers byte by byte, another one others', async () => {
    const texts: string[] = [];
    for (const seed of [7, 7, 8]) {
      const sandbox = await startAliExpress({ seed });
      const query = { query_dto: '{"current_page":1,"page_size":50,"issue_status":"processing"}' };
      texts.push((await connect(sandbox).call('aliexpress.issue.issuelist.get', query)).text);
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[2]).not.toBe(texts[0]);
  });

  it('gives each issue its own numbers and a life that began before the sandbox', async () => {
    const sandbox = await startAliExpress({ seed: { value: 3, cases: 500 } });
    const cases = sandbox.marketplaces.aliexpress.cases();
    expect(cases).toHaveLength(505);
    const numbers = cases.flatMap(({ issueId, orderId, solutions }) => [
      issueId,
      orderId,
      ...solutions.map(({ solutionId }) => solutionId).filter((id) => id !== '-2'),
    ]);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^\d{16}$/);
    expect(cases.every(({ updatedAt }) => Date.parse(updatedAt) <= sandbox.clock.now())).toBe(true);
  });

  it('keeps the first issues as they are when more are asked for', async () => {
    const [few, many] = [await startAliExpress({ seed: { cases: 20 } }), await startAliExpress({ seed: { cases: 50 } })];
    const all = new Set(many.marketplaces.aliexpress.cases().map((found) => JSON.stringify(found)));
    for (const found of few.marketplaces.aliexpress.cases()) expect(all).toContain(JSON.stringify(found));
  });
});
