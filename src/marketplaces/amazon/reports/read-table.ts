import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import { documentError } from './document-error.js';
import { linesOf } from './lines.js';
import type { RowBatch, RowFailure } from './rows.js';
import type { CellOf } from './seller-returns.js';

/** How a tab-separated report is read: by the names of its columns, in whatever order they come. */
export interface Table<Column extends string, Row> {
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  readonly required: readonly Column[];
  /** Throws `UnexpectedResponseError` for a row that cannot be understood. */
  readonly toRow: (cell: CellOf<Column>) => Row;
}

type Positions<Column extends string> = Readonly<Partial<Record<Column, number>>>;

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ').replace(/^"|"$/g, '');

const looksLike = (header: string): string => {
  if (/^\s*</.test(header)) return ': it is XML or a page';
  if (/^\s*[[{]/.test(header)) return ': it is JSON';
  return header.includes('\t') ? '' : ': it is not separated by tabs';
};

/** Throws `UnexpectedResponseError` that names the columns which are missing. */
const positionsIn = <Column extends string>(header: string, { columns, required }: Table<Column, unknown>): Positions<Column> => {
  const found = header.split('\t').map(plain);
  const positions: Partial<Record<Column, number>> = {};
  for (const column in columns) {
    const index = columns[column].map((name) => found.indexOf(name)).find((position) => position >= 0);
    if (index !== undefined) positions[column] = index;
  }
  const missing = required
    .filter((column) => positions[column] === undefined)
    .map((column) => `'${columns[column][0] ?? column}'`);
  if (missing.length > 0) throw documentError(`a report lacks the column ${missing.join(', ')}${looksLike(header)}`);
  return positions;
};

/** Empty cells are written as one blank; cells at the end of a row may be missing. */
const cellsOf = <Column extends string>(line: string, positions: Positions<Column>): CellOf<Column> => {
  const cells = line.split('\t');
  return (column) => {
    const position = positions[column];
    const text = position === undefined ? undefined : cells[position]?.trim();
    return text === '' ? undefined : text;
  };
};

/** A report in batches of typed rows. There is no quoting: a quotation mark is part of the text. Memory does not grow with the report. */
export async function* readTable<Column extends string, Row>(
  bytes: AsyncIterable<Buffer>,
  table: Table<Column, Row>,
): AsyncGenerator<RowBatch<Row>> {
  let positions: Positions<Column> | undefined;
  let line = 0;
  for await (const lines of linesOf(bytes)) {
    const rows: Row[] = [];
    const failures: RowFailure[] = [];
    for (const text of lines) {
      line += 1;
      if (positions === undefined) {
        if (text.trim() !== '') positions = positionsIn(text, table);
      } else if (text.trim() !== '') {
        try {
          rows.push(table.toRow(cellsOf(text, positions)));
        } catch (error) {
          if (!UnexpectedResponseError.isInstance(error)) throw error;
          failures.push({ line, error });
        }
      }
    }
    if (rows.length > 0 || failures.length > 0) yield { rows, failures };
  }
  if (positions === undefined) throw documentError('a report is empty: it has not even a header');
}
