import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCaseId, parseCaseId, toCaseId, toOfferId } from '../../src/core/ids.js';
import { epochMsOf, isCivilDate, isInstant, toCivilDate, toInstant } from '../../src/core/time.js';

describe('instants', () => {
  test('one spelling for one moment, so text order is time order', () => {
    expect(toInstant('2026-11-06T10:00:00+08:00')).toBe('2026-11-06T02:00:00.000Z');
    expect(toInstant(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(toInstant(new Date(1_580_721_513_000))).toBe('2020-02-03T09:18:33.000Z');
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), fc.nat(1e9), (date, later) => {
        const [first, second] = [toInstant(date), toInstant(Math.min(date.getTime() + later, Date.UTC(9999, 11, 31)))];
        expect(first <= second || date.getTime() > Date.UTC(9999, 11, 31)).toBe(true);
        expect(epochMsOf(first)).toBe(date.getTime());
      }),
    );
  });

  test('a time without a zone is refused: it would be read in the zone of the machine', () => {
    expect(() => toInstant('2026-11-06T10:00:00')).toThrow('has no time zone');
    expect(() => toInstant('2026-11-06')).toThrow('has no time zone');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e20, -1e15, 'yesterdayZ'])('%s is no time', (value) => {
    expect(() => toInstant(value)).toThrow('not a time between');
  });

  test('isInstant asks for the one spelling and a real moment', () => {
    expect(isInstant('2026-02-28T23:59:59.999Z')).toBe(true);
    expect(isInstant('2026-02-30T00:00:00.000Z')).toBe(false);
    expect(isInstant('2026-02-28T23:59:59Z')).toBe(false);
    expect(isInstant(5)).toBe(false);
  });
});

describe('civil days', () => {
  test.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['0099-12-31', true],
    ['2026-1-1', false],
    ['20260101', false],
  ])('%s: %s', (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
  });

  test('names what is wrong', () => {
    expect(toCivilDate('2026-11-30')).toBe('2026-11-30');
    expect(() => toCivilDate('2026-11-31')).toThrow("'2026-11-31' is not a calendar day");
  });
});

describe('case ids', () => {
  test('round-trip, also with colons and long digits in the native id', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/);
    const native = fc.stringMatching(/^[!-~]{1,40}$/);
    fc.assert(
      fc.property(word, native, fc.constantFrom('live' as const, 'sandbox' as const), (sellerId, nativeId, environment) => {
        const parts = { marketplace: 'shopee', environment, sellerId, nativeId };
        expect(parseCaseId(toCaseId(parts))).toEqual(parts);
      }),
    );
  });

  test.each(['', 'shopee', 'shopee:live:1', 'shopee:test:1:2', 'Shopee:live:1:2', 'shopee:live::2', 'shopee:live:1:a b'])(
    '%j is refused with what was expected',
    (text) => {
      expect(isCaseId(text)).toBe(false);
      expect(() => parseCaseId(text)).toThrow('<marketplace>:<live|sandbox>:<seller id>:<native id>');
    },
  );

  test('cannot be made from parts that would not come back', () => {
    expect(() => toCaseId({ marketplace: 'shopee', environment: 'live', sellerId: 'a:b', nativeId: '1' })).toThrow(
      'cannot be a case id',
    );
    expect(() => toOfferId('  ')).toThrow('cannot be empty');
  });
});
