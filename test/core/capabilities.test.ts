import { describe, expect, test } from 'vitest';
import {
  capabilitiesOf,
  operationNames,
  requireOperation,
  supports,
  UnsupportedOperationError,
  writeOperations,
  type MarketplaceAdapter,
} from 'aftersale';
import { absence, createScriptedAdapter } from './scripted-adapter.js';
import { createManualClock } from './manual-clock.js';

const adapter: MarketplaceAdapter = createScriptedAdapter({ clock: createManualClock().clock, cases: new Map() });

describe('the methods present are the capability table', () => {
  test('for every operation there is either a method or a reason', () => {
    const table = capabilitiesOf(adapter);
    expect(Object.keys(table)).toEqual([...operationNames]);
    expect(operationNames.filter((name) => table[name].supported)).toEqual(['list', 'get']);
    expect(table.reject).toEqual({ supported: false, ...absence });
  });

  test('writes are a part of the operations', () => {
    expect(writeOperations.filter((name) => !operationNames.includes(name))).toEqual([]);
  });

  test('an adapter that hides an operation without a reason is still told apart', () => {
    const silent: MarketplaceAdapter = { ...adapter, absent: {} };
    expect(capabilitiesOf(silent).offer).toEqual({ supported: false, reason: 'the adapter does not say', documentation: '' });
    expect(() => requireOperation(silent, 'offer')).toThrow('the adapter does not offer it');
  });

  test('supports narrows and requireOperation throws with the reason', () => {
    expect(supports(adapter, 'get')).toBe(true);
    expect(supports(adapter, 'reject')).toBe(false);
    expect(requireOperation(adapter, 'get')).toBe(adapter.cases.get);
    expect(() => requireOperation(adapter, 'reject')).toThrow(UnsupportedOperationError);
    expect(() => requireOperation(adapter, 'reject')).toThrow(
      'scripted does not support reject: a script only reads See https://example.com/script',
    );
  });
});
