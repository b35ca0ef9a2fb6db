import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/policy/explain/messages/en.js';
import { simplifiedChinese } from '../../../src/policy/explain/messages/zh-hans.js';
import { sentenceArguments } from '../../../src/policy/explain/sentence-arguments.js';

const languages = [
  ['en', english],
  ['zh-Hans', simplifiedChinese],
] as const;

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** A piece of plain text has a value too, and type 0 of the parser's list. */
const isPlainText = (part: Parts[number]): boolean => String(part.type) === '0';

/** Every argument a message names, also inside its choices. */
const argumentsOf = (parts: Parts): readonly string[] =>
  parts.flatMap((part): readonly string[] => {
    const name = 'value' in part && !isPlainText(part) ? [part.value] : [];
    const inside = 'options' in part ? Object.values(part.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return [...name, ...inside];
  });

const choicesOf = (parts: Parts): readonly string[] =>
  parts.flatMap((part) =>
    'options' in part
      ? [...Object.keys(part.options), ...Object.values(part.options).flatMap(({ value }) => choicesOf(value))]
      : [],
  );

const counts = new Set(['count', 'days', 'step']);
const words = new Set(['certainty', 'kind', 'leg', 'strength', 'verdict']);

describe.each(languages)('the sentences of %s', (locale, { sentences }) => {
  const entries = Object.entries(sentenceArguments).map(([key, names]) => ({
    key,
    names,
    text: sentences[key as keyof typeof sentences],
  }));

  it.each(entries)('$key is made of what it is given, and of nothing else', ({ names, text }) => {
    const used = new Set(argumentsOf(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst()));
    expect([...used].sort()).toEqual([...names].sort());
  });

  it.each(entries)('$key is formatted in full, whichever way its choices fall', ({ names, text }) => {
    const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    const named: readonly string[] = names;
    const shown = named.filter((name) => !words.has(name));
    for (const choice of ['other', ...choicesOf(message.getAst())]) {
      for (const count of [0, 1, 2, 21]) {
        const values = named.map((name) => [name, counts.has(name) ? count : words.has(name) ? choice : `<${name}>`]);
        const said = String(message.format(Object.fromEntries(values) as Record<string, string>));
        expect(said).not.toBe('');
        expect(said).not.toMatch(/[{}]/);
        if (choicesOf(message.getAst()).length === 0)
          for (const name of shown) expect(said).toContain(counts.has(name) ? String(count) : `<${name}>`);
      }
    }
  });
});

describe('the two languages', () => {
  const flatten = (value: object, path = ''): readonly (readonly [string, string])[] =>
    Object.entries(value).flatMap(([key, entry]: [string, unknown]) =>
      typeof entry === 'object' && entry !== null
        ? flatten(entry, `${path}${key}.`)
        : [[`${path}${key}`, String(entry)] as const],
    );
  const englishWords = flatten(english);
  const chineseWords = new Map(flatten(simplifiedChinese));

  it('have words for the same things', () => {
    expect([...chineseWords.keys()].sort()).toEqual(englishWords.map(([key]) => key).sort());
  });

  it('leave nothing untranslated: what is said in Chinese is said in Chinese', () => {
    const same = englishWords.filter(
      ([key, text]) => chineseWords.get(key) === text && /[a-z]/.test(text.replaceAll(/\{[^}]*\}/g, '')),
    );
    expect(same).toEqual([]);
  });

  it('never leave a word empty', () => {
    const empty = [...englishWords, ...chineseWords].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });
});
