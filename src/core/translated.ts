/** Our word beside the marketplace's own: an unknown native word is kept raw, never an exception and never a guess. */
export interface Translated<Word extends string> {
  readonly unified: Word | 'unknown';
  readonly raw: string;
}

/** Translates a native word by a table of known words; an unlisted one becomes `unknown` with its raw text kept. */
export const translate = <Word extends string>(table: Readonly<Record<string, Word>>, raw: string): Translated<Word> => ({
  unified: Object.hasOwn(table, raw) ? (table[raw] ?? 'unknown') : 'unknown',
  raw,
});
