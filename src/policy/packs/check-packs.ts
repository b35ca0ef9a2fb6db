import type { DocumentProblem } from '../document/errors.js';
import { showKind } from '../document/mistakes.js';
import { isGroup } from '../document/plain-data.js';
import { describeProblem } from '../document/source-map.js';
import type { Pack } from './types.js';

const isPack = (value: unknown): value is Pack =>
  isGroup(value) && Array.isArray(value.rules) && (Array.isArray(value.countries) || typeof value.marketplace === 'string');

const wrongKind = (place: string, value: unknown, expected: string): DocumentProblem => {
  const isPromise = Object.prototype.toString.call(value) === '[object Promise]';
  return describeProblem(value, {
    code: 'invalid-value',
    path: [place],
    found: isPromise ? 'a promise' : showKind(value),
    expected: isPromise ? `${expected} (await it)` : expected,
  });
};

/** What is no list where one belongs. */
export const checkList = (place: string, value: unknown): readonly DocumentProblem[] =>
  Array.isArray(value) ? [] : [wrongKind(place, value, `a list of ${place}`)];

/** Every entry that is no pack, also where the list has a hole. */
export const checkPacks = (packs: readonly unknown[]): readonly DocumentProblem[] =>
  Array.from(packs, (pack, index) => (isPack(pack) ? [] : [wrongKind(`packs[${String(index)}]`, pack, 'a pack')])).flat();
