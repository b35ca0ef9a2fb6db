/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
const distance = (left: string, right: string): number => {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row];
    const above = rows[row - 1] ?? [];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swapped = isSwap ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Infinity;
      const changed = (above[column - 1] ?? 0) + (isSame ? 0 : 1);
      line.push(Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, changed, swapped));
    }
    rows.push(line);
  }
  return rows[left.length]?.[right.length] ?? Infinity;
};

const longestWord = 40;

/** Same letters in another spelling (`returnPayer`, `return_payer`, `Return-Payer`) are the same word to a reader. */
const normalize = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** The nearest right word, `null` when none is near enough to be meant. */
export const suggest = (wrong: string, right: readonly string[]): string | null => {
  if (wrong.length === 0 || wrong.length > longestWord) return null;
  const close = Math.max(1, Math.floor(wrong.length / 3));
  const ranked = right
    .map((word) => ({ word, edits: distance(normalize(wrong), normalize(word)) }))
    .filter(({ edits }) => edits <= close)
    .sort((left, other) => left.edits - other.edits || (left.word < other.word ? -1 : 1));
  return ranked[0]?.word ?? null;
};
