import type { Reason } from '../../../core/reason.js';
import type { Translated } from '../../../core/translated.js';
import { toIdentifier, toText } from './values.js';
import type { WireNumber, WireText } from '../wire/fields.js';

/** AliExpress publishes no list of reasons; this number is the only one known, the texts are those seen with it. */
const notReceivedId = '115';
const notReceivedTexts = new Set(['not receive good', 'not received', '未收到货']);

/** The reason in the platform's own words; any but "not received" stays `unknown`, because to read meaning into free text is a guess. */
export const toReason = (id: WireNumber, ...texts: readonly WireText[]): Translated<Reason> => {
  const text = texts.map(toText).find((word) => word !== undefined);
  const isNotReceived = toIdentifier(id) === notReceivedId || notReceivedTexts.has((text ?? '').toLowerCase());
  return { unified: isNotReceived ? 'not-received' : 'unknown', raw: text ?? toIdentifier(id) ?? '' };
};
