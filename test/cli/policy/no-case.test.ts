import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterNames } from '../../../src/cli/reporters/reporters.js';
import { runPolicy } from './run.js';

const begin = 'aftersale: cases/v1\nat: 2026-11-22\n';
const accounts = 'test/fixtures/backtest/accounts.mjs#sg-1';

let folder = '';
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'aftersale-no-case-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

const backtest = (cases: string, ...argv: readonly string[]) =>
  runPolicy('backtest', 'test/fixtures/backtest/new.yaml', '--cases', cases, '--countries', 'none', ...argv);

describe('a run that would look at nothing does not pass', () => {
  describe.each(reporterNames)('printed as %s', (reporter) => {
    it.each([
      ['none.jsonl', '', 'expected one on each line'],
      ['blank.jsonl', '\n \n', 'expected one on each line'],
      ['header.csv', 'buyer.country,reason\n', 'expected rows under the names of the facts'],
    ])('a backtest over %s', async (name, text, wanted) => {
      const file = write(name, text);
      expect(await backtest(file, '--reporter', reporter)).toEqual({
        code: 2,
        stdout: '',
        stderr: `error ${file}: there is no case in it, so nothing would be decided; ${wanted}\n`,
      });
    });

    it.each([
      ['none.yaml', `${begin}cases: []\n`, ':3:8: cases: there is no case in it, so nothing would be decided;'],
      ['null.yaml', `${begin}cases:\n`, 'cases: there is no case in it'],
      ['missing.yaml', begin, 'cases: there is no case in it'],
      ['rows.yaml', `${begin}cases: [{ table: t, columns: [facts.reason], rows: [] }]\n`, 'cases.0.rows: expected at least one'],
      ['columns.yaml', `${begin}cases: [{ table: t, columns: [], rows: [[]] }]\n`, 'cases.0.columns: expected at least one'],
      ['empty.yaml', '', "expected a file of cases, which begins with 'aftersale: cases/v1'"],
    ])('a test of %s', async (name, text, message) => {
      const { code, stdout, stderr } = await runPolicy('test', write(name, text), '--reporter', reporter);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
    });
  });

  it('an account without a case in the days looked at says how to look further', async () => {
    const { code, stderr } = await backtest(accounts, '--opened-from', '2027-01-01');
    expect(stderr).toContain(`${accounts}: there is no case in it, so nothing would be decided; none was opened in the days`);
    expect(code).toBe(2);
    const pages = 'async function* () { yield { items: [], failures: [] }; }';
    const shop = `{ marketplace: 'memory', sellerId: 'shop', environment: 'sandbox', clock: {}, cases: { list: () => ({ byPage: ${pages} }) }, orders: {} }`;
    const empty = await backtest(`${write('empty.mjs', `export const accounts = { shop: ${shop} };`)}#shop`);
    expect(empty.stderr).toContain('and those of the last 60 days were looked for: --opened-from reaches further back');
    expect(empty.code).toBe(2);
  });

  it('a file whose rows are all wrong fails for its rows', async () => {
    const { code, stdout } = await backtest(write('wrong.jsonl', 'nonsense\n'));
    expect(stdout).toContain('error wrong-row');
    expect(code).toBe(1);
  });
});
