import { compilePolicy, decide, type PolicyDocument, type ReturnDecision } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { at, factsWith, plainFacts } from './sample-facts.js';

const window = { days: 30, from: 'delivered' as const };
const document = (id: string, parts: Partial<PolicyDocument>): PolicyDocument => ({
  aftersale: 'policy/v1',
  id,
  rules: [{ id: `${id}-returns`, window }],
  ...parts,
});

const ask = (documents: readonly PolicyDocument[], facts: typeof plainFacts): ReturnDecision =>
  decide(compilePolicy(documents, { packs: [] }), facts, at);

describe('an unknown fact takes only values it can have', () => {
  it('one of two versions of a document is in force on every day', () => {
    const { placedAt: _placedAt, ...order } = plainFacts.order;
    const versions = [document('old', { valid: { to: '2025-12-31' } }), document('new', { valid: { from: '2026-01-01' } })];
    const decision = ask(versions, { ...plainFacts, order });
    expect(decision).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-12-02', mayExtendTo: null } });
  });

  it('one of two price rules applies to every price', () => {
    const rules = [
      { id: 'cheap', when: { price: { to: '20.00 EUR' } }, window },
      { id: 'dear', when: { price: { from: '20.01 EUR' } }, window },
    ];
    const decision = ask([document('house', { rules })], factsWith({ item: { price: { minor: 8000, currency: 'USD' } } }));
    expect(decision).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-12-02' } });
  });
});
