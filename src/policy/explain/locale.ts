import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { Language } from './language.js';
import { english } from './messages/en.js';
import { simplifiedChinese } from './messages/zh-hans.js';

/** The languages explanations are written in, as BCP 47 tags. */
export const explanationLocales = ['en', 'zh-Hans'] as const;
/** A language that explanations are written in; every BCP 47 tag that is near to one of them is taken for it. */
export type ExplanationLocale = (typeof explanationLocales)[number];

const languages: Readonly<Record<ExplanationLocale, Language>> = { en: english, 'zh-Hans': simplifiedChinese };

export interface ResolvedLocale {
  readonly language: Language;
  /** How days, amounts and lists are written: the region asked for, where it is of that language and script. */
  readonly format: string;
}

const unknownLocale = (tag: string): InvalidInputError =>
  new InvalidInputError(`no explanation is written in '${tag}': expected one of ${explanationLocales.join(', ')}`);

const maximized = (tag: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
};

/**
 * The nearest known language: the same language and script before the same language in another script.
 * @throws InvalidInputError when the language is not known or the tag is none
 */
export const resolveLocale = (tag: string): ResolvedLocale => {
  const asked = maximized(tag);
  if (asked === null) throw unknownLocale(tag);
  const known = explanationLocales.map((name) => ({ name, locale: new Intl.Locale(name).maximize() }));
  const sameLanguage = known.filter(({ locale }) => locale.language === asked.language);
  const sameScript = sameLanguage.find(({ locale }) => locale.script === asked.script);
  const found = sameScript ?? sameLanguage[0];
  if (found === undefined) throw unknownLocale(tag);
  // Extensions such as another calendar are left out: days stay those of the decision.
  return { language: languages[found.name], format: sameScript === undefined ? found.name : new Intl.Locale(tag).baseName };
};
