/** Puts positions that share a key into one set. The sets are the same whatever the order of the keys. */
export const setsByKeys = (keysOf: readonly (readonly string[])[]): readonly (readonly number[])[] => {
  const parents = keysOf.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let next = parents[root]; next !== undefined && next !== root; next = parents[root]) root = next;
    return root;
  };
  const holders = new Map<string, number>();
  keysOf.forEach((keys, index) => {
    for (const key of keys) {
      const [own, other] = [rootOf(index), rootOf(holders.get(key) ?? index)];
      holders.set(key, Math.min(own, other));
      parents[Math.max(own, other)] = Math.min(own, other);
    }
  });
  const sets = new Map<number, number[]>();
  parents.forEach((_, index) => sets.set(rootOf(index), [...(sets.get(rootOf(index)) ?? []), index]));
  return [...sets.values()];
};
