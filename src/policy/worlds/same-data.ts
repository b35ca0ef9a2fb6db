const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const noKeys: ReadonlySet<string> = new Set();

/** Whether plain data is equal, apart from what stands under the skipped keys. What was made once is the same by being the same. */
export const isSameData = (left: unknown, right: unknown, skipped: ReadonlySet<string> = noKeys): boolean => {
  if (left === right) return true;
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => skipped.has(key) || (key in right && isSameData(left[key], right[key], skipped)))
  );
};
