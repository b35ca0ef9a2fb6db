import Table from 'cli-table3';
import type { Colors } from './terminal.js';

export interface Column {
  readonly title: string;
  /** Characters; longer text is wrapped at words. */
  readonly width: number;
}

const borderless = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '',
  bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' ',
}; // prettier-ignore

/** The same columns, as wide as the longest word in them: a word is never cut short, an id least of all. */
export const fitToWords = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Column[] =>
  columns.map(({ title, width }, index) => ({
    title,
    width: Math.max(width, ...rows.flatMap((row) => (row[index] ?? '').split(/\s+/)).map((word) => word.length + 1)),
  }));

/** Aligned columns without borders, which read the same in a terminal, a log and a golden file. */
export const renderTable = (columns: readonly Column[], rows: readonly (readonly string[])[], colors: Colors): string => {
  const table = new Table({
    head: columns.map(({ title }) => colors.dim(title)),
    colWidths: columns.map(({ width }) => width),
    wordWrap: true,
    chars: borderless,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};
