import * as z from 'zod';
import { formatMoney } from '../../core/money.js';
import type { CaseFacts } from '../../policy/index.js';
import { UsageError } from '../exit-code.js';
import type { CasesFile, LocatedCases } from './cases-file.js';

/** One case as it is decided. */
export interface WrittenCase {
  readonly name: string;
  readonly line: number;
  readonly at: string;
  readonly facts: CaseFacts;
  /** Absent: the answer kept beside the file is expected. */
  readonly expect?: unknown;
}

type Entry = CasesFile['cases'][number];
type TableEntry = Extract<Entry, { readonly table: string }>;
type Row = TableEntry['rows'][number];
type PlainObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is PlainObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only that they are an object: what is wrong inside, `decide` says with its path, and a case may be about just that. */
const caseFacts = z.custom<CaseFacts>(isObject);

/** Objects join key by key, the later one wins; lists and values are replaced. */
const joined = (under: unknown, over: unknown): unknown => {
  if (over === undefined) return under;
  if (!isObject(under) || !isObject(over)) return over;
  const keys = [...new Set([...Object.keys(under), ...Object.keys(over)])];
  return Object.fromEntries(keys.map((key) => [key, joined(under[key], over[key])]));
};

const showCell = (cell: Row[number]): string => (typeof cell === 'object' && cell !== null ? formatMoney(cell) : String(cell));

const nested = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), value);

const rowCase = ({ table, columns }: TableEntry, row: Row, place: string): PlainObject => {
  if (row.length !== columns.length)
    throw new UsageError(`${place}: a row of '${table}' has ${String(row.length)} cells for ${String(columns.length)} columns`);
  return columns.reduce<PlainObject>((found, column, index) => {
    const next = joined(found, nested(column.split('.'), row[index]));
    return isObject(next) ? next : found;
  }, {});
};

const spread = (file: string, { content, lines, rowLines }: LocatedCases): readonly WrittenCase[] =>
  content.cases.flatMap((entry, index): readonly WrittenCase[] => {
    const line = lines[index] ?? 1;
    const at = entry.at ?? content.at;
    const facts = joined(content.facts, entry.facts);
    if ('name' in entry) {
      const plain = { name: entry.name, line, at, facts: caseFacts.parse(facts) };
      return [entry.expect === undefined ? plain : { ...plain, expect: entry.expect }];
    }
    return entry.rows.map((row, place) => {
      const ownLine = rowLines[index]?.[place] ?? line;
      const cells = rowCase(entry, row, `${file}:${String(ownLine)}`);
      const expect = joined(entry.expect, cells['expect']);
      const written = {
        name: `${entry.table}: ${row.map(showCell).join(', ')}`,
        line: ownLine,
        at,
        facts: caseFacts.parse(joined(facts, cells['facts'])),
      };
      return expect === undefined ? written : { ...written, expect };
    });
  });

/** A kept answer is found by the name of its case, so each has a name of its own. */
const requireOwnNames = (file: string, cases: readonly WrittenCase[]): void => {
  const seen = new Set<string>();
  for (const { name, line } of cases) {
    if (seen.has(name)) throw new UsageError(`${file}:${String(line)}: there is a case called '${name}' already`);
    seen.add(name);
  }
};

/**
 * Spreads tables into cases and lays each case over the facts of the file.
 *
 * @throws UsageError for a row that is too short, or a name that is given twice.
 */
export const writtenCases = (file: string, located: LocatedCases): readonly WrittenCase[] => {
  const cases = spread(file, located);
  requireOwnNames(file, cases);
  return cases;
};
