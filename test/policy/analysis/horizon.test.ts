import { describe, expect, it } from 'vitest';
import { readHorizon } from '../../../src/policy/analysis/horizon.js';
import { europeanUnion } from '../../../src/policy/packs/law/eu/index.js';
import { InvalidInputError } from 'aftersale';
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

  it('are in order, also where one of them is that of the calendars', () => {
    expect(() => readHorizon([], { from: '2026-11-22', to: '2026-11-21' })).toThrow(InvalidInputError);
    expect(() => readHorizon([europeanUnion], { to: '2023-12-31' })).toThrow(
      'horizon: expected from at or before to, got 2024-01-01 and 2023-12-31',
    );
  });
});
