/** Freezes a value and all its parts: what many decisions share nobody may change. */
export const freezeAll = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freezeAll);
  }
  return value;
};
