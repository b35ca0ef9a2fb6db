import { describe, expect, it } from 'vitest';
import { reporterNames } from '../../../src/cli/reporters/reporters.js';
import { junitErrors, sarifErrors } from '../report-schemas.js';
import { runPolicy } from './run.js';

describe('aftersale policy test', () => {
  it.each(reporterNames)('prints a case that failed and one that did not as %s', async (reporter) => {
    const argv = ['test', 'test/cli/policy/check-policies/week.cases.yaml', '--reporter', reporter];
    const { code, stdout, stderr } = await runPolicy(...argv);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(stdout.replace(/"version": "0\.\d+\.\d+"/, '"version": "0"')).toMatchFileSnapshot(
      `../golden/test.${reporter}.txt`,
    );
    if (reporter === 'junit') expect(await junitErrors(stdout)).toEqual([]);
    if (reporter === 'sarif') expect(sarifErrors(stdout)).toEqual([]);
  });

  it('takes patterns, which a pipeline may leave to it', async () => {
    const pattern = 'test/cli/policy/check-policies/*.cases.yaml';
    expect((await runPolicy('test', pattern)).stdout).toContain('policy test: 1 of 2 passed');
    expect(await runPolicy('test', 'nowhere/*.yaml')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no file matches'),
    });
  });
});
