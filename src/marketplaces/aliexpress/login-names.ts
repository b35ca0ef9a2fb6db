const removed = '[redacted]';

/** `br123456789`: how the platform names buyers that chose no name of their own, known or not. */
const usualShape = /\b[a-z]{2}\d{3,}\w*/gi;

/** What a name in a sentence is set off by; everything else may be part of one. */
const word = /[^\s"'`<>()[\]{},;:=|/\\&?]+/gu;
const isOneWord = (name: string): boolean => name.match(word)?.[0] === name;

const mostNames = 10_000;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const normalize = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * The names under which buyers log in, to remove them should a refusal quote one. A buyer chooses that name, so its shape says nothing:
 * `tom` is one. Known names are compared with whole words, so that a short one makes no holes in others.
 */
export interface LoginNames {
  readonly learn: (name: string) => void;
  readonly clean: (text: string) => string;
}

export const createLoginNames = (): LoginNames => {
  const words = new Set<string>();
  /** Names with a blank or a sign of punctuation in them, which no single word can be. */
  const phrases = new Set<string>();

  const isKnown = (found: string): boolean => {
    const text = normalize(found);
    return words.has(text) || words.has(text.replace(/^[.!*~_-]+|[.!*~_-]+$/g, ''));
  };
  const withoutPhrases = (text: string): string => {
    let cleaned = text;
    for (const phrase of phrases) cleaned = cleaned.replace(new RegExp(literally(phrase), 'giu'), removed);
    return cleaned;
  };
  const add = (names: Set<string>, name: string): void => {
    // Learnt again it is the newest again; the oldest is forgotten first.
    names.delete(name);
    names.add(name);
    const [oldest] = names;
    if (names.size > mostNames && oldest !== undefined) names.delete(oldest);
  };
  const learnOne = (name: string): void => {
    if (isOneWord(name)) add(words, normalize(name));
    else add(phrases, name);
  };

  return {
    learn: (name) => {
      if (name.trim() === '') return;
      for (const form of new Set([name, encodeURIComponent(name.replace(/\p{Surrogate}/gu, ''))])) learnOne(form);
    },
    clean: (text) =>
      withoutPhrases(text)
        .replace(word, (found) => (isKnown(found) ? removed : found))
        .replace(usualShape, removed),
  };
};

/** For calls that know no buyer, such as those for tokens. */
export const withoutLoginNames = (text: string): string => text.replace(usualShape, removed);
