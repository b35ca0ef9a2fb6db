import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BacktestResult } from '../../../src/policy/backtest/result.js';
import { reporterNames } from '../../../src/cli/reporters/reporters.js';
import { runCli } from '../../../src/cli/run-cli.js';
import { capture } from '../capture.js';
import { junitErrors, sarifErrors } from '../report-schemas.js';
import { runPolicy } from './run.js';

const fixture = (name: string): string => `test/fixtures/backtest/${name}`;

/** No law is asked: only the policy decides. */
const alone = ['--countries', 'none'];
const withoutVersion = (text: string): string => text.replace(/"version": "0\.\d+\.\d+"/, '"version": "0"');

const backtest = (cases: string, ...argv: readonly string[]) =>
  runPolicy('backtest', fixture('new.yaml'), '--cases', cases, ...alone, ...argv);

interface JsonReport {
  readonly findings: readonly { readonly place: { readonly line?: number }; readonly message: string }[];
  readonly result: BacktestResult & { readonly wrongRows: number };
}

const inJson = async (cases: string, ...argv: readonly string[]) => {
  const { code, stdout, stderr } = await backtest(cases, '--reporter', 'json', ...argv);
  expect(stderr).toBe('');
  return { code, ...(JSON.parse(stdout) as JsonReport) };
};

let folder = '';
const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aftersale-backtest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('aftersale policy backtest', () => {
  it.each(reporterNames)('prints what a table of cases comes to, and its wrong rows by line, as %s', async (reporter) => {
    const argv = ['--against', fixture('old.yaml'), '--reporter', reporter];
    const { code, stdout, stderr } = await backtest(fixture('cases.csv'), ...argv);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(withoutVersion(stdout)).toMatchFileSnapshot(`../golden/backtest.${reporter}.txt`);
    if (reporter === 'junit') expect(await junitErrors(stdout)).toEqual([]);
    if (reporter === 'sarif') expect(sarifErrors(stdout)).toEqual([]);
  });

  it('tells what one policy costs when nothing is compared', async () => {
    const { code, stdout } = await backtest(fixture('cases.csv'));
    expect(code).toBe(1);
    await expect(stdout).toMatchFileSnapshot('../golden/backtest-alone.pretty.txt');
  });

  it('reads facts, facts with a day and a name, and cases of the client from JSON lines', async () => {
    const { code, findings, result } = await inJson(fixture('cases.jsonl'), '--against', fixture('old.yaml'));
    expect(result.cases).toBe(3);
    expect(result.dearest[0]?.cases.map(({ name, amount }) => [name, amount.minor])).toEqual([['line 1', -8000]]);
    expect(findings.map(({ place }) => place.line)).toEqual([4, 5, 7, 8]);
    expect(findings[3]?.message).toMatch(/^reason: /);
    expect(code).toBe(1);
  });

  it('reads the cases of an account with their orders, each once', async () => {
    const { code, result } = await inJson(`${fixture('accounts.mjs')}#sg-1`);
    expect(result.policy.verdicts).toEqual({ eligible: 1, 'needs-review': 0, ineligible: 1 });
    expect(code).toBe(0);
    const later = await inJson(`${fixture('accounts.mjs')}#sg-1`, '--opened-from', '2026-10-20');
    expect(later.result.cases).toBe(1);
  });

  it('repeats no piece of a row that may be a buyer’s name or address', async () => {
    const header = 'buyer.country,item.price,item.quantity,item.condition.isUsed';
    const table = write(
      'shifted.csv',
      `${header}\nDE,Jane Doe Hauptstr. 5 Berlin,1,\nDE,+49 171 1234567,1,\nDE,80,1,\nDE,80.00 EUR,Jane,\nDE,80.00 EUR,1,Jane\n`,
    );
    expect((await inJson(table)).findings.map(({ message }) => message)).toEqual([
      "item.price: expected an amount such as '80.00 EUR'",
      "item.price: expected an amount such as '80.00 EUR'",
      "item.price: '80' is not an amount such as '80.00 EUR'",
      'item.quantity: expected a whole number',
      'item.condition.isUsed: expected true or false',
    ]);
    const lines = write('torn.jsonl', 'jane.doe@example.com bought\n{"buyer":{"country":"DE" "Jane Doe"}}\n{"buyer":\n');
    expect((await inJson(lines)).findings.map(({ message }) => message)).toEqual([
      'not JSON',
      'not JSON from column 26 on',
      'not JSON: the line ends too early',
    ]);
    const headless = await backtest(write('headless.csv', 'DE,Jane Doe Hauptstr. 5\n'));
    expect(headless.stderr).not.toContain('Jane');
    expect((await backtest(write('named.csv', 'buyer.country,Hauptstr. 5\n'))).stderr).toMatch(
      /named\.csv:1: column 2: no name of a fact: expected the dotted path/,
    );
  });

  it('refuses a key beside the facts that nobody reads', async () => {
    const facts =
      '{"buyer":{"country":"SG"},"order":{},"item":{"price":{"minor":1,"currency":"SGD"},"quantity":1},"reason":"other"}';
    const row = `{"facts":${facts.replace('}', '},"requestedAt":"2026-11-05"')},"att":"2020-01-01"}`;
    const { code, findings } = await inJson(write('beside.jsonl', row));
    expect(findings[0]?.message).toBe('no key beside the facts is called att; expected { "facts": …, "at"?: …, "id"?: … }');
    expect(code).toBe(1);
  });

  it('judges every case as of the moment it is given', async () => {
    const { result } = await inJson(fixture('cases.csv'), '--at', '2026-12-01');
    expect(result.cases).toBe(7);
  });

  it('counts all wrong rows and names the first hundred, and decides the rest', async () => {
    const right =
      '{"buyer":{"country":"SG"},"order":{},"item":{"price":{"minor":1,"currency":"SGD"},"quantity":1},"reason":"other"}';
    const file = write('many.jsonl', `${'nonsense\n'.repeat(250)}${right}\n`);
    const { code, findings, result } = await inJson(file, '--at', '2026-12-01');
    expect(findings).toHaveLength(100);
    expect(result).toMatchObject({ wrongRows: 250, cases: 1 });
    expect(code).toBe(1);
  });

  it('shows how far it is to a person at a terminal, and to nobody else', async () => {
    const argv = ['policy', 'backtest', fixture('new.yaml'), '--cases', fixture('cases.csv'), ...alone];
    const watched = capture(argv, { isTTY: true });
    await runCli(watched.surroundings);
    expect(watched.stderr()).toContain('deciding');
  });

  it('takes no more room than there is for it in a small terminal', async () => {
    const argv = ['policy', 'backtest', fixture('new.yaml'), '--cases', fixture('cases.csv'), ...alone];
    const small = capture(argv, { isTTY: true, columns: 80, environment: { NO_COLOR: '1' } });
    await runCli(small.surroundings);
    const [, byCountry = ''] = small.stdout().split('\n\n');
    const lines = byCountry.split('\n');
    expect(lines[0]).toMatch(/^country {2}cases {2}seller pays/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it.each([
    ['a file that is not there', 'missing.jsonl', null, 'no such file'],
    ['a file of another kind', 'cases.xlsx', 'x', 'expected a file that ends in .jsonl, .ndjson or .csv'],
    [
      'a column that is no fact',
      'typo.csv',
      'buyer.contry\nSG\n',
      "no fact is called 'buyer.contry': did you mean 'buyer.country'",
    ],
    ['a column that is there twice', 'twice.csv', 'reason,reason\n', "two columns are called 'reason'"],
    ['a table without a line', 'empty.csv', '', 'expected a first line with the names of the facts'],
    ['a quote that never ends', 'quote.csv', 'reason\n"defective\n', 'Quote Not Closed'],
  ])('refuses %s as bad input', async (_what, name, text, message) => {
    const file = text === null ? path.join(folder, name) : write(name, text);
    const { code, stderr } = await backtest(file);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it.each([
    ['an account that is not there', `${fixture('accounts.mjs')}#us-1`, [], "no account is called 'us-1'; there is sg-1"],
    ['a module that is not there', './nothere.mjs#sg-1', [], 'no such file'],
    ['days of opening for a file', fixture('cases.csv'), ['--opened-from', '2026-10-01'], 'choose cases of an account'],
    ['a moment that is none', fixture('cases.csv'), ['--at', 'yesterday'], 'expected a day such as'],
  ])('refuses %s as bad input', async (_what, cases, argv, message) => {
    const { code, stderr } = await backtest(cases, ...argv);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('refuses sums that no number holds exactly', async () => {
    const row = `SG,2026-10-28,2026-11-02,90000000000000.00 EUR,1,no-longer-needed,2026-11-05\n`;
    const header = 'buyer.country,order.placedAt,order.deliveredAt,item.price,item.quantity,reason,requestedAt\n';
    const { code, stderr } = await backtest(write('huge.csv', header + row.repeat(3)));
    expect(stderr).toContain('add up to more than can be counted exactly');
    expect(code).toBe(2);
  });
});
