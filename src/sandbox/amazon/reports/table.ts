/** A table without quoting: a header line, then one line per row. */
export interface Column<Row> {
  readonly name: string;
  readonly valueOf: (row: Row) => string;
}

/** Nothing in a cell can break the line: the format has no quoting. */
const toCell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

export interface TableForm {
  /** How an empty cell is written. */
  readonly emptyCell: string;
  readonly lineEnd: '\n' | '\r\n';
  /** Whether some rows end early where only empty cells would follow. */
  readonly cutsTails: 'sometimes' | 'never';
}

const withoutTail = (cells: readonly string[], emptyCell: string): readonly string[] => {
  let end = cells.length;
  while (end > 1 && cells[end - 1] === emptyCell) end -= 1;
  return cells.slice(0, end);
};

export const writeTable = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], form: TableForm): string => {
  const { emptyCell, lineEnd, cutsTails } = form;
  const lines = rows.map((row, index) => {
    const cells = columns.map(({ valueOf }) => toCell(valueOf(row)) || emptyCell);
    return (cutsTails === 'sometimes' && index % 3 === 1 ? withoutTail(cells, emptyCell) : cells).join('\t');
  });
  return [columns.map(({ name }) => name).join('\t'), ...lines, ''].join(lineEnd);
};
