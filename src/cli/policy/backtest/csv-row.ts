import { UsageError } from '../../exit-code.js';
import { wrongLine, type CaseRow, type SourceSettings } from './case-row.js';
import { readCell, WrongCellError } from './cells.js';
import { kindOf, nearestColumn, ownColumns, type CellKind } from './columns.js';
import { factsRow, isFacts } from './to-row.js';

interface Column {
  readonly name: string;
  readonly path: readonly string[];
  /** `null`: a column beside the facts. */
  readonly kind: CellKind | null;
}

const isOwn = (name: string): boolean => ownColumns.some((own) => own === name);

/** A table whose first line is a case already would tell of a buyer: a name is repeated when it reads like a path. */
const likePath = /^[A-Za-z]+(?:\.[A-Za-z]+)*$/;

const noSuchFact = (name: string, place: string): UsageError => {
  const near = nearestColumn(name);
  if (near !== null) return new UsageError(`${place}: no fact is called '${name}': did you mean '${near}'`);
  const expected = 'expected the dotted path of a fact, such as buyer.country';
  return new UsageError(`${place}: ${likePath.test(name) ? `no fact is called '${name}'` : 'no name of a fact'}: ${expected}`);
};

const toColumn = (name: string, index: number, file: string): Column => {
  const kind = isOwn(name) ? null : kindOf(name);
  if (kind === null && !isOwn(name)) throw noSuchFact(name, `${file}:1: column ${String(index + 1)}`);
  return { name, path: name.split('.'), kind };
};

/** Reads the first line of a table. @throws UsageError for a column that no fact is called, or that is there twice. */
export const toColumns = (header: readonly string[], file: string): readonly Column[] => {
  const columns = header.map((name, index) => toColumn(name.trim(), index, file));
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(`${file}:1: two columns are called '${twice}'`);
  return columns;
};

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const groupIn = (parent: Record<string, unknown>, key: string): Record<string, unknown> => {
  const known = parent[key];
  if (isGroup(known)) return known;
  const made: Record<string, unknown> = {};
  parent[key] = made;
  return made;
};

const place = (facts: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const last = path[path.length - 1];
  const group = path.slice(0, -1).reduce(groupIn, facts);
  if (last !== undefined) group[last] = value;
};

/** The cell as a fact, or what is wrong with it. */
const readFact = (kind: CellKind, text: string): { readonly value: unknown } | { readonly wrong: string } => {
  try {
    return { value: readCell(kind, text) };
  } catch (error) {
    if (error instanceof WrongCellError || error instanceof UsageError) return { wrong: error.message };
    throw error;
  }
};

/** The groups a case always has: of an order nothing may be known. */
const emptyFacts = (): Record<string, unknown> => ({ buyer: {}, order: {}, item: {} });

/** One row of the table as a case. An empty cell is a fact that is not known. */
export const toCsvRow = (
  columns: readonly Column[],
  cells: readonly string[],
  { line, settings }: { readonly line: number; readonly settings: SourceSettings },
): CaseRow => {
  if (cells.length !== columns.length)
    return wrongLine(line, `${String(cells.length)} cells for ${String(columns.length)} columns`);
  const facts = emptyFacts();
  const own = new Map<string, string>();
  for (const [index, { name, path, kind }] of columns.entries()) {
    const text = (cells[index] ?? '').trim();
    if (text === '') continue;
    if (kind === null) {
      own.set(name, text);
      continue;
    }
    const read = readFact(kind, text);
    if ('wrong' in read) return wrongLine(line, `${name}: ${read.wrong}`);
    place(facts, path, read.value);
  }
  if (!isFacts(facts)) return wrongLine(line, 'no facts');
  return factsRow({ facts, at: own.get('at'), name: own.get('id') }, line, settings);
};
