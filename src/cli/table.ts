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

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

/** The same columns where a terminal is too narrow for them: no wider than what stands in them. */
export const fitToTerminal = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminalWidth: number,
): readonly Column[] => {
  const whole = columns.reduce((sum, { width }) => sum + width, columns.length - 1);
  if (whole <= terminalWidth) return columns;
  return columns.map(({ title, width }, index) => ({
    title,
    width: Math.min(width, longest([title, ...rows.map((row) => row[index] ?? '')]) + 1),
  }));
};

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
