/** Remembers what two objects came to together, as long as both are in use. */
export const createPairMemo = <Value>(): ((first: object, second: object, make: () => Value) => Value) => {
  const known = new WeakMap<object, WeakMap<object, Value>>();
  return (first, second, make) => {
    let bySecond = known.get(first);
    if (bySecond === undefined) {
      bySecond = new WeakMap();
      known.set(first, bySecond);
    }
    const kept = bySecond.get(second);
    if (kept !== undefined) return kept;
    const made = make();
    bySecond.set(second, made);
    return made;
  };
};
