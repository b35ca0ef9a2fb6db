import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/reporters/report.js';
import { hasFailed } from '../../src/cli/reporters/report.js';
import { reporterNamed, reporterNames } from '../../src/cli/reporters/reporters.js';
import { createTerminal } from '../../src/cli/terminal.js';
import { capture } from './capture.js';
import { junitErrors, sarifErrors } from './report-schemas.js';

const { colors } = createTerminal(capture([]).surroundings);

/** Texts that each format has to escape in its own way. */
const report: Report = {
  command: 'policy test',
  subjects: [
    { name: 'worn & <"washed">', place: { file: 'a, b/cases.yaml', line: 4 } },
    { name: 'all is well', place: { file: 'a, b/cases.yaml', line: 9 } },
    { name: 'in another file', place: { file: 'c.yaml', line: 1 } },
  ],
  findings: [
    {
      code: 'case-failed',
      severity: 'error',
      message: 'verdict is "eligible", expected "ineligible"\n50% of: pays.return\u0007',
      place: { file: 'a, b/cases.yaml', line: 4, column: 3 },
      subject: 'worn & <"washed">',
    },
    {
      code: 'gap',
      severity: 'warning',
      message: 'nothing is said of gifts',
      place: { file: 'c.yaml' },
      witness: 'DE, day 3',
      data: { countries: ['DE'] },
    },
    { code: 'unknown-word', severity: 'error', message: 'no such word', place: { file: 'd.yaml', line: 2 } },
  ],
  waived: [
    {
      finding: {
        code: 'floor',
        severity: 'error',
        message: 'less than the law',
        place: { file: 'c.yaml', line: 7 },
        subject: 'TW',
      },
      reason: 'known, & accepted',
      until: '2027-06-30',
    },
  ],
  notes: ['2 of 3 rules decided something; never: gifts'],
};

const clean: Report = { ...report, findings: [], waived: [] };

/** Every sign that means something to some format. */
const nasty = '%0A 100% "a" \'b\' <c> & , : ; \t \r\n ]]> \u0000 \u001b[31m \ud800 \u{1f600} ::error::x';
const nastyReport: Report = {
  command: 'policy test',
  subjects: [{ name: nasty, place: { file: `a b/${nasty}.yaml` } }],
  findings: [
    {
      code: nasty,
      severity: 'error',
      message: nasty,
      place: { file: `a b/${nasty}.yaml`, line: 1 },
      subject: nasty,
      witness: nasty,
    },
  ],
  waived: [{ finding: { code: 'floor', severity: 'note', message: nasty, place: { file: nasty } }, reason: nasty }],
  notes: [nasty],
};

describe('a report', () => {
  it.each(reporterNames)('is printed as %s', async (name) => {
    const text = `${reporterNamed(name, colors)(report)}\n`.replace(/"version": "0\.\d+\.\d+"/, '"version": "0"');
    await expect(text).toMatchFileSnapshot(`golden/report.${name}.txt`);
  });

  it('has failed by its errors alone', () => {
    expect(hasFailed(report)).toBe(true);
    expect(hasFailed({ ...report, findings: report.findings.filter(({ severity }) => severity === 'warning') })).toBe(false);
  });

  it('is well-formed XML for JUnit, with every error in exactly one test', () => {
    const opened: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => opened.push(name));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(reporterNamed('junit', colors)(report)).close();
    expect(opened.filter((name) => name === 'failure')).toHaveLength(2);
    expect(opened.filter((name) => name === 'testcase')).toHaveLength(5);
    expect(opened.filter((name) => name === 'skipped')).toHaveLength(1);
  });

  it.each([
    ['found', report],
    ['clean', clean],
    ['full of signs', nastyReport],
  ])('keeps the schemas of JUnit and SARIF when it is %s', async (_what, some) => {
    expect(await junitErrors(reporterNamed('junit', colors)(some))).toEqual([]);
    expect(sarifErrors(reporterNamed('sarif', colors)(some))).toEqual([]);
  });

  it('would be seen to break them', async () => {
    expect(await junitErrors('<testsuites><testcase/></testsuites>')).not.toEqual([]);
    expect(sarifErrors('{"version":"2.1.0","runs":[{"results":[{"level":"fatal"}]}]}')).not.toEqual([]);
  });

  it('shows what is waived without failing for it', () => {
    const onlyWaived = { ...report, findings: [] };
    expect(hasFailed(onlyWaived)).toBe(false);
    expect(reporterNamed('pretty', colors)(onlyWaived)).toContain('waived floor c.yaml:7: known, & accepted (until 2027-06-30)');
    expect(reporterNamed('pretty', colors)(onlyWaived)).toContain('0 warnings, 1 waived');
    expect(reporterNamed('github', colors)(onlyWaived)).toBe('');
    expect(reporterNamed('sarif', colors)(onlyWaived)).toContain('"justification": "known, & accepted (until 2027-06-30)"');
  });

  it('keeps one annotation on one line for GitHub', () => {
    const lines = reporterNamed('github', colors)(report).split('\n');
    expect(lines).toHaveLength(report.findings.length);
    expect(lines[0]).toContain('file=a%2C b/cases.yaml,line=4,col=3');
    expect(lines[0]).toContain('%0A50%25 of: pays.return');
    expect(reporterNamed('github', colors)(clean)).toBe('');
    const [line, ...others] = reporterNamed('github', colors)(nastyReport).split('\n');
    expect(others).toEqual([]);
    const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/.exec(line ?? '') ?? [];
    expect(properties.split(',').map((property) => property.split('=')[0])).toEqual(['file', 'line', 'title']);
    expect(properties).not.toMatch(/[:\r\n]|%(?!25|0A|0D|2C|3A)/);
    expect(data).not.toMatch(/[\r\n]|%(?!25|0A|0D)/);
  });

  it('names each rule of SARIF once and points into the list', () => {
    const { runs } = JSON.parse(reporterNamed('sarif', colors)(report)) as {
      runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number }[] }];
    };
    const [{ tool, results }] = runs;
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
  });
});
