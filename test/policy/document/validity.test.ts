import { compilePolicy, definePolicy, PolicyDocumentError } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';

const problemsOf = (document: Parameters<typeof compilePolicy>[0][number]): PolicyDocumentError['problems'] => {
  try {
    compilePolicy([document], { packs: [] });
    return [];
  } catch (error) {
    if (!PolicyDocumentError.isInstance(error)) throw error;
    return error.problems;
  }
};

describe('the days a document is valid', () => {
  it('refuses a rule outside of them instead of applying it to every case', () => {
    const document = definePolicy({
      aftersale: 'policy/v1',
      id: 'house',
      valid: { from: '2026-01-01' },
      rules: [{ id: 'old', when: { placed: { to: '2025-12-31' }, category: 'electronics' }, exclude: 'old-stock' }],
    });
    expect(problemsOf(document)).toMatchObject([{ code: 'unreachable-rule', path: 'rules.0.when' }]);
  });

  it('refuses days that end before they begin', () => {
    const document = definePolicy({
      aftersale: 'policy/v1',
      id: 'house',
      valid: { from: '2026-12-31', to: '2026-01-01' },
      rules: [{ id: 'returns', window: { days: 30, from: 'delivered' } }],
    });
    expect(problemsOf(document)).toMatchObject([{ code: 'contradiction', path: 'valid' }]);
  });
});
