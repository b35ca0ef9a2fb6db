import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { capture } from './capture.js';

const run = async (...argv: readonly string[]) => {
  const captured = capture(argv);
  const code = await runCli(captured.surroundings);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
};

const policy = `aftersale: policy/v1
id: tiny
currency: EUR
rules:
  - id: a-week
    when: { reasonClass: withdrawal }
    window: { days: 7, from: delivered }
    pays: { return: buyer, outbound: buyer }
    refund: { item: 100%, form: original-means }
  - id: faulty
    when: { reasonClass: conformity }
    window: { days: 30, from: delivered }
    pays: { return: seller, outbound: seller }
    refund: { item: 100%, form: original-means }
`;

const cases = (list: string): string => `aftersale: cases/v1
policies: [tiny.yaml]
at: 2026-12-01T00:00:00Z
facts:
  buyer: { country: SG }
  order: { placedAt: 2026-10-28, deliveredAt: 2026-11-02 }
  item: { price: 80.00 EUR, quantity: 1 }
  reason: no-longer-needed
  requestedAt: 2026-11-05
cases:
${list}`;

let folder = '';
const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aftersale-policy-'));
  write('tiny.yaml', policy);
});
afterAll(() => rmSync(folder, { recursive: true }));

const late = '  - { name: on the eighth day it is late, facts: { requestedAt: 2026-11-10 }, expect: { verdict: ineligible } }';
const wrong = '  - { name: the seller pays, expect: { pays: { return: seller } } }';

describe('aftersale policy test', () => {
  it('passes when every case is answered as expected, and names the rules that decided nothing', async () => {
    const { code, stdout } = await run('policy', 'test', write('good.yaml', cases(late)));
    expect(stdout).toContain('1 of 2 rules decided something; never: faulty');
    expect(stdout).toContain('policy test: 1 of 1 passed, 0 errors, 0 warnings');
    expect(code).toBe(0);
  });

  it('passes for the example that ships', async () => {
    expect(await run('policy', 'test', 'examples/policies/handbook.cases.yaml')).toMatchObject({ code: 0, stderr: '' });
  });

  it('fails with the case, its line and what differs', async () => {
    const { code, stdout } = await run('policy', 'test', write('bad.yaml', cases(`${late}\n${wrong}`)));
    expect(stdout).toMatch(
      /error case-failed .*bad\.yaml:12\n {2}the seller pays\n {2}pays\.return is "buyer", expected "seller"\n/,
    );
    expect(stdout).toContain('policy test: 1 of 2 passed, 1 error, 0 warnings');
    expect(code).toBe(1);
  });

  it('makes a case of each row of a table', async () => {
    const table = `  - table: days
    columns: [facts.requestedAt, facts.item.price, expect.verdict]
    rows:
      - [2026-11-09, 10.00 EUR, eligible]
      - [2026-11-10, 10.00 EUR, eligible]
      - [2026-11-10, 1.005 EUR, ineligible]
`;
    const { code, stderr } = await run('policy', 'test', write('odd.yaml', cases(table)));
    expect(stderr).toContain("'1.005 EUR'");
    expect(code).toBe(2);
    const fixed = table.replace('1.005', '1.05');
    const { stdout } = await run('policy', 'test', '--reporter', 'github', write('table.yaml', cases(fixed)));
    expect(stdout.trim()).toMatch(
      /^::error file=.*table\.yaml,line=15,title=case-failed::days: 2026-11-10, .*%0Averdict is "ineligible"/,
    );
  });

  it('keeps an answer on demand and sees when it changes', async () => {
    const file = write('kept.yaml', cases('  - { name: what is said today }'));
    expect((await run('policy', 'test', file)).code).toBe(1);
    expect((await run('policy', 'test', '--update', file)).code).toBe(0);
    expect((await run('policy', 'test', file)).code).toBe(0);
    const golden = path.join(folder, 'kept.golden.json');
    writeFileSync(golden, readFileSync(golden, 'utf8').replaceAll('"eligible"', '"ineligible"'));
    const changed = await run('policy', 'test', file);
    expect(changed.stdout).toContain('verdict is "eligible", expected "ineligible"');
    expect(changed.code).toBe(1);
    writeFileSync(golden, 'not JSON');
    expect((await run('policy', 'test', file)).stderr).toContain('write it anew with --update');
  });

  it('names a fact that cannot be used, and keeps no answer about it', async () => {
    const mistyped = '  - { name: a typo, facts: { reason: defectve } }';
    const unsaid = await run('policy', 'test', '--update', write('fact.yaml', cases(mistyped)));
    expect(unsaid.stdout).toMatch(/error facts-invalid .*fact\.yaml:11\n {2}a typo\n {2}reason cannot be used/);
    const nowhere = '  - { name: nowhere, facts: { buyer: { country: ZZ } } }';
    const misplaced = await run('policy', 'test', write('place.yaml', cases(nowhere)));
    expect(misplaced.stdout).toMatch(/buyer\.country cannot be used: .* against the order of time\n/);
    expect(unsaid.code).toBe(1);
    expect(existsSync(path.join(folder, 'fact.golden.json'))).toBe(false);
    const said = cases(mistyped.replace(' } }', ' }, expect: { verdict: eligible } }'));
    const { code, stdout } = await run('policy', 'test', write('fact.yaml', said));
    expect(stdout).toMatch(/verdict is "needs-review", expected "eligible"\n {2}reason cannot be used/);
    expect(code).toBe(1);
  });

  it.each(['{ verdict: needs-review }', '{ recommended: null }', '{ reasons: [{ code: facts-invalid }] }'])(
    'a mistyped fact fails the case though its expectation %s fits, unless that is what it is about',
    async (expected) => {
      const mistyped = `  - { name: a typo, facts: { requestdAt: 2026-11-05 }, expect: ${expected} }`;
      const { code, stdout } = await run('policy', 'test', write('fits.yaml', cases(mistyped)));
      const isAboutIt = expected.includes('facts-invalid');
      const told =
        /error facts-invalid .*fits\.yaml:11\n {2}a typo\n {2}requestdAt cannot be used: .*; did you mean requestedAt\?/;
      if (isAboutIt) expect(stdout).toContain('1 of 1 passed');
      else expect(stdout).toMatch(told);
      expect(code).toBe(isAboutIt ? 0 : 1);
    },
  );

  it('passes a case that is about facts nobody can use', async () => {
    const expected = 'expect: { reasons: [{ code: facts-invalid, path: reason }] }';
    const file = write('invalid.yaml', cases(`  - { name: no reason, facts: { reason: 5 }, ${expected} }`));
    expect((await run('policy', 'test', file)).code).toBe(0);
  });

  it.each([
    ['a file that is not there', 'nothere.yaml', null, 'no such file'],
    ['a text that is no YAML', 'broken.yaml', 'cases: [', ':1:'],
    ['a text', 'text.yaml', 'only a text', 'the file: '],
    ['a policy', 'policy.yaml', policy, "policy.yaml:1:12: aftersale: expected 'cases/v1'"],
    [
      'an unknown key',
      'key.yaml',
      cases('  - { name: a, expects: {} }'),
      "key.yaml:11:25: cases.0: there is no key 'expects' here; did you mean 'expect'?",
    ],
    ['a time that is none', 'time.yaml', cases(late).replace('2026-12-01T00:00:00Z', 'someday'), ':3:5: at: expected a day'],
    ['a file without a day', 'day.yaml', cases(late).replace(/^at: .*$/m, ''), 'at: is missing; expected a day'],
    ['a name that is given twice', 'twice.yaml', cases(`${late}\n${late}`), 'twice.yaml:12: there is a case called'],
    [
      'an expectation of nothing',
      'nothing.yaml',
      cases('  - { name: a, expect: {} }'),
      'nothing.yaml:11:24: cases.0.expect: expected a part of a decision',
    ],
    [
      'a column that is there twice',
      'columns.yaml',
      cases('  - { table: t, columns: [facts.reason, facts.reason, expect.verdict], rows: [[other, defective, eligible]] }'),
      "columns.yaml:11:26: cases.0.columns: two columns are called 'facts.reason'",
    ],
    ['the law of nowhere', 'law.yaml', `${cases(late)}\npacks: { countries: [XX] }`, 'law.yaml: packs: no law of XX is carried'],
    ['a marketplace of nowhere', 'site.yaml', `${cases(late)}\npacks: { sites: ['amazon:XX'] }`, 'expected some of amazon:'],
    [
      'aliases that multiply',
      'bomb.yaml',
      `a: &a [${'x,'.repeat(20)}]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]\n`,
      'bomb.yaml: Excessive alias count',
    ],
    [
      'a row that is too short',
      'row.yaml',
      cases('  - { table: t, columns: [facts.reason, expect.verdict], rows: [[other]] }'),
      'has 1 cells for 2 columns',
    ],
    ['a policy with a typo', 'typo.yaml', cases(late).replace('tiny.yaml', 'typo-policy.yaml'), "did you mean 'window'"],
  ])('refuses %s with its place, as bad input', async (_what, name, text, message) => {
    write('typo-policy.yaml', policy.replace('window', 'windwo'));
    const file = text === null ? path.join(folder, name) : write(name, text);
    const { code, stderr } = await run('policy', 'test', file);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });
});

describe('aftersale policy schema', () => {
  it('prints a JSON Schema that knows the keys of a policy', async () => {
    const { code, stdout } = await run('policy', 'schema');
    expect(Object.keys((JSON.parse(stdout) as { properties: object }).properties)).toContain('rules');
    expect(code).toBe(0);
  });
});
