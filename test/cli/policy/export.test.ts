import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterNames } from '../../../src/cli/reporters/reporters.js';
import { junitErrors, sarifErrors } from '../report-schemas.js';
import { runPolicy } from './run.js';

const house = ['export', 'examples/policies/house.yaml', '--at', '2026-11-22'];
const forGoogle = ['--format', 'google-merchant', '--url', 'https://shop.example/returns'];

describe('aftersale policy export', () => {
  it('prints the document to be piped, and what it leaves out beside it', async () => {
    const { code, stdout, stderr } = await runPolicy(...house, '--format', 'schema-org');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/export.schema-org.json');
    await expect(stderr).toMatchFileSnapshot('../golden/export.left-out.txt');
  });

  it('writes the bodies for Merchant Center', async () => {
    const { code, stdout } = await runPolicy(...house, ...forGoogle, '--countries', 'DE', 'PL', 'FR');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/export.google-merchant.json');
  });

  it.each(reporterNames)('reports what is left out as %s', async (reporter) => {
    const { code, stdout, stderr } = await runPolicy(...house, '--format', 'schema-org', '--reporter', reporter);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout.replace(/"version": "0\.\d+\.\d+"/, '"version": "0"')).toMatchFileSnapshot(
      `../golden/export.${reporter}.txt`,
    );
    if (reporter === 'junit') expect(await junitErrors(stdout)).toEqual([]);
    if (reporter === 'sarif') expect(sarifErrors(stdout)).toEqual([]);
    if (reporter === 'json') expect(JSON.parse(stdout)).toMatchObject({ result: { '@context': 'https://schema.org' } });
  });

  it('fails when nothing could be written', async () => {
    const { code, stdout, stderr } = await runPolicy('export', 'examples/policies/handbook.yaml', ...forGoogle);
    expect(JSON.parse(stdout)).toEqual({ onlineReturnPolicies: [] });
    expect(stderr).toContain('Merchant Center wants countries by name');
    expect(code).toBe(1);
  });
});

describe('where an export is written', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'aftersale-export-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a file that was not there, unless forced', async () => {
    const file = path.join(folder, 'policy.json');
    const write = (...more: readonly string[]) => runPolicy(...house, '--format', 'schema-org', '-o', file, ...more);
    expect(await write()).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('@graph');
    writeFileSync(file, 'mine');
    expect(await write()).toMatchObject({ code: 2, stderr: expect.stringContaining('--force writes over it') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await write('--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe('mine');
  });

  it('is no file at all when nothing could be written', async () => {
    const file = path.join(folder, 'empty.json');
    const { code, stderr } = await runPolicy('export', 'examples/policies/handbook.yaml', ...forGoogle, '-o', file);
    expect({ code, isThere: existsSync(file) }).toEqual({ code: 1, isThere: false });
    expect(stderr).toContain('google-merchant: 0 written');
  });

  it('says the terms of a policy as init begins it', async () => {
    const file = path.join(folder, 'shop.yaml');
    const shop = ['--id', 'shop', '--seller-country', 'DE', '--currency', 'EUR', '--countries', 'DE', '--marketplaces', 'none'];
    expect((await runPolicy('init', ...shop, '--days', '30', '--return-payer', 'buyer', '-o', file)).code).toBe(0);
    const { code, stdout } = await runPolicy('export', file, '--format', 'schema-org');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ applicableCountry: ['DE'], merchantReturnDays: 30 });
  });

  it.each([
    [['--format', 'pdf'], 'schema-org, google-merchant'],
    [[], '--format'],
    [['--format', 'google-merchant'], 'give it with --url'],
    [['--format', 'schema-org', '--countries', 'XX'], 'ISO 3166'],
    [['--format', 'schema-org', '--url', 'shop'], 'expected an address'],
    [['--format', 'schema-org', '-o', 'nowhere/policy.json'], 'its folder is not there'],
  ])('is refused with %j', async (flags, message) => {
    const { code, stderr } = await runPolicy('export', 'examples/policies/house.yaml', ...flags);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(existsSync('nowhere')).toBe(false);
  });

  it('refuses a policy with a mistake, at its line', async () => {
    const { code, stderr } = await runPolicy('export', 'test/cli/policy/check-policies/typos.yaml', '--format', 'schema-org');
    expect(stderr).toContain('typos.yaml:5:5');
    expect(code).toBe(2);
  });
});
