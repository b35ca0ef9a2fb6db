import { describe, expect, it } from 'vitest';
import type { AnalysisFinding } from 'aftersale/policy/analysis';
import { overviewOf } from '../../../src/cli/policy/check/overview.js';
import { heaviestFirst } from '../../../src/cli/policy/check/weigh.js';
import { reportAsJson } from '../../../src/cli/reporters/json.js';

const witness: AnalysisFinding['witness'] = {
  facts: {
    buyer: { country: 'DE' },
    order: {},
    item: { price: { minor: 1, currency: 'EUR' }, quantity: 1, quantityOrdered: 1 },
    reason: 'no-reason',
  },
  at: '2026-11-22',
  says: 'no',
  demands: 'yes',
  because: [],
};

const finding = (region: string, more: Partial<AnalysisFinding> = {}): AnalysisFinding => ({
  code: 'floor',
  severity: 'error',
  document: 'house',
  rule: 'one',
  countries: ['DE'],
  region,
  message: region,
  witness,
  ...more,
});

describe('the order of what a check found', () => {
  const inOrder = (...findings: readonly AnalysisFinding[]): readonly string[] =>
    heaviestFirst(findings).map(({ region }) => region);

  it('is the most serious first, then the widest', () => {
    expect(
      inOrder(
        finding('a note', { severity: 'note', countries: [] }),
        finding('one country'),
        finding('a warning everywhere', { severity: 'warning', countries: [] }),
        finding('two sites', { countries: [], soldOn: ['amazon:DE', 'amazon:FR'] }),
        finding('everywhere', { countries: [], soldOn: [] }),
        finding('three countries', { countries: ['DE', 'FR', 'IT'] }),
      ),
    ).toEqual(['everywhere', 'three countries', 'two sites', 'one country', 'a warning everywhere', 'a note']);
  });

  it('keeps what is wrong with one rule together, the rule with the widest first', () => {
    expect(
      inOrder(
        finding('one, narrow'),
        finding('two, narrow', { rule: 'two' }),
        finding('two, wide', { rule: 'two', countries: ['DE', 'FR'] }),
        finding('one, narrower still', { witness: null }),
      ),
    ).toEqual(['two, wide', 'two, narrow', 'one, narrow', 'one, narrower still']);
  });
});

describe('the overview of what a check found', () => {
  const many = (count: number, more: Partial<AnalysisFinding>): readonly AnalysisFinding[] =>
    Array.from({ length: count }, (_, index) => finding(String(index), more));

  it('tells many findings rule by rule', () => {
    const findings = [
      ...many(1, { code: 'gap', document: '', rule: null }),
      ...many(3, { rule: 'two', part: 'refund' }),
      ...many(2, { part: 'return' }),
      ...many(5, { part: 'verdict' }),
      ...many(1, { rule: 'promises.refund' }),
    ];
    expect(overviewOf(findings)).toEqual([
      '12 findings about 3 rules:',
      '  house/one: refusals 5, who pays the way back 2',
      '  house/two: how much comes back 3',
      '  all documents together: gap 1',
      '  house/promises.refund: promised deadlines 1',
    ]);
  });

  it('is not there for few, and never in a report for programs', () => {
    expect(overviewOf(many(9, {}))).toEqual([]);
    expect(
      reportAsJson({ command: 'policy check', subjects: [], findings: [], notes: [], overview: ['12 findings'] }),
    ).not.toContain('overview');
  });
});
