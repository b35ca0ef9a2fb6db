import type { Reason } from '../../../core/reason.js';
import type { Translated } from '../../../core/translated.js';
import { toIdentifier, toText } from './values.js';
import type { WireNumber, WireText } from '../wire/fields.js';

/** AliExpress publishes no list of reasons; this number is the only one known, the texts are those seen with it. */
const notReceivedId = '115';
const notReceivedTexts = ['not receive good', 'not received', '未收到货'];

/** What the seller has found reasons to mean, by number or text in lower case. */
export type KnownReasons = ReadonlyMap<string, Reason>;

export const createKnownReasons = (given: Readonly<Record<string, Reason>> = {}): KnownReasons =>
  new Map([
    ...[notReceivedId, ...notReceivedTexts].map((word) => [word, 'not-received'] as const),
    ...Object.entries(given).map(([word, reason]) => [word.trim().toLowerCase(), reason] as const),
  ]);

interface WireReason {
  readonly id?: WireNumber;
  /** In the order of preference for `raw`. */
  readonly texts: readonly WireText[];
}

/**
 * The reason in the platform's own words. What neither AliExpress nor the seller says the meaning of stays `unknown`, because to read
 * meaning into free text is a guess.
 */
export const toReason = ({ id, texts }: WireReason, known: KnownReasons): Translated<Reason> => {
  const number = toIdentifier(id);
  const words = texts.map(toText).filter((word) => word !== undefined);
  const unified = [...words, number ?? '']
    .map((word) => known.get(word.trim().toLowerCase()))
    .find((found) => found !== undefined);
  return { unified: unified ?? 'unknown', raw: words[0] ?? number ?? '' };
};
