const mostRemembered = 20_000;

/**
 * Remembers the answers of a pure function of one key. It is emptied when it is full, so it never grows without end, and it cannot
 * change an answer.
 */
export const createMemo = <Key, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, value);
    return value;
  };
};
