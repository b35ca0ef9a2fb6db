import assert from 'node:assert/strict';

/** Fails unless the value comes back the same from JSON: no `undefined`, no `Date`, no class, no lost digits. */
export const assertPlainJson = (value: unknown, what: string): void => {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  assert.deepStrictEqual(value, copy, `${what} is not plain JSON`);
};
