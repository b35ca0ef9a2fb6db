import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { reporterNames } from '../../../src/cli/reporters/reporters.js';
import { junitErrors, sarifErrors } from '../report-schemas.js';
import { runPolicy } from './run.js';

const folder = 'test/cli/policy/check-policies';
const file = (name: string): string => `${folder}/${name}.yaml`;

/** No law is asked, so nothing but the policy itself is looked at. */
const alone = ['--countries', 'none', '--at', '2026-11-22'];

/** Without what another version of the package or a better analysis changes. */
const lasting = (text: string): string =>
  text.replace(/"version": "0\.\d+\.\d+"/, '"version": "0"').replace(/in [\d,]+ boxes/, 'in some boxes');

const reported = z.object({
  findings: z.array(z.object({ code: z.string(), data: z.object({ countries: z.array(z.string()) }).optional() })),
});

describe('aftersale policy check', () => {
  it.each(reporterNames)('prints findings, waivers and notes as %s', async (reporter) => {
    const { code, stdout, stderr } = await runPolicy('check', file('week'), ...alone, '--reporter', reporter);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(lasting(stdout)).toMatchFileSnapshot(`../golden/check.${reporter}.txt`);
    if (reporter === 'junit') expect(await junitErrors(stdout)).toEqual([]);
    if (reporter === 'sarif') expect(sarifErrors(stdout)).toEqual([]);
  });

  it.each(reporterNames)('prints every problem of every file as %s, before anything is analyzed', async (reporter) => {
    const files = ['typos', 'text', 'cyclic', 'week'].map(file);
    const { code, stdout } = await runPolicy('check', ...files, ...alone, '--reporter', reporter);
    expect(code).toBe(2);
    await expect(lasting(stdout)).toMatchFileSnapshot(`../golden/check-problems.${reporter}.txt`);
    if (reporter === 'junit') expect(await junitErrors(stdout)).toEqual([]);
    if (reporter === 'sarif') expect(sarifErrors(stdout)).toEqual([]);
  });

  it('looks at the cases to come, or at the days it is told', async () => {
    const days = async (...more: readonly string[]): Promise<string> =>
      /civil days from (.+), in/.exec((await runPolicy('check', file('week'), ...alone, ...more)).stdout)?.[1] ?? '';
    expect(await days()).toBe('2026-11-22 to 2030-12-31');
    expect(await days('--from', '2024-03-01', '--until', '2024-05-31')).toBe('2024-03-01 to 2024-05-31');
  });

  it('lets an expired waiver fail and passes on the day before, whatever the day is', async () => {
    const on = async (day: string): Promise<number> =>
      (await runPolicy('check', file('week'), '--countries', 'none', '--at', day)).code;
    expect(await on('2026-06-30')).toBe(0);
    expect(await on('2026-07-01')).toBe(1);
  });

  it('names rules that contradict each other, with a case, as a failure and no mistake of writing', async () => {
    const { code, stdout } = await runPolicy('check', file('clash'), ...alone);
    expect(stdout).toMatch(/^error ambiguous-rules .*clash\.yaml:\d+:\d+\n/);
    expect(stdout).toContain('PL');
    expect(code).toBe(1);
  });

  it('finds terms below the law at the line of their rule, with a case that shows it', async () => {
    const argv = ['check', file('week'), '--countries', 'SG', 'TW', '--at', '2026-01-01', '--reporter', 'json'];
    const { code, stdout } = await runPolicy(...argv);
    const { findings } = JSON.parse(stdout) as {
      findings: { code: string; place: object; witness: string; data: { countries: string[] } }[];
    };
    const floor = findings.find((finding) => finding.code === 'floor');
    expect(floor).toMatchObject({
      place: { file: file('week'), line: 5, column: 5 },
      data: { countries: ['TW'], rule: 'a-week' },
    });
    expect(floor?.witness).toMatch(/^TW, .*delivered 20\d\d-\d\d-\d\d, asked 20\d\d-\d\d-\d\d/);
    expect(code).toBe(1);
  });

  it('keeps a case of each passage that one finding is about, for programs', async () => {
    const argv = ['check', 'examples/policies/house.yaml', '--countries', 'ES', 'PT', '--at', '2026-11-22', '--reporter', 'json'];
    const { findings } = JSON.parse((await runPolicy(...argv)).stdout) as {
      findings: { message: string; data?: { alsoShownBy?: { facts: object }[] } }[];
    };
    const joined = findings.filter(({ message }) => message.includes(' for other cases.'));
    expect(joined.length).toBeGreaterThan(0);
    for (const { data } of joined) expect(data?.alsoShownBy?.[0]?.facts).toHaveProperty('buyer');
    expect(findings.filter(({ data }) => data?.alsoShownBy !== undefined)).toEqual(joined);
  });

  it('points into the document of a waiver, also where two have one id', async () => {
    const argv = ['check', file('year-2026'), file('year-2027'), ...alone, '--reporter'];
    const { code, stdout } = await runPolicy(...argv, 'json');
    const { findings } = JSON.parse(stdout) as { findings: { code: string; place: object }[] };
    const aboutWaivers = findings.flatMap((finding) =>
      finding.code.startsWith('waiver') ? [[finding.code, finding.place]] : [],
    );
    expect(aboutWaivers).toEqual([
      ['waiver-expired', { file: file('year-2027'), line: 14, column: 5 }],
      ['waiver-unused', { file: file('year-2026'), line: 14, column: 5 }],
    ]);
    expect(code).toBe(1);
    const { stdout: junit } = await runPolicy(...argv, 'junit');
    expect(junit.match(/<failure /g)).toHaveLength(1);
  });

  it('says when the budget of cells ends first, and fails', async () => {
    const { code, stdout } = await runPolicy('check', file('week'), ...alone, '--cell-budget', '1');
    expect(stdout).toContain('error analysis-incomplete');
    expect(code).toBe(1);
  });
});

describe('the files of a check', () => {
  let place = '';
  beforeAll(() => {
    place = mkdtempSync(path.join(tmpdir(), 'aftersale-check-'));
    mkdirSync(path.join(place, 'nested/deep'), { recursive: true });
    mkdirSync(path.join(place, 'node_modules/pack'), { recursive: true });
    const rules = "rules: [{ id: all, window: unlimited }]\nwaive: [{ finding: gap, reason: 'x' }]\n";
    const policy = (id: string): string => `aftersale: policy/v1\nid: ${id}\n${rules}`;
    for (const name of [
      'one.yaml',
      'two.yml',
      'nested/deep/three.yaml',
      'node_modules/pack/not.yaml',
      '.hidden.yaml',
      'a[1].yaml',
    ])
      writeFileSync(path.join(place, name), policy(path.basename(name).replace(/\W/g, '-').replace(/^-/, '')));
    writeFileSync(path.join(place, 'one.cases.yaml'), 'aftersale: cases/v1\n');
  });
  afterAll(() => rmSync(place, { recursive: true }));

  const checked = async (...patterns: readonly string[]): Promise<readonly string[]> => {
    const argv = patterns.map((pattern) => path.join(place, pattern));
    const { stdout, stderr } = await runPolicy('check', ...argv, '--separately', ...alone, '--reporter', 'json');
    if (stderr !== '') return [stderr];
    const { subjects } = JSON.parse(stdout) as { subjects: { place: { file: string } }[] };
    return [...new Set(subjects.map((subject) => path.relative(place, subject.place.file)))];
  };

  it.each([
    [['*.yaml'], ['a[1].yaml', 'one.yaml']],
    [['*.{yaml,yml}'], ['a[1].yaml', 'one.yaml', 'two.yml']],
    [['{one.yaml,{two,three}.{yaml,yml}}'], ['one.yaml', 'two.yml']],
    [['**/*.yaml'], ['a[1].yaml', 'nested/deep/three.yaml', 'one.yaml']],
    [['nested/*/th?ee.yaml'], ['nested/deep/three.yaml']],
    [['[n-o]*.yaml'], ['one.yaml']],
    [['[!o]*.yaml'], ['a[1].yaml']],
    [['a[1].yaml'], ['a[1].yaml']],
    [['.hidden.yaml'], ['.hidden.yaml']],
    [['one.yaml', './one.yaml', 'o*.yaml'], ['one.yaml']],
  ])('%j names %j', async (patterns, files) => {
    expect([...(await checked(...patterns))].sort()).toEqual(files);
  });

  it('leaves cases beside the policies out, and says so', async () => {
    const { stdout } = await runPolicy('check', path.join(place, 'o*.yaml'), ...alone);
    expect(stdout).toContain('one.cases.yaml: cases, not a policy');
    expect(await runPolicy('check', path.join(place, 'one.cases.yaml'), ...alone)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cases, not a policy; `aftersale policy test` decides them'),
    });
    expect((await runPolicy('check', path.join(place, '*.cases.yaml'), ...alone)).stderr).toContain('no policy among');
  });

  it.each([
    ['a pattern that matches nothing', ['none-*.yaml'], 'no file matches this pattern'],
    ['a range that goes backward', ['[z-a].yaml'], '[z-a].yaml: not a pattern: a range in brackets goes upward'],
    ['a file that is not there', ['nowhere.yaml', 'one.yaml'], 'nowhere.yaml: no such file'],
    ['a folder', ['nested'], 'is a folder, not a file'],
  ])('%s is bad input', async (_what, names, message) => {
    const { code, stderr } = await runPolicy('check', ...names.map((name) => path.join(place, name)), ...alone);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it('names all files that cannot be read at once', async () => {
    const { stderr } = await runPolicy('check', path.join(place, 'x.yaml'), path.join(place, 'nested'), ...alone);
    expect(stderr).toMatch(/x\.yaml: no such file\n.*nested: is a folder/);
  });

  it.each([
    [['--countries', 'XX'], 'expected ISO 3166 countries'],
    [['--countries', 'de'], 'expected ISO 3166 countries'],
    [['--countries', 'DE', 'HK'], 'no law of HK is carried; expected some of AE, '],
    [['--sites', 'amazon:XX'], "no rules of 'amazon:XX' are carried; expected some of amazon:"],
    [['--sites', 'amazon'], "no rules of 'amazon' are carried"],
    [['--sites', 'amazn:DE'], 'expected some of aliexpress, amazon, '],
    [['--sites', 'DE'], 'expected sites such as amazon:DE'],
  ])('%j would look at nothing, and is refused', async (flags, message) => {
    const { code, stdout, stderr } = await runPolicy('check', path.join(place, 'one.yaml'), ...flags);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('looks at the law for buyers of the countries that are named, and of no other state of the Union', async () => {
    const argv = ['check', 'examples/policies/house.yaml', '--at', '2026-11-22', '--reporter', 'json', '--countries'];
    const countriesFor = async (...countries: readonly string[]): Promise<ReadonlySet<string>> => {
      const { stdout } = await runPolicy(...argv, ...countries);
      const { findings } = reported.parse(JSON.parse(stdout));
      return new Set(findings.flatMap((found) => (found.code === 'floor' ? (found.data?.countries ?? []) : [])));
    };
    expect(await countriesFor('DE')).toEqual(new Set(['DE']));
    expect(await countriesFor('DE', 'FR')).toEqual(new Set(['DE', 'FR']));
  });

  it('a file behind a list of countries is no country', async () => {
    const { code, stderr } = await runPolicy('check', '--countries', 'DE', path.join(place, 'one.yaml'));
    expect(stderr).toContain('files stand before this option');
    expect(code).toBe(2);
  });

  it('a marketplace without sites is asked by its name, or by any country', async () => {
    const of = async (site: string) => (await runPolicy('check', path.join(place, 'one.yaml'), ...alone, '--sites', site)).stderr;
    expect([await of('ebay'), await of('ebay:DE')]).toEqual(['', '']);
  });

  it('refuses a day that is none', async () => {
    expect((await runPolicy('check', path.join(place, 'one.yaml'), '--at', '2026-02-30')).code).toBe(2);
    const backwards = await runPolicy('check', path.join(place, 'one.yaml'), '--from', '2027-01-01', '--until', '2026-12-31');
    expect(backwards).toMatchObject({ code: 2, stderr: expect.stringContaining('--until 2026-12-31 lies before 2027-01-01') });
  });
});
