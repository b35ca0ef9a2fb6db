import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLosslessly, stringifyLosslessly } from '../../src/core/lossless-json.js';

/** Texts that look like JSON from outside: digits, quotation marks, backslashes and the signs between values. */
const trickyText = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('"', '\\', ':', ',', '[', '{', '}', '-', ' ', '12345678901234567', '\uE000int:5'), { maxLength: 12 })
    .map((parts) => parts.join('')),
);
const integer = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n });
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    integer,
    trickyText,
    fc.boolean(),
    fc.constant(null),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((double) => (Object.is(double, -0) || Number.isInteger(double) ? 0.5 : double)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(trickyText, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** What must come back: a bigint as a number while a double carries it, otherwise as its text. */
const expected = (given: unknown): unknown => {
  if (typeof given === 'bigint') return Number.isSafeInteger(Number(given)) ? Number(given) : String(given);
  if (Array.isArray(given)) return given.map(expected);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, member]) => [name, expected(member)]));
};

const outcomeOf = (parse: (text: string) => unknown, text: string): unknown => {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? 'not JSON' : error;
  }
};

describe('parseLosslessly', () => {
  it('keeps every integer that stringifyLosslessly wrote, wherever it stands', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('', ' ', '\n\t'), (given, space) => {
        const text = `${space}${stringifyLosslessly(given)}${space}`;
        expect(parseLosslessly(text)).toEqual(expected(given));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with JSON.parse on any text, valid or not, whose integers are all safe', () => {
    const signs = fc.constantFrom(
      '"',
      '\\',
      ':',
      ',',
      '[',
      ']',
      '{',
      '}',
      '-',
      ' ',
      'e',
      '.',
      '1234567890.123456789',
      '"a"',
      '1e-12345678901234567',
      '0',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        expect(outcomeOf(parseLosslessly, text)).toEqual(outcomeOf(JSON.parse, text));
      }),
      { numRuns: 2000 },
    );
  });

  it('never mends what is not JSON', () => {
    const signs = fc.constantFrom('"', '\\', ':', ',', '[', ']', '{', '}', '-', ' ', '"a"', '0', '12345678901234567');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        expect(outcomeOf(parseLosslessly, text) === 'not JSON').toBe(outcomeOf(JSON.parse, text) === 'not JSON');
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['{"id":9007199254740991}', { id: 9007199254740991 }],
    ['{"id":9007199254740993}', { id: '9007199254740993' }],
    ['[10000000000000000]', ['10000000000000000']],
    ['-12345678901234567', '-12345678901234567'],
    ['  12345678901234567  ', '12345678901234567'],
    ['{"a":"say \\"\\\\","id":12345678901234567}', { a: 'say "\\', id: '12345678901234567' }],
    ['{"a":": 12345678901234567,"}', { a: ': 12345678901234567,' }],
    ['[12.339999999999999858,12345678901234567.5]', [12.34, 12345678901234567.5]],
  ])('reads %s', (text, parsed) => {
    expect(parseLosslessly(text)).toEqual(parsed);
  });

  it.each([
    '{"a":1,12345678901234567:2}',
    '[01234567890123456]',
    '{12345678901234567}',
    '[--12345678901234567]',
    '12345678901234567 8',
    '',
  ])('refuses %s as JSON.parse does', (text) => {
    expect(() => parseLosslessly(text)).toThrow(SyntaxError);
  });
});

describe('stringifyLosslessly', () => {
  it('writes what JSON.stringify writes where there is no bigint', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        expect(stringifyLosslessly(given)).toBe(JSON.stringify(given));
      }),
    );
  });

  it('writes a bigint with all its digits and leaves out what is undefined', () => {
    expect(stringifyLosslessly({ id: 12345678901234567890n, none: undefined, list: [undefined, 1n] })).toBe(
      '{"id":12345678901234567890,"list":[null,1]}',
    );
  });

  it('writes undefined as null', () => {
    expect(stringifyLosslessly(undefined)).toBe('null');
  });
});
