import { createReadStream, statSync, type ReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { UsageError } from '../../exit-code.js';
import { wrongLine, type CaseRow, type CaseSource, type RowBatch, type SourceSettings } from './case-row.js';
import { toColumns, toCsvRow } from './csv-row.js';

const rowsInBatch = 512;
/** Far beyond any case; a quote that is never closed must not swallow the file into memory. */
const longestRecord = 1 << 20;

interface Cells {
  readonly cells: readonly string[];
  /** The line the row ends on. */
  readonly line: number;
}

const isText = (cell: unknown): cell is string => typeof cell === 'string';

const toCells = (found: unknown): Cells => {
  if (typeof found !== 'object' || found === null || !('record' in found) || !('info' in found)) return { cells: [], line: 0 };
  const { record, info } = found;
  const line = typeof info === 'object' && info !== null && 'lines' in info ? Number(info.lines) : 0;
  return { cells: Array.isArray(record) ? record.filter(isText) : [], line };
};

/** Rows of cells. A quote inside of a cell is a letter, so that one of them cannot take the rows after it along. */
async function* readCells(stream: ReadStream, file: string): AsyncGenerator<Cells> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  });
  stream.once('error', (error) => parser.destroy(error));
  try {
    for await (const found of stream.pipe(parser)) yield toCells(found);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(`${file}: ${error.message}`);
  } finally {
    stream.destroy();
  }
}

async function* readBatches(file: string, settings: SourceSettings): AsyncGenerator<RowBatch> {
  const size = statSync(file).size;
  const stream = createReadStream(file);
  let columns: ReturnType<typeof toColumns> | null = null;
  let rows: CaseRow[] = [];
  for await (const { cells, line } of readCells(stream, file)) {
    if (columns === null) {
      columns = toColumns(cells, file);
      continue;
    }
    rows.push(line === 0 ? wrongLine(line, 'not a row') : toCsvRow(columns, cells, { line, settings }));
    if (rows.length < rowsInBatch) continue;
    yield { rows, done: Math.min(1, stream.bytesRead / size) };
    rows = [];
  }
  if (columns === null) throw new UsageError(`${file}: empty; expected a first line with the names of the facts`);
  yield { rows, done: 1 };
}

/** A table with a line of column names, each the dotted path of a fact. */
export const createCsvSource = (file: string, settings: SourceSettings): CaseSource => ({
  name: file,
  whenEmpty: 'expected rows under the names of the facts',
  isSized: true,
  batches: () => readBatches(file, settings),
});
