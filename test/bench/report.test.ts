import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../bench/command-line.js';
import { beside, compareTo, countOf } from '../../bench/finding.js';
import { summaryOf, toMarkdown, toTable } from '../../bench/report.js';
import { medianOf, medianRatio } from '../../bench/statistics.js';

const kept = compareTo({ group: 'Speed', what: 'one case', ratio: 1.234, atMost: 2, measured: '12 µs' });
const missed = countOf({ group: 'Counts', what: '20 calls', goal: '1 refresh', counted: '20 refreshes' });
const printed = beside('Counts', 'a | b', '7');
const findings = [kept, missed, printed];

describe('a finding', () => {
  it('keeps a promise up to its bound', () => {
    expect(compareTo({ group: '', what: '', ratio: 2, atMost: 2, measured: '' }).isMet).toBe(true);
    expect(compareTo({ group: '', what: '', ratio: 2.01, atMost: 2, measured: '' }).isMet).toBe(false);
    expect(compareTo({ group: '', what: '', ratio: Number.NaN, atMost: 2, measured: '' }).isMet).toBe(false);
  });

  it('is no promise when it is only printed beside', () => {
    expect(summaryOf(findings)).toEqual({ promises: 2, kept: 1 });
  });
});

describe('the report', () => {
  it('shows goal, measure, ratio and verdict in one line, under its group', () => {
    const lines = toTable(findings).split('\n');
    const speed = lines.indexOf('Speed');
    expect(lines[speed + 1]).toMatch(/^ {2}one case +≤ 2 × +12 µs +1\.23 × +yes$/);
    expect(lines.slice(speed + 2)).toContain('Counts');
    expect(toTable(findings)).toMatch(/20 calls +1 refresh +20 refreshes +NO/);
  });

  it('is a table for each group in the documentation, with the command that made it', () => {
    const text = toMarkdown(findings, { day: '2026-11-21', node: '20.20.2', processors: 2 });
    expect(text).toContain('Written by `npm run bench -- --write`');
    expect(text).toContain('## Speed\n\nMeasured on 2026-11-21 with Node 20.20.2 on 2 processors.');
    expect(text).toContain('| one case | ≤ 2 × | 12 µs | 1.23 × | yes |');
    expect(text).toContain('| a \\| b |  | 7 |  |  |');
  });

  it('keeps what was measured before in the place where it stood', () => {
    const earlier = toMarkdown(findings, { day: '2026-11-21', node: '20.20.2', processors: 2 });
    const text = toMarkdown(
      [{ ...kept, measured: '9 µs' }, beside('Size', 'all', '1 MB')],
      { day: '2026-12-01', node: '22.0.0', processors: 4 },
      earlier,
    );
    expect([...text.matchAll(/^(?:## .+|Measured on \S+)/gm)].map(([line]) => line)).toEqual([
      '## Speed',
      'Measured on 2026-12-01',
      '## Counts',
      'Measured on 2026-11-21',
      '## Size',
      'Measured on 2026-12-01',
    ]);
    expect(text).toContain('| 9 µs |');
    expect(text).not.toContain('| 12 µs |');
    expect(text.match(/^# Performance$/gm)).toHaveLength(1);
  });
});

describe('the middle', () => {
  it('is not moved by an outlier', () => {
    expect(medianOf([3, 1, 1000, 2, 2])).toBe(2);
    expect(medianOf([1, 3])).toBe(2);
  });

  it('of ratios pairs the rounds', () => {
    expect(medianRatio([2, 20, 3], [1, 10, 3])).toBe(2);
  });
});

describe('the command line', () => {
  it('takes all parts in full unless told otherwise', () => {
    expect(parseCommandLine([])).toMatchObject({ isQuick: false, writes: false, isJson: false });
    expect([...parseCommandLine(['--quick', '--only', 'size,counts']).chosen]).toEqual(['size', 'counts']);
  });

  it('refuses what it does not know, and to write a document of tiny sizes', () => {
    expect(() => parseCommandLine(['--only', 'speed'])).toThrow(/no part is named 'speed'[^]*Usage/);
    expect(() => parseCommandLine(['--write', '--quick'])).toThrow(/full size/);
    expect(() => parseCommandLine(['--fast'])).toThrow(/--fast/);
  });
});
