import { IntlMessageFormat } from 'intl-messageformat';
import { exponentOf, toDecimal } from '../../core/money.js';
import { createMemo } from '../calendar/memo.js';
import { millisecondsPerDay, parseCivilDay } from '../calendar/civil-day.js';
import type { Money } from '../vocabulary.js';
import type { Vocabulary } from './language.js';
import { resolveLocale } from './locale.js';
import type { SentenceKey, SentenceValues } from './sentence-arguments.js';

/** Says things in one language: everything an explanation is made of goes through it. */
export interface Speaker {
  readonly say: <Key extends SentenceKey>(key: Key, values: SentenceValues<Key>) => string;
  readonly vocabulary: Vocabulary;
  /** What a code means; one that has no words, such as a seller's own, is said as it is written. */
  readonly code: (code: string) => string;
  /** The name of a fact, with its path. */
  readonly fact: (path: string) => string;
  readonly money: (amount: Money) => string;
  /** A civil day, `YYYY-MM-DD`, in words, with its day of the week. */
  readonly day: (civilDay: string) => string;
  /** The same for a day long ago, of which nobody counts the weekdays. */
  readonly date: (civilDay: string) => string;
  readonly list: (items: readonly string[]) => string;
}

/** The word for something that is mostly in the table; as it is written when it is not. */
export const wordIn = (table: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(table, name) ? table[name] : undefined) ?? name;

const isNumeric = (decimal: string): decimal is `${number}` => /^-?\d+(?:\.\d+)?$/.test(decimal);

/** From the exact decimal text, so that no amount ever passes through a float. */
const moneyIn = (locale: string): Speaker['money'] => {
  const formatterOf = createMemo((currency: string) => {
    const digits = exponentOf(currency);
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  });
  return (amount) => {
    const decimal = toDecimal(amount);
    return isNumeric(decimal) ? formatterOf(amount.currency).format(decimal) : `${decimal} ${amount.currency}`;
  };
};

const plainDate = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;

const dayIn = (locale: string, options: Intl.DateTimeFormatOptions): Speaker['day'] => {
  const formatter = new Intl.DateTimeFormat(locale, options);
  return (civilDay) => {
    const day = parseCivilDay(civilDay);
    return day === null ? civilDay : formatter.format(day * millisecondsPerDay);
  };
};

/** What a code with a colon is about: a condition, a class of reasons, a duty, or what has no other name than its own. */
const subjectIn = ({ condition, reasonClass, duty }: Vocabulary, word: string): string =>
  wordIn({ ...duty, ...reasonClass, ...condition }, word);

const createSpeaker = (locale: string): Speaker => {
  const { language, format } = resolveLocale(locale);
  const formatOf = createMemo((text: string) => new IntlMessageFormat(text, format, undefined, { ignoreTag: true }));
  const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
    String(formatOf(text).format({ ...values }));
  const conjunction = new Intl.ListFormat(format, { type: 'conjunction' });
  const { sentences, vocabulary, codes, facts } = language;
  const regions = new Intl.DisplayNames(format, { type: 'region' });
  const holidaysIn = (place: string, year: string): string =>
    place === 'nowhere'
      ? fill(sentences['holidays.nowhere'], { day: year })
      : fill(sentences.holidays, { name: regions.of(place) ?? place, day: year });
  const aboutIn = (head: string, [first = '', ...others]: readonly string[]): string =>
    head.startsWith('calendar-') ? holidaysIn(first, others.join(':')) : subjectIn(vocabulary, [first, ...others].join(':'));
  return {
    say: (key, values) => fill(sentences[key], values),
    vocabulary,
    code: (code) => {
      const [head = code, ...subject] = code.split(':');
      if (!Object.hasOwn(codes, head)) return code;
      const words = wordIn(codes, head);
      return subject.length === 0 ? words : fill(words, { of: aboutIn(head, subject) });
    },
    fact: (path) => (Object.hasOwn(facts, path) ? fill(sentences.fact, { fact: wordIn(facts, path), name: path }) : path),
    money: moneyIn(format),
    day: dayIn(format, { ...plainDate, weekday: 'short' }),
    date: dayIn(format, plainDate),
    list: (items) => conjunction.format(items),
  };
};

/** The speaker of a locale, made once: the formatters behind it are slow to make. */
export const speakerFor: (locale: string) => Speaker = createMemo(createSpeaker);
