import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.js';
import { capture } from '../capture.js';
import { runPolicy } from './run.js';

let folder = '';
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'aftersale-init-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const answers: Readonly<Record<string, readonly string[]>> = {
  '--id': ['shop'],
  '--seller-country': ['CN'],
  '--currency': ['EUR'],
  '--countries': ['TW', 'SG'],
  '--marketplaces': ['none'],
  '--days': ['5'],
  '--return-payer': ['buyer'],
};

const flags = (change: Readonly<Record<string, readonly string[] | null>> = {}): readonly string[] =>
  Object.entries({ ...answers, ...change }).flatMap(([flag, values]) => (values === null ? [] : [flag, ...values]));

const init = (file: string, ...more: readonly string[]) =>
  runPolicy('init', ...flags(), '--at', '2026-11-22', '-o', path.join(folder, file), ...more);

describe('aftersale policy init', () => {
  it('writes a policy that the check accepts, and what was waived for that', async () => {
    const { code, stdout } = await init('shop.yaml');
    expect(code).toBe(0);
    expect(stdout).toContain('next: aftersale policy check');
    const text = readFileSync(path.join(folder, 'shop.yaml'), 'utf8');
    await expect(text).toMatchFileSnapshot('../golden/init.yaml');
    const check = (...more: readonly string[]) =>
      runPolicy('check', path.join(folder, 'shop.yaml'), '--countries', 'TW', 'SG', ...more);
    expect(await check('--at', '2026-11-22')).toMatchObject({ code: 0 });
    expect((await check('--at', '2027-11-23')).stdout).toContain('error waiver-expired');
  });

  it('writes a policy that passes all law and all sites, also those abroad that buyers may shop on', async () => {
    const file = path.join(folder, 'abroad.yaml');
    const abroad = { '--countries': ['SG'], '--marketplaces': ['amazon'], '--days': ['30'] };
    const { stdout } = await runPolicy('init', ...flags(abroad), '--at', '2026-11-22', '-o', file);
    expect(stdout).toMatch(/demands more in \d+ regions: accepted for a year by \d+ waivers at its end\n/);
    expect(await runPolicy('check', file, '--at', '2026-11-22')).toMatchObject({ code: 0 });
  });

  it('waives nothing where the answers are enough', async () => {
    const enough = { '--countries': ['SG'], '--days': ['30'], '--return-payer': ['seller'] };
    const file = path.join(folder, 'enough.yaml');
    const { stdout } = await runPolicy('init', ...flags(enough), '-o', file);
    expect(stdout).not.toContain('waiver');
    expect(readFileSync(file, 'utf8')).not.toContain('waive:');
  });

  it('leaves a file alone that is there, unless forced', async () => {
    const file = path.join(folder, 'mine.yaml');
    writeFileSync(file, 'mine');
    expect(await init('mine.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('--force writes over it') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await init('mine.yaml', '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('aftersale: policy/v1');
  });

  it('names what is missing where nobody can be asked', async () => {
    const { code, stderr } = await runPolicy('init', ...flags({ '--days': null, '--return-payer': null, '--id': null }));
    expect(stderr).toContain('missing --id, --days, --return-payer');
    expect(code).toBe(2);
  });

  it.each([
    ['--id', 'My Shop', 'an id of small letters'],
    ['--seller-country', 'Germany', 'ISO 3166'],
    ['--currency', 'EURO', 'ISO 4217'],
    ['--days', '0', 'a whole number of days'],
    ['--countries', 'UK', 'ISO 3166'],
    ['--marketplaces', 'amason', 'none, aliexpress, amazon'],
    ['--return-payer', 'nobody', 'buyer, seller'],
  ])('refuses %s %s', async (flag, value, message) => {
    const { code, stderr } = await runPolicy('init', ...flags({ [flag]: [value] }));
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  const inTerminal = (...argv: readonly string[]) => {
    const captured = capture(['policy', 'init', ...argv], { isTTY: true });
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    return { ...captured, stdin, done: runCli({ ...captured.surroundings, stdin }) };
  };

  it('asks in a terminal for what the flags leave open', async () => {
    const file = path.join(folder, 'asked.yaml');
    const open = { '--days': null, '--return-payer': null, '--countries': ['SG'] };
    const { stdout, stdin, done } = inTerminal(...flags(open), '-o', file);
    await expect.poll(() => stdout()).toContain('Days in which unwanted goods may come back');
    stdin.write('45\n');
    await expect.poll(() => stdout()).toContain('Who pays the way back');
    stdin.write('\n');
    expect(await done).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('window: { days: 45, from: delivered }');
    expect(readFileSync(file, 'utf8')).toContain('pays: { return: buyer }');
  });

  it('writes nothing when whoever is asked leaves with Ctrl-C', async () => {
    const file = path.join(folder, 'left.yaml');
    const { stdout, stderr, stdin, done } = inTerminal(...flags({ '--days': null, '--return-payer': null }), '-o', file);
    await expect.poll(() => stdout()).toContain('Days in which unwanted goods may come back');
    stdin.write('45\n');
    await expect.poll(() => stdout()).toContain('Who pays the way back');
    stdin.write('\u0003');
    expect(await done).toBe(2);
    expect(stderr()).toContain('stopped before everything was answered: nothing was written\n');
    expect(stderr()).not.toContain('    at ');
    expect(existsSync(file)).toBe(false);
  });

  it('asks for another name when the file is there, before any other question', async () => {
    const home = process.cwd();
    process.chdir(folder);
    try {
      writeFileSync('taken.yaml', 'mine');
      const { stdout, stdin, done } = inTerminal(...flags({ '--id': null, '--countries': ['SG'] }));
      await expect.poll(() => stdout()).toContain('A short name for the policy');
      stdin.write('taken\n');
      await expect.poll(() => stdout()).toContain('another name: taken.yaml is already there');
      stdin.write('\u0015free\n');
      expect(await done).toBe(0);
      expect(readFileSync('taken.yaml', 'utf8')).toBe('mine');
      expect(readFileSync('free.yaml', 'utf8')).toContain('id: free');
    } finally {
      process.chdir(home);
    }
  });

  it('asks nothing when the file that is named is there', async () => {
    const file = path.join(folder, 'there.yaml');
    writeFileSync(file, 'mine');
    const { stdout, stderr, done } = inTerminal('-o', file);
    expect(await done).toBe(2);
    expect(stderr()).toContain('--force writes over it');
    expect(stdout()).toBe('');
  });

  it('asks nobody in CI', async () => {
    const captured = capture(['policy', 'init'], { isTTY: true, environment: { CI: 'true' } });
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    expect(await runCli({ ...captured.surroundings, stdin })).toBe(2);
  });
});
