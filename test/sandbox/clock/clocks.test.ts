import { describe, expect, it } from 'vitest';
import { createOffsetClock, createVirtualClock, SandboxInputError } from '../../../src/sandbox/index.js';

describe('a virtual clock', () => {
  it('stands still until it is advanced', async () => {
    const clock = createVirtualClock({ startAt: '2026-01-01T00:00:00Z', autoAdvance: false });
    let isAwake = false;
    const slept = clock.sleep(1000).then(() => {
      isAwake = true;
    });
    clock.advance(999);
    await new Promise(setImmediate);
    expect(isAwake).toBe(false);
    clock.advance(1);
    await slept;
    expect(clock.now()).toBe(Date.UTC(2026, 0, 1) + 1000);
  });

  it('jumps to the end of a sleep by itself, the shortest first', async () => {
    const clock = createVirtualClock({ startAt: 0 });
    const order: [string, number][] = [];
    await Promise.all([
      clock.sleep(60_000).then(() => order.push(['long', clock.now()])),
      clock.sleep(1000).then(() => order.push(['short', clock.now()])),
      clock.sleep(0).then(() => order.push(['none', clock.now()])),
    ]);
    expect(order).toEqual([
      ['none', 0],
      ['short', 1000],
      ['long', 60_000],
    ]);
  });

  it('ends a sleep with the signal’s own reason', async () => {
    const clock = createVirtualClock({ autoAdvance: false });
    const reason = new Error('enough');
    await expect(clock.sleep(1, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const slept = clock.sleep(1000, controller.signal);
    controller.abort('stop');
    await expect(slept).rejects.toThrow('stop');
  });

  it('refuses to go back, and a time that is none', () => {
    expect(() => createVirtualClock().advance(-1)).toThrow(SandboxInputError);
    expect(() => createVirtualClock().advance(Number.NaN)).toThrow(SandboxInputError);
    expect(() => createVirtualClock({ startAt: 'soon' })).toThrow(/'soon' is not a time/);
  });
});

describe('an offset clock', () => {
  it('is real time and what it was moved by', async () => {
    const clock = createOffsetClock();
    const slept = clock.sleep(3_600_000);
    clock.advance(3_600_000);
    await slept;
    // Read before and after, so that a millisecond that ends between two readings cannot decide the test.
    const earlier = clock.wallNow();
    const moved = clock.now();
    expect(moved).toBeGreaterThanOrEqual(earlier + 3_600_000);
    expect(moved).toBeLessThanOrEqual(clock.wallNow() + 3_600_000);
    await clock.sleep(1);
    await expect(clock.sleep(1000, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(() => clock.advance(-1)).toThrow(SandboxInputError);
  });
});
