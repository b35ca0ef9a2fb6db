import { describe, expect, it } from 'vitest';
import { compilePolicy, decide } from 'aftersale/policy';
import { decisionDifferences, expectDecision } from 'aftersale/testing';

const decision = decide(
  compilePolicy([]),
  { buyer: { country: 'SG' }, order: {}, item: { price: { minor: 100, currency: 'SGD' }, quantity: 1 }, reason: 'defective' },
  { at: '2026-11-02' },
);

describe('expectDecision', () => {
  it('looks only at what is expected', () => {
    expect(() => expectDecision(decision, { verdict: decision.verdict, pays: { return: decision.pays.return } })).not.toThrow();
    expect(() => expectDecision(decision, {})).not.toThrow();
  });

  it('names every path that differs', () => {
    expect(() => expectDecision(decision, { verdict: 'eligible', refund: { form: 'exchange' } })).toThrow(
      /^verdict is "[a-z-]+", expected "eligible"\nrefund\.form is "[a-z-]+", expected "exchange"$/,
    );
  });

  it('compares lists whole, and does not take what is missing for null', () => {
    expect(decisionDifferences({ rights: [{ id: 'a' }, { id: 'b' }] }, { rights: [{ id: 'a' }] })).toEqual([
      { path: 'rights.length', expected: 1, actual: 2 },
    ]);
    expect(decisionDifferences({}, { window: null })).toEqual([{ path: 'window', expected: null, actual: undefined }]);
    expect(decisionDifferences('text', { a: 1 })).toHaveLength(1);
    expect(decisionDifferences(null, [1])).toHaveLength(1);
  });
});
