/** Amounts are whole minor units inside; only the wire has decimals. */
const decimalsOf = (currency: string): number => (currency === 'JPY' ? 0 : 2);

/** As the Finances API writes it: a JSON number. */
export const toMajor = (minor: number, currency: string): number => minor / 10 ** decimalsOf(currency);

/** As reports and orders write it: decimal text. */
export const toDecimalText = (minor: number, currency: string): string =>
  (minor / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency));

/** `undefined` for text that is no amount of this currency. */
export const parseMinor = (text: string, currency: string): number | undefined => {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const decimals = decimalsOf(currency);
  if (fraction.slice(decimals).replace(/0+$/, '') !== '') return undefined;
  const minor = Number(whole) * 10 ** decimals + Number(fraction.slice(0, decimals).padEnd(decimals, '0') || '0');
  return sign === '-' && minor !== 0 ? -minor : minor;
};
