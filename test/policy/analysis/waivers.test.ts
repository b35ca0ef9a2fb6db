import { describe, expect, it } from 'vitest';
import { applyWaivers } from '../../../src/policy/analysis/waivers.js';
import type { AnalysisCode, AnalysisFinding } from '../../../src/policy/analysis/finding.js';
import type { PolicyWaiver } from '../../../src/policy/document/schema.js';
import { readDocument } from '../../../src/policy/document/read-document.js';
import { waivableFindings } from '../../../src/policy/document/words.js';
import { PolicyDocumentError } from '../../../src/policy/document/errors.js';

const finding = (change: Partial<AnalysisFinding> = {}): AnalysisFinding => ({
  code: 'floor',
  severity: 'error',
  document: 'house',
  rule: 'change-of-mind',
  countries: ['TW'],
  region: 'TW, day 8',
  message: 'Less than the law.',
  witness: null,
  ...change,
});

const waiver = (change: Partial<PolicyWaiver> = {}): PolicyWaiver => ({ finding: 'floor', reason: 'known', ...change });

const settings = { at: '2026-11-22', isComplete: true };

const apply = (
  findings: readonly AnalysisFinding[],
  waive: PolicyWaiver[],
  change: Partial<typeof settings> = {},
): ReturnType<typeof applyWaivers> => applyWaivers(findings, [{ id: 'house', waive }], { ...settings, ...change });

describe('waivers', () => {
  it('accept what they name, and nothing else', () => {
    const named = { rule: 'change-of-mind', country: ['TW'] };
    const { open, waived, aboutWaivers } = apply(
      [finding(), finding({ rule: 'faulty' }), finding({ countries: ['DE'] }), finding({ code: 'gap' })],
      [waiver(named)],
    );
    expect(waived).toEqual([{ finding: finding(), waivers: [waiver(named)] }]);
    expect(open).toEqual([finding({ rule: 'faulty' }), finding({ countries: ['DE'] }), finding({ code: 'gap' })]);
    expect(aboutWaivers).toEqual([]);
  });

  it('reach no finding of another document', () => {
    expect(apply([finding({ document: 'other' })], [waiver()]).open).toHaveLength(1);
    expect(apply([finding({ document: '' })], [waiver()]).waived).toHaveLength(1);
  });

  it('without a country cover every country; with one, a finding about every country stays', () => {
    expect(apply([finding({ countries: [] })], [waiver()]).waived).toHaveLength(1);
    expect(apply([finding({ countries: [] })], [waiver({ country: 'TW' })]).open).toHaveLength(1);
  });

  it('cover all countries of a finding together, or leave it whole with a word about the part', () => {
    const wide = finding({ countries: ['DE', 'TW', 'US-CA'] });
    expect(apply([wide], [waiver({ country: ['TW', 'US'] }), waiver({ country: 'DE' })]).waived).toHaveLength(1);
    const { open, waived, aboutWaivers } = apply([wide], [waiver({ country: ['TW', 'US'] })]);
    expect(waived).toEqual([]);
    expect(open).toEqual([{ ...wide, message: 'Less than the law. Waived for TW, US-CA only.' }]);
    expect(aboutWaivers).toEqual([]);
  });

  it('hold through their last day, then fail as a finding of their own', () => {
    const until = waiver({ until: '2026-11-22', country: 'TW', rule: 'change-of-mind' });
    expect(apply([finding()], [until])).toMatchObject({ waived: [{}], aboutWaivers: [] });
    const { open, aboutWaivers } = apply([finding()], [until], { at: '2026-11-23' });
    expect(open).toEqual([finding()]);
    expect(aboutWaivers).toEqual([
      {
        code: 'waiver-expired',
        severity: 'error',
        document: 'house',
        documentIndex: 0,
        index: 0,
        message: "The waiver of 'floor' of rule 'change-of-mind' in TW ended on 2026-11-22; its reason was: known",
      },
    ]);
  });

  it('are found again where two documents have one id', () => {
    const ended = waiver({ until: '2020-01-01' });
    const documents = [
      { id: 'house', waive: [waiver()] },
      { id: 'house', waive: [waiver({ finding: 'gap' }), ended] },
    ];
    const { aboutWaivers } = applyWaivers([finding()], documents, settings);
    expect(aboutWaivers.map(({ code, documentIndex, index }) => [code, documentIndex, index])).toEqual([
      ['waiver-expired', 1, 1],
      ['waiver-unused', 1, 0],
    ]);
  });

  it('that accept nothing are a warning, unless not everything was looked at', () => {
    const idle = [waiver({ rule: 'gone' })];
    expect(apply([finding()], idle).aboutWaivers).toMatchObject([{ code: 'waiver-unused', severity: 'warning', index: 0 }]);
    expect(apply([finding()], idle, { isComplete: false }).aboutWaivers).toEqual([]);
  });

  it('name findings that an analysis makes', () => {
    const named: readonly AnalysisCode[] = waivableFindings;
    expect(named).not.toContain('analysis-incomplete');
    expect(named).not.toContain('ambiguous-rules');
  });
});

describe('a waiver in a document', () => {
  const problems = (entry: object): unknown => {
    try {
      return readDocument({ aftersale: 'policy/v1', id: 'house', rules: [], waive: [entry] });
    } catch (error) {
      return PolicyDocumentError.isInstance(error) ? error.problems : error;
    }
  };

  it.each([
    [{ finding: 'floor' }, { code: 'missing-key', path: 'waive.0.reason' }],
    [
      { finding: 'floor', reason: '  ' },
      { code: 'invalid-value', path: 'waive.0.reason' },
    ],
    [
      { finding: 'flor', reason: 'x' },
      { code: 'unknown-word', path: 'waive.0.finding', suggestion: 'floor' },
    ],
    [
      { finding: 'analysis-incomplete', reason: 'x' },
      { code: 'unknown-word', path: 'waive.0.finding' },
    ],
    [
      { finding: 'floor', reason: 'x', until: 'soon' },
      { code: 'invalid-value', path: 'waive.0.until' },
    ],
    [
      { finding: 'floor', reason: 'x', until: '2026-02-30' },
      { code: 'invalid-value', path: 'waive.0.until' },
    ],
    [
      { finding: 'floor', reason: 'x', because: 'y' },
      { code: 'unknown-word', path: 'waive.0.because' },
    ],
  ])('%j is refused with its place', (entry, expected) => {
    expect(problems(entry)).toMatchObject([expected]);
  });

  it('may give its reason at length', () => {
    const reason = 'Taiwan goes through one marketplace, whose own rules grant every buyer free returns anyway. '.repeat(4);
    expect(problems({ finding: 'floor', reason })).toMatchObject({ waive: [{ reason }] });
  });
});
