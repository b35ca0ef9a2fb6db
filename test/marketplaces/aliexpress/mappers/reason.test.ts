import { describe, expect, it } from 'vitest';
import { createKnownReasons, toReason } from '../../../../src/marketplaces/aliexpress/mappers/reason.js';

describe('a reason', () => {
  it.each([
    [{ id: 115, texts: [null] }, 'not-received', '115'],
    [{ texts: ['Not receive good', '未收到货'] }, 'not-received', 'Not receive good'],
    [{ texts: [undefined, '未收到货'] }, 'not-received', '未收到货'],
    [{ id: 7, texts: ['Quality problems'] }, 'unknown', 'Quality problems'],
    [{ texts: [] }, 'unknown', ''],
  ] as const)('%j is %s', (wire, unified, raw) => {
    expect(toReason(wire, createKnownReasons())).toEqual({ unified, raw });
  });

  it('means what the seller has learnt, by text or by number', () => {
    const known = createKnownReasons({ 'quality PROBLEMS': 'defective', '7': 'counterfeit' });
    expect(toReason({ texts: ['Quality problems '] }, known).unified).toBe('defective');
    expect(toReason({ id: '7', texts: ['Fake'] }, known)).toEqual({ unified: 'counterfeit', raw: 'Fake' });
    expect(toReason({ texts: ['toString'] }, known).unified).toBe('unknown');
  });
});
