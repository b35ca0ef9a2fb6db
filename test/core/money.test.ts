import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  compareMoney,
  exponentOf,
  formatMoney,
  isSameMoney,
  money,
  subtractMoney,
  toDecimal,
  toMoney,
} from '../../src/core/money.js';

describe('amounts per currency', () => {
  test.each([
    ['JPY', '1409', 1409],
    ['KRW', '1409.0', 1409],
    ['VND', '125000', 125_000],
    ['CLP', '990', 990],
    ['IDR', '150000', 15_000_000],
    ['SGD', '13.97', 1397],
    ['KWD', '1.005', 1005],
    ['CLF', '0.0001', 1],
  ])('%s %s is %i minor units', (currency, decimal, minor) => {
    expect(toMoney(decimal, currency)).toEqual({ minor, currency });
  });

  test('a JSON number is read by its shortest text, so binary fractions do not show', () => {
    expect(toMoney(1409.9, 'SGD').minor).toBe(140_990);
    expect(toMoney(0.1 + 0.2, 'EUR', 'half-even').minor).toBe(30);
    expect(toMoney(1e3, 'EUR').minor).toBe(100_000);
    expect(() => toMoney(1e21, 'JPY')).toThrow('2^53');
  });

  test.each(['', 'abc', '1,5', '0x10', 'NaN', 'Infinity', '--1', '1.2.3', '1 000'])('refuses %j', (decimal) => {
    expect(() => toMoney(decimal, 'EUR')).toThrow(/not a decimal amount/);
  });

  test('refuses an amount finer than the currency, unless a rounding is named', () => {
    expect(() => toMoney('0.005', 'EUR')).toThrow('EUR allows (2)');
    expect(toMoney('0.005', 'EUR', 'half-even').minor).toBe(0);
    expect(toMoney('0.015', 'EUR', 'half-even').minor).toBe(2);
    expect(toMoney('0.005', 'EUR', 'half-up').minor).toBe(1);
    expect(toMoney('-0.005', 'EUR', 'half-up').minor).toBe(-1);
    expect(toMoney('0.019', 'EUR', 'down').minor).toBe(1);
    expect(toMoney('0.0051', 'EUR', 'half-even').minor).toBe(1);
  });

  test('refuses what is not a currency or not a safe integer', () => {
    expect(() => money(1, 'eur')).toThrow('ISO 4217');
    expect(() => money(0.5, 'EUR')).toThrow('whole number');
    expect(() => money(Number.MAX_SAFE_INTEGER + 1, 'EUR')).toThrow('2^53');
    expect(() => toMoney('99999999999999999', 'EUR')).toThrow('2^53');
  });

  test('zero has no sign', () => {
    expect(Object.is(toMoney('-0', 'EUR').minor, 0)).toBe(true);
    expect(toDecimal(money(-0, 'EUR'))).toBe('0.00');
  });

  test('prints amounts below one unit and negative ones', () => {
    expect(toDecimal(money(-5, 'EUR'))).toBe('-0.05');
    expect(toDecimal(money(-1409, 'JPY'))).toBe('-1409');
    expect(formatMoney(money(1397, 'SGD'))).toBe('13.97 SGD');
  });

  test('never combines currencies', () => {
    expect(() => addMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow('cannot combine EUR with USD');
    expect(() => compareMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow('cannot combine');
    expect(isSameMoney(money(1, 'EUR'), money(1, 'USD'))).toBe(false);
  });
});

describe('properties', () => {
  const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'VND', 'IDR');
  const amount = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), currency).map(([minor, code]) => money(minor, code));

  test('decimal text and back is the same amount', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(toMoney(toDecimal(value), value.currency)).toEqual(value);
      }),
    );
  });

  test('text has exactly as many decimals as the currency', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const decimals = toDecimal(value).split('.')[1]?.length ?? 0;
        expect(decimals).toBe(exponentOf(value.currency));
      }),
    );
  });

  test('a sum minus a part is the rest, to the last minor unit', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: -1e9, max: 1e9 }), (value, minor) => {
        const part = money(minor, value.currency);
        expect(subtractMoney(addMoney(value, part), part)).toEqual(value);
        expect(Math.sign(compareMoney(addMoney(value, part), value))).toBe(Math.sign(minor));
      }),
    );
  });

  test('a sum of many decimals equals the sum in whole minor units', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99_999 }), { maxLength: 50 }), (cents) => {
        const total = cents.map((cent) => toMoney((cent / 100).toFixed(2), 'EUR')).reduce(addMoney, money(0, 'EUR'));
        expect(total.minor).toBe(cents.reduce((sum, cent) => sum + cent, 0));
      }),
    );
  });
});
