/** Signs that take the room of two: Han and what stands with it. */
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** How many columns of a terminal a text takes. */
export const columnsOf = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);

/** Pieces between which a line may break: after spaces, and around wide signs. */
const pieces = (text: string): readonly string[] =>
  text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu) ?? [];

const closing = /^[，。；：、）”]/u;

/** Breaks a text into lines no wider than that, as far as its words allow. */
export const wrapText = (text: string, width: number): readonly string[] => {
  const lines = [''];
  for (const piece of pieces(text)) {
    const line = lines.at(-1) ?? '';
    const isFull = columnsOf((line + piece).trimEnd()) > width && line !== '' && !closing.test(piece);
    if (isFull) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd());
};
