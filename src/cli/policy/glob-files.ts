import { existsSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../exit-code.js';

const magic = /[*?[{]/;

/** `{a,b}` as the patterns it stands for, the innermost braces first: `{a,{b,c}}` is `{a,b}` and `{a,c}`. */
const expandBraces = (pattern: string): readonly string[] => {
  const [whole, head = '', choices = '', tail = ''] = /^(.*)\{([^{}]*)\}(.*)$/s.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  return [...new Set(choices.split(',').flatMap((choice) => expandBraces(`${head}${choice}${tail}`)))];
};

const quoted = (text: string): string => text.replace(/[\\^$.|+()[\]{}]/g, '\\$&');

/** One name of a path as an expression; a wildcard at its head leaves hidden files alone. */
const toExpression = (segment: string): RegExp => {
  const parts = segment.match(/\*+|\?|\[[^\]]+\]|[^*?[]+|\[/g) ?? [];
  const body = parts.map((part) => {
    if (part.startsWith('*')) return '.*';
    if (part === '?') return '.';
    return part.length > 2 && part.startsWith('[') ? part.replace('[!', '[^').replaceAll('\\', '\\\\') : quoted(part);
  });
  try {
    return new RegExp(`^${/^[*?[]/.test(segment) ? '(?!\\.)' : ''}${body.join('')}$`, 'su');
  } catch {
    // The only part that is handed on as it was written.
    throw new UsageError(`${segment}: not a pattern: a range in brackets goes upward, as [a-z] does`);
  }
};

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    // A folder that is not there, or may not be read, holds nothing that matches.
    return [];
  }
};

const isPassable = (entry: Dirent): boolean =>
  entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.');

/** Files below a folder that match the rest of a pattern. */
const matching = (folder: string, [segment = '', ...rest]: readonly string[]): readonly string[] => {
  const inside = (name: string): string => `${folder}${name}`;
  if (segment === '**') {
    const below = entriesOf(folder).filter(isPassable);
    return [...matching(folder, rest), ...below.flatMap(({ name }) => matching(inside(`${name}/`), [segment, ...rest]))];
  }
  if (!magic.test(segment)) {
    if (rest.length > 0) return matching(inside(`${segment}/`), rest);
    return segment !== '' && existsSync(inside(segment)) ? [inside(segment)] : [];
  }
  const expression = toExpression(segment);
  const found = entriesOf(folder).filter(({ name }) => expression.test(name));
  return rest.length === 0
    ? found.filter((entry) => !entry.isDirectory()).map(({ name }) => inside(name))
    : found.filter((entry) => !entry.isFile()).flatMap(({ name }) => matching(inside(`${name}/`), rest));
};

/** The files of one pattern (`*`, `**`, `?`, `[a-z]`, `{a,b}`), sorted; hidden folders and node_modules are passed by. */
const globFiles = (pattern: string): readonly string[] =>
  expandBraces(pattern.split(path.sep).join('/'))
    .flatMap((one) => matching('', one.split('/')))
    .sort();

/** A file the user named, by itself or by a pattern. */
export interface NamedFile {
  readonly file: string;
  readonly isFromPattern: boolean;
}

const isPattern = (argument: string): boolean => magic.test(argument) && !existsSync(argument);

/** The files that arguments of a command name, each once, for shells that leave patterns alone and for patterns in quotes. */
export const nameFiles = (given: readonly string[]): readonly NamedFile[] => {
  const named = given.flatMap((argument): readonly NamedFile[] => {
    if (!isPattern(argument)) return [{ file: argument, isFromPattern: false }];
    const files = globFiles(argument);
    if (files.length === 0) throw new UsageError(`${argument}: no file matches this pattern`);
    return files.map((file) => ({ file, isFromPattern: true }));
  });
  return [...new Map(named.map((one) => [path.resolve(one.file), one])).values()];
};
