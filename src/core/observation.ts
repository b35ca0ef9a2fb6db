import type { PlainJson } from './attempt.js';
import type { Instant } from './time.js';

/** What one source told of one thing. Where a marketplace has no cases of its own, cases are made of these. */
export interface Observation {
  /** The same text each time its source tells of the same thing: a newer reading then takes the place of the older one. */
  readonly key: string;
  /** What belongs together, such as an order: only observations of one group can be of the same case. */
  readonly group: string;
  /** The native id of a case that is made of this observation alone. It must follow from the key. */
  readonly nativeId: string;
  readonly readAt: Instant;
  readonly body: PlainJson;
}

/** An observation as it is kept, over all its readings. */
export interface KeptObservation extends Observation {
  /** When each content of it was first read, by a digest of the content. */
  readonly contents: Readonly<Record<string, Instant>>;
}

/** 53 bits of a text, by two multiplicative hashes side by side. Tells contents apart; it keeps nothing secret. */
const digestOf = (text: string): string => {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return ((high >>> 0) * 0x200000 + (low >>> 11)).toString(36);
};

const textOf = (observation: Observation): string => JSON.stringify(observation.body);

/** An observation that has been read once. */
export const toKept = ({ key, group, nativeId, readAt, body }: Observation): KeptObservation => {
  const observation = { key, group, nativeId, readAt, body };
  return { ...observation, contents: { [digestOf(textOf(observation))]: readAt } };
};

const newerOf = (left: KeptObservation, right: KeptObservation): KeptObservation => {
  if (left.readAt !== right.readAt) return left.readAt > right.readAt ? left : right;
  // Two contents read at the same moment: either will do, as long as everybody takes the same.
  return textOf(left) >= textOf(right) ? left : right;
};

/**
 * Two records of the same key as one. The order and the number of joins never matter, so that readings may come in any order, twice,
 * or from several processes.
 */
export const joinKept = (left: KeptObservation, right: KeptObservation): KeptObservation => {
  const contents: Record<string, Instant> = { ...left.contents };
  for (const [digest, at] of Object.entries(right.contents)) {
    const known = contents[digest];
    if (known === undefined || at < known) contents[digest] = at;
  }
  return { ...newerOf(left, right), contents };
};

const byTime = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** When it was read for the first time. */
export const firstSeenAt = ({ contents, readAt }: KeptObservation): Instant => Object.values(contents).sort(byTime)[0] ?? readAt;

/** When its content was last seen to have changed; nothing while it has been the same ever since. */
export const changedAt = ({ contents }: KeptObservation): Instant | undefined => {
  const times = Object.values(contents).sort(byTime);
  return times.length > 1 ? times.at(-1) : undefined;
};
