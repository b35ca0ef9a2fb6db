import { describe, expect, it } from 'vitest';
import { reporterNames } from '../../../src/cli/reporters/reporters.js';
import { junitErrors, sarifErrors } from '../report-schemas.js';
import { runPolicy } from './run.js';

const fixture = (name: string): string => `test/fixtures/diff/${name}.yaml`;

/** No law is asked, so nothing but the documents is compared. */
const diff = (old: string, recent: string, ...argv: readonly string[]) =>
  runPolicy('diff', old, recent, '--countries', 'none', ...argv);
const withoutVersion = (text: string): string => text.replace(/"version": "0\.\d+\.\d+"/, '"version": "0"');

describe('aftersale policy diff', () => {
  it.each(reporterNames)('prints which cases are answered differently, as %s', async (reporter) => {
    const argv = ['--fail-on', 'worse', '--reporter', reporter];
    const { code, stdout, stderr } = await diff(fixture('old'), fixture('new'), ...argv);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(withoutVersion(stdout)).toMatchFileSnapshot(`../golden/diff.${reporter}.txt`);
    if (reporter === 'junit') expect(await junitErrors(stdout)).toEqual([]);
    if (reporter === 'sarif') expect(sarifErrors(stdout)).toEqual([]);
  });

  it('says that there is no difference between a policy and itself', async () => {
    const { code, stdout } = await diff(fixture('old'), fixture('old'), '--fail-on', 'any');
    expect(stdout).toMatch(/^no difference\n/);
    expect(code).toBe(0);
  });

  it.each([
    ['none', 0, 0],
    ['worse', 1, 1],
    ['better', 1, 1],
    ['any', 1, 1],
  ])('fails on %s only where that is so', async (failOn, forth, back) => {
    const code = async (old: string, recent: string) => (await diff(fixture(old), fixture(recent), '--fail-on', failOn)).code;
    expect([await code('old', 'new'), await code('new', 'old')]).toEqual([forth, back]);
  });

  it('tells a change for the better from one for the worse', async () => {
    const better = 'test/fixtures/backtest/new.yaml';
    const { stdout } = await diff('test/fixtures/backtest/old.yaml', better, '--fail-on', 'better');
    expect(stdout).toMatch(/^warning worse-for-buyer/m);
    expect(stdout).toMatch(/^error better-for-buyer/m);
  });

  it('fails when its budget ends first, whatever it is told to fail on', async () => {
    const { code, stdout } = await diff(fixture('old'), fixture('new'), '--cell-budget', '1');
    expect(stdout).toContain('error analysis-incomplete');
    expect(stdout).not.toMatch(/^no difference/m);
    expect(code).toBe(1);
  });

  it.each([
    ['a file that is not there', 'nothere', 'no such file'],
    ['a policy with a mistake', '../../cli/policy/check-policies/typos', 'typos.yaml:'],
    ['a file that is a text', '../../cli/policy/check-policies/text', 'text.yaml'],
    ['rules that contradict each other', '../../cli/policy/check-policies/clash', 'clash.yaml:'],
  ])('refuses %s as bad input', async (_what, name, message) => {
    const { code, stderr } = await diff(fixture('old'), fixture(name));
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });
});
