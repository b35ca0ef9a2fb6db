import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPolicy } from './run.js';

const policy = 'examples/policies/handbook.yaml';
const facts = {
  buyer: { country: 'SG' },
  order: {},
  item: { price: { minor: 100, currency: 'SGD' }, quantity: 1 },
  reason: 'other',
  requestedAt: '2026-11-05',
};

let folder = '';
const at = (name: string): string => path.join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aftersale-bad-input-'));
  write('facts.json', JSON.stringify(facts));
  mkdirSync(at('a-folder'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file that would hurt its reader', () => {
  const commands: readonly (readonly [string, (file: string) => readonly string[]])[] = [
    ['test', (file) => ['test', file]],
    ['explain --facts', (file) => ['explain', policy, '--facts', file, '--countries', 'none']],
    ['check', (file) => ['check', file, '--countries', 'none']],
  ];
  it.each(commands)('%s names the place of a value that contains itself, and a nesting without bottom', async (_name, argv) => {
    const cyclic = await runPolicy(...argv(write('cyclic.yaml', 'aftersale: cases/v1\nfacts: &all\n  - { inner: *all }\n')));
    expect(cyclic.stdout + cyclic.stderr).toMatch(/cyclic\.yaml:3:\d+.*\n?.*a value that contains itself; expected plain data/);
    expect(cyclic.code).toBe(2);
    const deep = await runPolicy(...argv(write('deep.yaml', `a: ${'['.repeat(20_000)}`)));
    expect(deep.stdout + deep.stderr).toMatch(/nesting too deep|deep\.yaml:1:/);
    expect(deep.stderr).not.toContain('    at ');
    expect(deep.code).toBe(2);
  });
});

describe.each([
  ['export', ['export', 'examples/policies/house.yaml', '--format', 'schema-org']],
  ['explain', ['explain', policy, '--countries', 'none', '--facts', 'FACTS']],
  ['atlas', ['atlas', 'examples/policies/house.yaml', '--countries', 'SG']],
  ['init', ['init']],
])('the output of policy %s', (name, argv) => {
  const run = (...more: readonly string[]) =>
    runPolicy(...argv.map((word) => (word === 'FACTS' ? at('facts.json') : word)), ...more);

  it.each([
    ['a folder', 'a-folder', ': is a folder'],
    ['a folder that is not there', 'nowhere/file', ': its folder is not there'],
    ['in a file', 'facts.json/file', ': its folder is not there'],
    ['a file that is there', 'facts.json', ': is already there; --force writes over it'],
  ])('is not %s', async (_what, output, message) => {
    const before = readFileSync(at('facts.json'), 'utf8');
    const { code, stdout, stderr } = await run('-o', at(output));
    expect(stderr).toContain(`${at(output)}${message}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readFileSync(at('facts.json'), 'utf8')).toBe(before);
  });

  if (name === 'init') return;
  it('is standard output for -, and no file of that name', async () => {
    const { code, stdout } = await run('-o', '-');
    expect(stdout.length).toBeGreaterThan(100);
    expect({ code, isThere: existsSync('-') }).toEqual({ code: 0, isThere: false });
  });
});

it('cases are not looked for inside a file', async () => {
  const { code, stderr } = await runPolicy('backtest', policy, '--cases', at('facts.json/cases.jsonl'), '--countries', 'none');
  expect(stderr).toContain('cases.jsonl: no such file');
  expect(code).toBe(2);
});
