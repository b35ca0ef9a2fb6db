import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../src/testing/fake-clock.js';
import { createQuotas, type QuotaPolicy } from '../../src/transport/quota.js';
import { TokenBucket } from '../../src/transport/token-bucket.js';
import { setUp, start } from './support/set-up.js';
import { json, ok, readCase, scriptedHttp } from './support/test-marketplace.js';

const key = 'cases.get';

describe('a bucket', () => {
  it('never lets more through than its burst and what has flowed in since', () => {
    const step = fc.record({ passInMs: fc.nat(2000), weight: fc.integer({ min: 1, max: 5 }) });
    const rates = fc.record({
      ratePerSecond: fc.double({ min: 0.1, max: 100, noNaN: true }),
      burst: fc.integer({ min: 5, max: 50 }),
    });
    fc.assert(
      fc.property(rates, fc.array(step, { maxLength: 60 }), (rate, steps) => {
        const bucket = new TokenBucket(rate, 0);
        let now = 0;
        let taken = 0;
        for (const { passInMs, weight } of steps) {
          now += passInMs;
          if (bucket.take(weight, now) === 0) taken += weight;
          expect(taken).toBeLessThanOrEqual(rate.burst + (now / 1000) * rate.ratePerSecond + 1e-6);
        }
      }),
    );
  });

  it('gives what it said after the wait it said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0.1, max: 100, noNaN: true }), (weight, ratePerSecond) => {
        const bucket = new TokenBucket({ ratePerSecond, burst: 10 }, 0);
        bucket.take(10, 0);
        const wait = bucket.take(weight, 0);
        expect(bucket.take(weight, wait)).toBe(0);
      }),
    );
  });

  const tenASecond = { ratePerSecond: 10, burst: 5 };
  const refusedAt = (sentAtInMs: number) => ({ retryAfterInMs: 0, sentAtInMs });

  it('is emptied by one refusal, and as fast as before', () => {
    const bucket = new TokenBucket(tenASecond, 0);
    bucket.throttle(refusedAt(0), 10);
    expect(bucket.take(1, 10)).toBe(100);
  });

  it('runs at half the speed with each further refusal, and is back in a minute', () => {
    const bucket = new TokenBucket(tenASecond, 0);
    bucket.throttle(refusedAt(0), 10);
    bucket.throttle(refusedAt(20), 20);
    expect(bucket.take(1, 20)).toBe(200);
    bucket.throttle(refusedAt(900), 900);
    expect(bucket.take(1, 900)).toBeLessThanOrEqual(200);
    bucket.throttle(refusedAt(1100), 1100);
    expect(bucket.take(1, 1100)).toBeGreaterThan(350);
    for (let now = 2200; now < 12_000; now += 1100) bucket.throttle(refusedAt(now), now);
    expect(bucket.take(1, 11_000)).toBeGreaterThan(3000);
    bucket.take(5, 72_000);
    expect(bucket.take(1, 72_000)).toBe(100);
  });

  it('takes a volley that was refused as a whole for one refusal', () => {
    const bucket = new TokenBucket(tenASecond, 0);
    for (const now of [10, 11, 12, 13]) bucket.throttle(refusedAt(0), now);
    expect(bucket.take(1, 13)).toBeLessThanOrEqual(100);
  });

  it('keeps its speed where one call in thirty is refused, and loses it where one in three is', () => {
    const speedWith = (refusedEach: number): number => {
      const bucket = new TokenBucket(tenASecond, 0);
      for (let call = 1; call <= 300; call += 1) {
        const now = call * 100;
        if (call % refusedEach === 0) bucket.throttle(refusedAt(now), now);
        else bucket.accept();
      }
      return bucket.take(1, 30_000);
    };
    expect(speedWith(30)).toBe(100);
    expect(speedWith(3)).toBeGreaterThan(400);
  });

  it('asks again at the full rate where refusals are minutes apart', () => {
    const bucket = new TokenBucket(tenASecond, 0);
    for (const now of [0, 61_000, 122_000]) bucket.throttle(refusedAt(now), now);
    expect(bucket.take(1, 122_000)).toBe(100);
  });
});

describe('quotas', () => {
  const open = (policy: QuotaPolicy) => {
    const clock = createFakeClock({ startAt: start });
    return { clock, quotas: createQuotas(policy, clock) };
  };
  const slow = { rates: { [key]: { ratePerSecond: 1, burst: 1 } } };

  it('serve in the order of asking, also when one in the middle leaves', async () => {
    const { clock, quotas } = open(slow);
    const served: string[] = [];
    const controller = new AbortController();
    const ask = (name: string, signal?: AbortSignal) =>
      Promise.resolve(quotas.take({ key }, signal)).then(() => served.push(name));
    const asked = [ask('a'), ask('b'), ask('c', controller.signal).catch(() => served.push('c left')), ask('d')];
    await clock.advance(0);
    controller.abort();
    await clock.advance(1000);
    expect(served).toEqual(['a', 'c left', 'b']);
    await clock.advance(1000);
    await Promise.all(asked);
    expect(served).toEqual(['a', 'c left', 'b', 'd']);
  });

  it('do not let a light call overtake a heavy one', async () => {
    const { clock, quotas } = open({ rates: { [key]: { ratePerSecond: 1, burst: 5 } } });
    const served: string[] = [];
    await quotas.take({ key, weight: 5 });
    const heavy = Promise.resolve(quotas.take({ key, weight: 5 })).then(() => served.push('heavy'));
    const light = Promise.resolve(quotas.take({ key, weight: 1 })).then(() => served.push('light'));
    await clock.advance(4000);
    expect(served).toEqual([]);
    await clock.advance(2000);
    await Promise.all([heavy, light]);
    expect(served).toEqual(['heavy', 'light']);
  });

  it('keep keys apart', async () => {
    const { quotas } = open(slow);
    await quotas.take({ key });
    expect(quotas.take({ key: 'other' })).toBeUndefined();
  });

  it('learn the rate that the marketplace states', async () => {
    const http = scriptedHttp(json({ error: '', data: { id: 'r1' } }, 200, { 'x-amzn-ratelimit-limit': '0.5' }), ok());
    const learn: QuotaPolicy['learn'] = ({ headers }) => {
      const stated = headers['x-amzn-ratelimit-limit'];
      return stated === undefined ? undefined : { ratePerSecond: Number(stated) };
    };
    const { transport, clock } = setUp({
      httpClient: http,
      quotas: { rates: { [key]: { ratePerSecond: 100, burst: 1 } }, learn },
    });
    await transport.send(readCase, 'r1');
    await transport.send(readCase, 'r2');
    expect(clock.now() - start).toBe(2000);
  });

  it('let those who already wait go when the marketplace asks for hours of silence', async () => {
    const clock = createFakeClock({ startAt: start });
    const http = scriptedHttp(json({ error: 'too_fast' }, 429, { 'retry-after': '36000' }), ok());
    const { transport } = setUp({ httpClient: http, clock, quotas: slow });
    const outcomes = ['r1', 'r2', 'r3'].map((id) => transport.send(readCase, id).catch((error: unknown) => error));
    await clock.advance(60_000);
    expect(clock.sleeping()).toBe(0);
    await expect(Promise.all(outcomes)).resolves.toEqual([
      expect.objectContaining({ name: 'RateLimitError' }),
      expect.objectContaining({ name: 'RateLimitError', operation: 'cases.get', retryAfterInMs: 35_999_000 }),
      expect.objectContaining({ name: 'RateLimitError', operation: 'cases.get', retryAfterInMs: 35_999_000 }),
    ]);
    expect(http.sent).toHaveLength(1);
  });

  it('sleep in pieces that a timer can hold', async () => {
    const clock = createFakeClock({ startAt: start, autoAdvance: true });
    const sleeps: number[] = [];
    const sleep: typeof clock.sleep = (ms, signal) => {
      sleeps.push(ms);
      return clock.sleep(ms, signal);
    };
    const quotas = createQuotas({ otherwise: { ratePerSecond: 0.01, burst: 1 } }, { now: clock.now, sleep });
    await quotas.take({ key });
    await quotas.take({ key });
    expect(sleeps).toEqual([60_000, 40_000]);
  });
});
