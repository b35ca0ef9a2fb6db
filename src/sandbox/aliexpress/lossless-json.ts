import { isJsonObject, parseJson, type JsonObject } from '../json.js';

/** A text, which may hold digits, or a whole number too long for a double. */
const textOrLongNumber = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/** JSON whose long whole numbers are kept as their digits in text: ids of 16 digits and more are ids, not amounts. */
export const parseLossless = (text: string): unknown =>
  parseJson(text.replace(textOrLongNumber, (token) => (token.startsWith('"') ? token : `"${token}"`)));

/** `undefined` for what is no JSON object. */
export const parseLosslessObject = (text: string): JsonObject | undefined => {
  const value = parseLossless(text);
  return isJsonObject(value) ? value : undefined;
};
