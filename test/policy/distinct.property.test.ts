import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { distinct, isSameData } from '../../src/policy/distinct.js';

/** Few values, so that equal ones meet. */
const data = fc.letrec<{ readonly value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1, '', 'a'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'because'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const withoutCitations = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, entry: unknown) => (key === 'because' ? 0 : entry)));

describe('data that is compared', () => {
  it('is the same as node says, in whatever order its keys stand', () => {
    fc.assert(
      fc.property(data, data, (left, right) => {
        expect(isSameData(left, right)).toBe(isDeepStrictEqual(left, right));
        expect(isSameData(left, structuredClone(left))).toBe(true);
      }),
    );
  });

  it('is the same where it differs under skipped keys only', () => {
    const skipped = new Set(['because']);
    fc.assert(
      fc.property(data, data, (left, right) => {
        expect(isSameData(left, right, skipped)).toBe(isDeepStrictEqual(withoutCitations(left), withoutCitations(right)));
      }),
      { examples: [[{ because: null }, { a: {} }]] },
    );
  });

  it('is listed once, in the order of first sight', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(data, { comparator: isDeepStrictEqual, maxLength: 4 }), { maxLength: 4 }), (lists) => {
        const expected = lists
          .flat()
          .filter((item, index, all) => all.findIndex((other) => isDeepStrictEqual(other, item)) === index);
        expect(distinct(lists)).toEqual(expected);
      }),
    );
  });
});
