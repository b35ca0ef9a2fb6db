import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { namesIn, publicNames } from './public-names.js';
import type { SourceFile } from './source-files.js';

const fileOf = (path: string, text: string): SourceFile => ({
  path,
  text,
  syntax: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
});

/** Letters alone, so that `CaseStore` and "A case store." are the same. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/\b(an?|the)\b|[^a-z]/g, '');

const saysNothing = ({ name, documentation }: { readonly name: string; readonly documentation: string }): boolean =>
  documentation.split(/\s+/).length < 3 || lettersOf(documentation) === lettersOf(name);

describe('the docstrings of the public names', () => {
  it('are there, and say more than the name', () => {
    const bare = publicNames().filter(saysNothing);
    expect(bare.map(({ entry, name }) => `${entry}: ${name}`)).toEqual([]);
  });

  it('are looked for where a name is declared, through any re-export', () => {
    const files = [
      fileOf(
        'index.ts',
        "export { plain as named, type Shape } from './middle.js';\n/** The number of all. */\nexport const own = 1;",
      ),
      fileOf(
        'middle.ts',
        "import { plain } from './deep/plain.js';\nexport { plain };\nexport type { Shape } from './deep/plain.js';",
      ),
      fileOf('deep/plain.ts', '/** Does what it must. */\nexport const plain = 1;\n// No docstring.\nexport interface Shape {}'),
    ];
    const [index] = files;
    const found = index === undefined ? [] : namesIn(new Map(files.map((file) => [file.path, file])), index);
    expect(found).toEqual([
      { name: 'own', documentation: 'The number of all.' },
      { name: 'named', documentation: 'Does what it must.' },
      { name: 'Shape', documentation: '' },
    ]);
    expect(found.filter(saysNothing).map(({ name }) => name)).toEqual(['Shape']);
  });

  it('are not the name once more', () => {
    expect(saysNothing({ name: 'CaseStore', documentation: 'A case store.' })).toBe(true);
    expect(saysNothing({ name: 'CaseStore', documentation: 'Where observations are kept.' })).toBe(false);
  });
});
