import {
  unknownKey,
  wrongChoice,
  wrongDetail,
  wrongKeysFirst,
  wrongShape,
  wrongWord,
  type Found,
  type Mistake,
} from './mistakes.js';
import type { AnyPart, Part } from './part.js';
import { isGroup } from './plain-data.js';
import type { ProblemDraft } from './source-map.js';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The parts of each kind. */
type Of<Kind extends AnyPart['kind']> = Extract<AnyPart, { readonly kind: Kind }>;

const nothing: readonly Mistake[] = [];

const checkCount = ({ most, expected }: Of<'count'>, found: Found): readonly Mistake[] => {
  const { value } = found;
  if (typeof value !== 'number' || !Number.isInteger(value)) return [wrongShape(found, expected)];
  return value >= 0 && value <= most ? nothing : [wrongDetail(found, expected)];
};

const checkList = ({ item, least }: Of<'list'>, found: Found): readonly Mistake[] => {
  const { value, place } = found;
  if (!isList(value)) return [wrongShape(found, 'a list')];
  if (value.length < least) return [wrongDetail(found, 'at least one entry')];
  return value.flatMap((entry, key) => checkPart(item, { value: entry, place: { above: place, key } }));
};

/** Every field of every rule goes through here. Mistakes are taken over one by one: a call has no room for a hundred thousand. */
const checkGroup = ({ fields }: Of<'group'>, found: Found): readonly Mistake[] => {
  const { value, place } = found;
  if (!isGroup(value)) return [wrongShape(found, 'a group of keys')];
  const mistakes: Mistake[] = [];
  for (const key in fields) {
    const part = fields[key];
    const entry = value[key];
    if (part === undefined || (part.isOptional === true && entry === undefined)) continue;
    for (const mistake of checkPart(part, { value: entry, place: { above: place, key } })) mistakes.push(mistake);
  }
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(fields, key)) mistakes.push(unknownKey(key, place, Object.keys(fields)));
  }
  return mistakes;
};

const checkTable = ({ keys, entry }: Of<'table'>, found: Found): readonly Mistake[] => {
  const { value, place } = found;
  if (!isGroup(value)) return [wrongShape(found, 'a group of keys')];
  const written = Object.keys(value);
  return [
    ...written
      .filter((key) => keys.includes(key))
      .flatMap((key) => checkPart(entry, { value: value[key], place: { above: place, key } })),
    ...written.filter((key) => !keys.includes(key)).map((key) => unknownKey(key, place, keys)),
  ];
};

const checkChoice = ({ parts }: Of<'either'>, found: Found): readonly Mistake[] => {
  const attempts: (readonly Mistake[])[] = [];
  for (const part of parts) {
    const mistakes = checkPart(part, found);
    if (mistakes.length === 0) return mistakes;
    attempts.push(mistakes);
  }
  return wrongChoice(attempts, found.place);
};

const checkPart = (part: AnyPart, found: Found): readonly Mistake[] => {
  const { value } = found;
  switch (part.kind) {
    case 'text':
      if (typeof value !== 'string') return [wrongShape(found, part.expected)];
      return part.isRight(value) ? nothing : [wrongDetail(found, part.expected)];
    case 'word':
      return part.words.some((word) => word === value) ? nothing : [wrongWord(found, part.words)];
    case 'count':
      return checkCount(part, found);
    case 'yes-no':
      return typeof value === 'boolean' ? nothing : [wrongShape(found, 'true or false')];
    case 'list':
      return checkList(part, found);
    case 'group':
      return checkGroup(part, found);
    case 'table':
      return checkTable(part, found);
    case 'either':
      return checkChoice(part, found);
    case 'again':
      return checkPart(part.part(), found);
  }
};

/** Whether plain data is what a grammar says. */
export const fits = <Value>(grammar: Part<Value>, value: unknown): value is Value =>
  checkPart(grammar, { value, place: null }).length === 0;

/** Everything that is wrong in plain data by a grammar, in the words of the grammar; misspelt keys come first. */
export const findMistakes = (grammar: AnyPart, value: unknown): readonly ProblemDraft[] =>
  wrongKeysFirst(checkPart(grammar, { value, place: null })).map(({ describe }) => describe());
