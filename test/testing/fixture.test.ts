import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseFixture, readFixtures } from '../../src/testing/index.js';

const fixture = {
  description: 'a case is read',
  source: 'https://example.com/cases (read 2026-11-21)',
  endpoint: 'cases.get',
  input: { id: '9007199254740993' },
  request: { method: 'GET', path: '/cases', query: { id: '9007199254740993' } },
  response: { status: 200, body: { id: '9007199254740993', status: 'OPEN' } },
  expected: { id: '9007199254740993' },
};

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fixtures-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
};

describe('a wire fixture', () => {
  it('is taken as it stands', () => {
    expect(parseFixture(fixture)).toEqual(fixture);
  });

  it.each([
    ['a stray key', { ...fixture, respones: {} }, 'respones'],
    ['no origin', { ...fixture, source: '' }, 'source: name the page'],
    ['a path with the host', { ...fixture, request: { method: 'GET', path: 'https://x/y' } }, 'request.path'],
    ['two results', { ...fixture, isUncertain: true }, 'exactly one of'],
    ['no result', { ...fixture, expected: undefined }, 'exactly one of'],
    ['two answers', { ...fixture, response: { status: 200, body: 1, text: '1' } }, 'response: give the answer'],
    ['an unknown error', { ...fixture, expected: undefined, error: { code: 'rate-limited' } }, 'error.code: expected the code'],
    ['no input', { ...fixture, input: undefined }, 'input'],
  ])('is refused with %s, naming file and place', (_, value, message) => {
    expect(() => parseFixture(value, { file: 'one.json' })).toThrow(message);
    expect(() => parseFixture(value, { file: 'one.json' })).toThrow('one.json');
  });

  it('takes null for an expected result', () => {
    expect(parseFixture({ ...fixture, expected: null }).expected).toBeNull();
  });
});

describe('a folder of fixtures', () => {
  it('is read in the order of names, one or several to a file', () => {
    const folder = folderWith({
      'b.json': JSON.stringify({ ...fixture, description: 'last' }),
      'a.json': JSON.stringify([fixture, { ...fixture, description: 'second' }]),
      'notes.md': 'not a fixture',
    });
    const names = ['a case is read', 'second', 'last'];
    expect(readFixtures(folder).map(({ description }) => description)).toEqual(names);
    expect(readFixtures(pathToFileURL(`${folder}/`)).map(({ description }) => description)).toEqual(names);
  });

  it('names the file that is not JSON', () => {
    expect(() => readFixtures(folderWith({ 'torn.json': '{' }))).toThrow(/torn\.json is not JSON/);
  });
});
