import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root } from './source-files.js';

const folders = ['src', 'test', 'examples', 'docs', 'bench', 'scripts', 'api', '.ci', '.github'];
const readable = /\.(ts|js|mjs|md|json|ya?ml|tape|sh)$/;

function existingFiles(folder: string): readonly string[] {
  try {
    return filesBelow(folder, '')
      .filter((file) => readable.test(file))
      .map((file) => `${folder}/${file}`);
  } catch {
    return [];
  }
}

// Split, so that this file does not say them itself.
const foreign = [
  ['/wo', 'rk/'],
  ['../sha', 'red/'],
  ['.libr', 'ary'],
  ['regis', 'try.npm'],
  ['/ho', 'me/'],
  ['/Us', 'ers/'],
].map((parts) => parts.join(''));

describe('the words of the repository', () => {
  it('name no path or host of the machine it was written on', () => {
    const files = [...folders.flatMap(existingFiles), 'package.json', 'package-lock.json'];
    const found = files.flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return foreign.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(files.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });
});
