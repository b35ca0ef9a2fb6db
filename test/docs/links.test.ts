import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorClassNames } from '../../src/testing/error-class-names.js';
import { pages } from '../house/markdown-snippets.js';
import { filesBelow, root } from '../house/source-files.js';

const textOf = (page: string): string => readFileSync(path.join(root, page), 'utf8');
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** The name under which a heading can be linked to. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/`/g, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (page: string): readonly string[] =>
  [...withoutCode(textOf(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading.trim()));

const linksOf = (page: string): readonly string[] =>
  [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

const isBroken = (page: string, link: string): boolean => {
  if (/^https?:/.test(link)) return false;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : path.posix.normalize(path.posix.join(path.posix.dirname(page), file));
  if (!existsSync(path.join(root, target))) return true;
  return anchor !== undefined && !anchorsOf(target).includes(anchor);
};

describe('links', () => {
  it.each(pages())('%s leads nowhere wrong', (page) => {
    expect(linksOf(page).filter((link) => isBroken(page, link))).toEqual([]);
  });

  it('finds a broken one', () => {
    expect(isBroken('README.md', 'docs/no-such-page.md')).toBe(true);
    expect(isBroken('README.md', '#no-such-heading')).toBe(true);
  });

  it('reach every concept, marketplace and example from the index', () => {
    const linked = linksOf('docs/README.md').map((link) =>
      path.posix.normalize(path.posix.join('docs', link.split('#')[0] ?? '')),
    );
    const wanted = [
      ...filesBelow('docs/concepts', '.md').map((file) => `docs/concepts/${file}`),
      ...filesBelow('docs/marketplaces', '.md').map((file) => `docs/marketplaces/${file}`),
      ...filesBelow('examples', '.ts').map((file) => `examples/${file}`),
    ];
    expect(wanted.filter((file) => !linked.includes(file))).toEqual([]);
  });
});

describe('the page about errors', () => {
  it('says what to do about each class and code', () => {
    const text = textOf('docs/concepts/errors.md');
    const untold = Object.entries(errorClassNames).filter(
      ([code, name]) => !new RegExp(`^\\| \`${name}\` +\\| \`${code}\` `, 'm').test(text),
    );
    expect(untold).toEqual([]);
  });
});
