import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaintsAbout, pages, snippetsOf } from './markdown-snippets.js';
import { root } from './source-files.js';

const snippets = pages().flatMap((page) => snippetsOf(page, readFileSync(path.join(root, page), 'utf8')));
const broken = { name: 'a broken snippet', code: "import { nothingOfThatName } from 'aftersale';\n" };
const complaints = complaintsAbout([...snippets, broken]);

describe('the code in README and docs', () => {
  it('is compiled against the sources', () => {
    expect(complaints.get(broken.name)?.join()).toMatch(/nothingOfThatName|aftersale/);
  });

  it.each(snippets.map(({ name }) => name))('compiles: %s', (name) => {
    expect(complaints.get(name)).toEqual([]);
  });
});
