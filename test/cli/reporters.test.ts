import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/reporters/report.js';
import { hasFailed } from '../../src/cli/reporters/report.js';
import { reporterNamed, reporterNames } from '../../src/cli/reporters/reporters.js';
import { createTerminal } from '../../src/cli/terminal.js';
import { capture } from './capture.js';

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
    },
    { code: 'unknown-word', severity: 'error', message: 'no such word', place: { file: 'd.yaml', line: 2 } },
  ],
  notes: ['2 of 3 rules decided something; never: gifts'],
};

const clean: Report = { ...report, findings: [] };

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
    expect(opened.filter((name) => name === 'testcase')).toHaveLength(4);
  });

  it('keeps one annotation on one line for GitHub', () => {
    const lines = reporterNamed('github', colors)(report).split('\n');
    expect(lines).toHaveLength(report.findings.length);
    expect(lines[0]).toContain('file=a%2C b/cases.yaml,line=4,col=3');
    expect(lines[0]).toContain('%0A50%25 of: pays.return');
    expect(reporterNamed('github', colors)(clean)).toBe('');
  });

  it('names each rule of SARIF once and points into the list', () => {
    const { runs } = JSON.parse(reporterNamed('sarif', colors)(report)) as {
      runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number }[] }];
    };
    const [{ tool, results }] = runs;
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
  });
});
