import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../src/testing/index.js';
import { toInstant } from '../../src/core/time.js';

describe('the fake clock', () => {
  it('begins where it is told and stands still', async () => {
    const clock = createFakeClock({ startAt: '2026-03-01T08:00:00+08:00' });
    const before = clock.now();
    await new Promise((resolve) => setImmediate(resolve));
    expect([before, clock.now()]).toEqual([Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 1)]);
    expect(createFakeClock().now()).toBe(Date.UTC(2026, 0, 1));
  });

  it('wakes each sleeper at its own moment, the earliest first, and those they start', async () => {
    const clock = createFakeClock({ startAt: 0 });
    const seen: string[] = [];
    const poll = async (): Promise<void> => {
      for (let round = 0; round < 3; round += 1) {
        await clock.sleep(10);
        seen.push(`poll ${String(clock.now())}`);
      }
    };
    void poll();
    void clock.sleep(15).then(() => seen.push(`once ${String(clock.now())}`));
    await clock.advance(29);
    expect(seen).toEqual(['poll 10', 'once 15', 'poll 20']);
    expect([clock.now(), clock.sleeping()]).toEqual([29, 1]);
    await clock.advanceTo(toInstant(30));
    expect(seen.at(-1)).toBe('poll 30');
    expect(clock.sleeping()).toBe(0);
  });

  it('ends a sleep with the reason of the signal, now or later', async () => {
    const clock = createFakeClock();
    const control = new AbortController();
    const nap = clock.sleep(1000, control.signal);
    control.abort(new Error('enough'));
    await expect(nap).rejects.toThrow('enough');
    await expect(clock.sleep(1000, control.signal)).rejects.toThrow('enough');
    expect(clock.sleeping()).toBe(0);
  });

  it('moves by itself when asked to', async () => {
    const clock = createFakeClock({ startAt: 0, autoAdvance: true });
    await clock.sleep(60_000);
    await clock.sleep(5);
    expect(clock.now()).toBe(60_005);
  });

  it('does not wait for a sleep of no length, and never goes back', async () => {
    const clock = createFakeClock({ startAt: 100 });
    await clock.sleep(0);
    await clock.advanceTo(toInstant(50));
    expect(clock.now()).toBe(100);
    expect(() => clock.advance(-1)).toThrow(/only goes forward/);
    expect(() => clock.advance(Number.NaN)).toThrow(/only goes forward/);
  });
});
