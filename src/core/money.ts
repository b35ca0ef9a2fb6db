import { InvalidInputError } from './errors/caller-errors.js';

/** An exact amount: `minor` counts the currency's smallest unit (cents, yen) as a safe integer. Never a float sum. */
export interface Money {
  readonly minor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** How an amount finer than the currency's smallest unit is treated; `exact` refuses it. */
export type Rounding = 'exact' | 'half-even' | 'half-up' | 'down';

const withoutDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const withThreeDecimals = 'BHD IQD JOD KWD LYD OMR TND';
const withFourDecimals = 'CLF UYW';

const exponents = new Map<string, number>([
  ...withoutDecimals.split(' ').map((code) => [code, 0] as const),
  ...withThreeDecimals.split(' ').map((code) => [code, 3] as const),
  ...withFourDecimals.split(' ').map((code) => [code, 4] as const),
]);

/** ISO 4217's code for no currency: an amount whose money is not known. */
export const noCurrency = 'XXX';

/** Decimal digits of a currency's minor unit by ISO 4217 (https://www.six-group.com/en/products-services/financial-information/data-standards.html): JPY 0, EUR and IDR 2, KWD 3. */
export const exponentOf = (currency: string): number => exponents.get(currency) ?? 2;

/** An amount in minor units, checked. */
export const money = (minor: number, currency: string): Money => {
  if (!/^[A-Z]{3}$/.test(currency))
    throw new InvalidInputError(`'${currency}' is not a currency: expected three capital letters of ISO 4217`);
  if (!Number.isSafeInteger(minor))
    throw new InvalidInputError(`${minor} ${currency} is not a whole number of minor units within ±2^53`);
  return { minor: minor === 0 ? 0 : minor, currency };
};

const decimalShape = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Digits and scale of a decimal text, the exponent of `1e3` resolved. */
const parseDecimal = (text: string): { negative: boolean; digits: string; scale: number } | null => {
  const match = decimalShape.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  return { negative: sign === '-', digits: whole + fraction, scale: fraction.length - Number(power) };
};

const roundDigits = (digits: bigint, drop: number, rounding: Rounding): bigint | null => {
  const unit = 10n ** BigInt(drop);
  const quotient = digits / unit;
  const twice = (digits % unit) * 2n;
  if (twice === 0n) return quotient;
  if (rounding === 'exact') return null;
  const up =
    rounding === 'half-up'
      ? twice >= unit
      : rounding === 'half-even' && (twice > unit || (twice === unit && quotient % 2n === 1n));
  return up ? quotient + 1n : quotient;
};

/**
 * Converts a decimal amount in major units (`'13.97'`, `1409.9`) exactly. A number is read by its shortest decimal text, so 0.1 is 0.10 and never 0.1000000000000000055.
 * An amount finer than the currency allows is refused, unless a rounding is named.
 */
export const toMoney = (decimal: string | number, currency: string, rounding: Rounding = 'exact'): Money => {
  const parsed = parseDecimal(String(decimal));
  if (parsed === null) throw new InvalidInputError(`'${decimal}' is not a decimal amount`);
  const shift = exponentOf(currency) - parsed.scale;
  const digits = BigInt(parsed.digits);
  const minor = shift >= 0 ? digits * 10n ** BigInt(shift) : roundDigits(digits, -shift, rounding);
  if (minor === null)
    throw new InvalidInputError(`'${decimal}' has more decimals than ${currency} allows (${exponentOf(currency)})`);
  return money(Number(parsed.negative ? -minor : minor), currency);
};

/** The amount in major units as exact decimal text: `'13.97'`, `'-0.05'`, `'1409'` for JPY. */
export const toDecimal = ({ minor, currency }: Money): string => {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
};

/** For people and logs: `'13.97 SGD'`. */
export const formatMoney = (amount: Money): string => `${toDecimal(amount)} ${amount.currency}`;

const requireSameCurrency = (left: Money, right: Money): void => {
  if (left.currency !== right.currency) throw new InvalidInputError(`cannot combine ${left.currency} with ${right.currency}`);
};

/**
 * The sum of two amounts, exactly.
 * @throws InvalidInputError for two currencies, or a sum beyond what a safe integer holds
 */
export const addMoney = (left: Money, right: Money): Money => {
  requireSameCurrency(left, right);
  return money(left.minor + right.minor, left.currency);
};

/**
 * `left` less `right`, exactly; may be negative.
 * @throws InvalidInputError for two currencies, or beyond what a safe integer holds
 */
export const subtractMoney = (left: Money, right: Money): Money => {
  requireSameCurrency(left, right);
  return money(left.minor - right.minor, left.currency);
};

/** Negative, zero or positive as `left` is less than, equal to or more than `right`; the currencies must agree. */
export const compareMoney = (left: Money, right: Money): number => {
  requireSameCurrency(left, right);
  return left.minor - right.minor;
};

/** Whether amount and currency agree. Amounts in two currencies are never the same, zero included; nothing is thrown. */
export const isSameMoney = (left: Money, right: Money): boolean => left.minor === right.minor && left.currency === right.currency;
