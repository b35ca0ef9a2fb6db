import type { PlainJson } from '../../core/attempt.js';

/** A write's input as plain JSON for its attempt; the content of a file becomes its size. */
export const toPlainInput = (input: unknown): PlainJson => {
  if (input === null || input === undefined) return null;
  if (typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean') return input;
  if (input instanceof Uint8Array) return { sizeInBytes: input.byteLength };
  if (Array.isArray(input)) return input.map(toPlainInput);
  if (typeof input !== 'object') return null;
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, toPlainInput(value)]));
};
