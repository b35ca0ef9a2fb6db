import { describe, expect, it } from 'vitest';
import { readHorizon } from '../../../src/policy/analysis/horizon.js';
import { europeanUnion } from '../../../src/policy/packs/law/eu/index.js';
import { loadPacks } from 'aftersale/policy';

describe('the days an analysis looks at', () => {
  it('are the years that the calendars carry', async () => {
    expect(readHorizon(await loadPacks({ countries: ['DE'] }))).toEqual({ from: '2020-01-01', to: '2032-12-31' });
    expect(readHorizon([europeanUnion])).toEqual({ from: '2024-01-01', to: '2030-12-31' });
  });

  it('begin and end where it is told, each for itself', () => {
    expect(readHorizon([], { from: '2026-11-22' })).toEqual({ from: '2026-11-22', to: '2030-12-31' });
    expect(readHorizon([], { to: '2026-11-22' })).toEqual({ from: '2024-01-01', to: '2026-11-22' });
    expect(readHorizon([], { from: '2026-11-22', to: '2026-11-22' })).toEqual({ from: '2026-11-22', to: '2026-11-22' });
  });

  it('go to the end of the next year behind the calendars, whose end is then a finding', () => {
    expect(readHorizon([], { from: '2033-02-01' })).toEqual({ from: '2033-02-01', to: '2034-12-31' });
  });

  it.each([
    { from: '2026-11-22', to: '2026-11-21' },
    { from: '2026-02-30', to: '2026-11-21' },
    { from: 'soon', to: '2026-11-21' },
  ])('are two days in order: not $from to $to', (told) => {
    expect(() => readHorizon([], told)).toThrow(/a horizon is two calendar days/);
  });
});
