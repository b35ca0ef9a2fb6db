import assert from 'node:assert/strict';
import { inspect } from 'node:util';

/** Everything a logger or a debugger could print of a value: hidden fields, causes and `toJSON` too. */
const printed = (value: unknown): string => {
  const asText = inspect(value, { depth: 12, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null });
  try {
    return `${asText}\n${JSON.stringify(value)}`;
  } catch {
    return asText;
  }
};

/** Fails when a secret can be read in any of the values, without repeating it. */
export const assertNoSecret = (secrets: readonly string[], values: readonly unknown[], where: string): void => {
  for (const value of values) {
    const text = printed(value);
    const found = secrets.findIndex((secret) => secret !== '' && text.includes(secret));
    assert.equal(found, -1, `secret number ${found + 1} of the adapter can be read in ${where}`);
  }
};
