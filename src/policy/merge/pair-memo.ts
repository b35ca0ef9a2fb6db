/** Remembers what two objects came to together, as long as both are in use. */
export const createPairMemo = <First extends object, Second extends object, Value>(): ((
  first: First,
  second: Second,
  make: () => Value,
) => Value) => {
  const known = new WeakMap<First, WeakMap<Second, Value>>();
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
