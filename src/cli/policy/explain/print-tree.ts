import type { Explanation, Verdict } from '../../../policy/index.js';
import type { Colors } from '../../terminal.js';
import { wrapText } from './text-width.js';

interface Branch {
  /** What stands before the first line, and before those that follow. */
  readonly first: string;
  readonly rest: string;
  readonly depth: number;
}

interface Printing {
  readonly colors: Colors;
  readonly width: number;
}

const narrowest = 24;

const linesOf = ({ title, children }: Explanation, { first, rest, depth }: Branch, printing: Printing): readonly string[] => {
  const { colors, width } = printing;
  const [head = '', ...tail] = wrapText(title, Math.max(narrowest, width - rest.length));
  const paint = depth === 1 ? colors.bold : (text: string): string => text;
  return [
    `${colors.dim(first)}${paint(head)}`,
    ...tail.map((line) => `${colors.dim(children.length > 0 ? `${rest}│  ` : rest)}${paint(line)}`),
    ...children.flatMap((child, index) => {
      const isLast = index === children.length - 1;
      return linesOf(
        child,
        { first: `${rest}${isLast ? '└─ ' : '├─ '}`, rest: `${rest}${isLast ? '   ' : '│  '}`, depth: depth + 1 },
        printing,
      );
    }),
  ];
};

/** The explanation as a tree of lines, the verdict in its color. */
export const printTree = (explanation: Explanation, verdict: Verdict, printing: Printing): string => {
  const { colors } = printing;
  const paint = { eligible: colors.green, 'needs-review': colors.yellow, ineligible: colors.red }[verdict];
  const head = wrapText(explanation.title, Math.max(narrowest, printing.width)).map((line) => paint(colors.bold(line)));
  const below = linesOf({ ...explanation, title: '' }, { first: '', rest: '', depth: 0 }, printing).slice(1);
  return [...head, ...below].join('\n');
};
