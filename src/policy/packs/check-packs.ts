import type { DocumentProblem } from '../document/errors.js';
import { showKind } from '../document/mistakes.js';
import { isGroup } from '../document/plain-data.js';
import { describeProblem } from '../document/source-map.js';
import type { Pack } from './types.js';

const isPack = (value: unknown): value is Pack =>
  isGroup(value) &&
  typeof value.id === 'string' &&
  Array.isArray(value.rules) &&
  (value.layer === 'law'
    ? Array.isArray(value.countries)
    : value.layer === 'marketplace' && typeof value.marketplace === 'string');

const kindOf = (found: unknown): string => Object.prototype.toString.call(found).slice('[object '.length, -1).toLowerCase();

const show = (found: unknown, kind: string): string => {
  if (kind === 'promise' || kind === 'module') return `a ${kind}`;
  return isGroup(found) && 'aftersale' in found ? 'a policy document' : showKind(found);
};

const wrongKind = (place: string, found: unknown, expected: string): DocumentProblem => {
  const kind = kindOf(found);
  return describeProblem(found, {
    code: 'invalid-value',
    path: [place],
    found: show(found, kind),
    expected: kind === 'promise' ? `${expected} (await it)` : expected,
  });
};

/** What is no list where one belongs. */
export const checkList = (place: string, found: unknown): readonly DocumentProblem[] =>
  Array.isArray(found) ? [] : [wrongKind(place, found, `a list of ${place}`)];

/** Every entry that is no pack, also where the list has a hole. */
export const checkPacks = (packs: readonly unknown[]): readonly DocumentProblem[] =>
  Array.from(packs, (pack, index) => (isPack(pack) ? [] : [wrongKind(`packs[${String(index)}]`, pack, 'a pack')])).flat();
