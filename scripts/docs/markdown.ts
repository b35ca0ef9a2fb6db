import { format, resolveConfig } from 'prettier';

const escapeCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const code = (word: string): string => `\`${word}\``;

/** A table whose first column is the key. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');

const blockPattern = (name: string): RegExp => new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- /generated -->)`);

/** The page with each generated block replaced; what stands around the blocks is written by hand and kept. */
const replaceBlocks = (page: string, blocks: Readonly<Record<string, string>>): string => {
  const named = [...page.matchAll(/<!-- generated: ([\w-]+) -->/g)].map(([, name = '']) => name);
  const strangers = [
    ...named.filter((name) => !Object.hasOwn(blocks, name)).map((name) => `nothing is generated as '${name}'`),
    ...Object.keys(blocks)
      .filter((name) => !named.includes(name))
      .map((name) => `the page has no place for '${name}'`),
  ];
  if (strangers.length > 0) throw new Error(strangers.join('; '));
  // A function, because `$` in a replacement text has a meaning.
  return Object.entries(blocks).reduce(
    (text, [name, block]) => text.replace(blockPattern(name), (_, start: string, end: string) => `${start}\n${block}\n\n${end}`),
    page,
  );
};

export const renderPage = async (
  path: string,
  { page, blocks }: { readonly page: string; readonly blocks: Readonly<Record<string, string>> },
): Promise<string> => format(replaceBlocks(page, blocks), { ...(await resolveConfig(path)), parser: 'markdown' });
