/**
 * JSON whose numbers survive. Marketplaces send 16 to 19 digit ids as JSON numbers; `JSON.parse` rounds them silently.
 * A number that a double cannot carry is delivered as its own decimal text; every other value is exactly what `JSON.parse` gives.
 */
const longNumber = /[\d.]{16}/;
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

const isCarriedExactly = (text: string): boolean => {
  const value = Number(text);
  if (/^-?\d+$/.test(text)) return Number.isSafeInteger(value);
  return /[eE]/.test(text) || String(value) === text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
};

const quoteLongNumber = (token: string): string =>
  token.length < 16 || token.startsWith('"') || isCarriedExactly(token) ? token : `"${token}"`;

/** Parses JSON without losing digits. Throws the `SyntaxError` of `JSON.parse` for text that is not JSON. */
export const parseLosslessly = (text: string): unknown => {
  if (!longNumber.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(stringOrNumber, quoteLongNumber));
};

const bigintMark = '\uE000int:';
const markedBigint = new RegExp(`"${bigintMark}(-?\\d+)"`, 'g');

/** Writes JSON; a `bigint` becomes a JSON number with all its digits, which is how an id above 2^53 is sent where a number is demanded. */
export const stringifyLosslessly = (value: unknown): string => {
  const text = JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? `${bigintMark}${member}` : member));
  return text.includes(bigintMark) ? text.replace(markedBigint, '$1') : text;
};
