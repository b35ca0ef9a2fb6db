import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLoginNames } from '../../../src/marketplaces/aliexpress/login-names.js';

const cleanerOf = (...names: readonly string[]): ((text: string) => string) => {
  const known = createLoginNames();
  for (const name of names) known.learn(name);
  return known.clean;
};

describe('a name under which a buyer logs in', () => {
  test.each(['tom', 'x', 'vera.k-1990', 'Анна_К', 'a@b', 'two words', "o'neil", 'mx170775425vyrae', '$&', '(.*)'])(
    "is removed as '%s', whatever its shape",
    (name) => {
      const clean = cleanerOf(name);
      for (const quoted of [name, name.toUpperCase(), `"${name}"`, `${name}.`, `(${name})`]) {
        expect(clean(`user ${quoted} not found`)).toMatch(/^user \W*\[redacted\]\W* not found$/);
      }
      expect(clean(`buyer_login_id=${encodeURIComponent(name)}&q=1`)).toBe('buyer_login_id=[redacted]&q=1');
    },
  );

  test('makes no hole in other words', () => {
    expect(cleanerOf('tom', 'er')('Customer error: tomorrow')).toBe('Customer error: tomorrow');
  });

  test('is removed in its usual shape also when nobody has met it', () => {
    expect(cleanerOf()('no issue of mx170775425vyrae')).toBe('no issue of [redacted]');
  });

  test('may be anything, and is gone from a sentence it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), (name) => {
        fc.pre(name.trim() !== '' && !'[redacted]'.includes(name) && !/[.!*~_-]/.test(name));
        expect(cleanerOf(name)(`<${name}>`)).not.toContain(`<${name}>`);
      }),
      { numRuns: 200 },
    );
  });

  test('of ten thousand met later is forgotten, so that memory has an end', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `later${String(index)}`);
    expect(cleanerOf('tom', ...many)('tom and later9999')).toBe('tom and [redacted]');
  });
});
