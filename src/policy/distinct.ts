const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const noKeys: ReadonlySet<string> = new Set();

/** Whether plain data is equal, apart from what stands under the skipped keys. What was made once is the same by being the same. */
export const isSameData = (left: unknown, right: unknown, skipped: ReadonlySet<string> = noKeys): boolean => {
  if (left === right) return true;
  if (!isRecord(left) || !isRecord(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && (skipped.has(key) || isSameData(left[key], right[key], skipped)))
  );
};

/** The only list that holds something; `null` where there are several, or none. */
const onlyFilled = <Item>(lists: readonly (readonly Item[])[]): readonly Item[] | null => {
  let only: readonly Item[] | null = null;
  for (const list of lists) {
    if (list.length === 0) continue;
    if (only !== null && only !== list) return null;
    only = list;
  }
  return only;
};

/** Every different element once, in the order of first sight. Those of one list differ already. */
export const distinct = <Item>(lists: readonly (readonly Item[])[]): readonly Item[] => {
  const only = onlyFilled(lists);
  if (only !== null) return only;
  const found: Item[] = [];
  for (const list of lists) {
    for (const item of list) if (!found.includes(item) && !found.some((known) => isSameData(known, item))) found.push(item);
  }
  return found;
};
