import { wrongLine, type CaseRow, type CaseSource, type SourceSettings } from './case-row.js';
import { readLines } from './read-lines.js';
import { toRow } from './to-row.js';

const byteOrderMark = '\uFEFF';

/** Where the text stops being JSON. The engine's own words repeat a piece of the text, which may be a buyer's name. */
const whatIsWrong = (error: unknown): string => {
  const told = error instanceof SyntaxError ? error.message : '';
  if (told.startsWith('Unexpected end')) return 'not JSON: the line ends too early';
  const [, before] = / at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(told) ?? [];
  return before === undefined ? 'not JSON' : `not JSON from column ${String(Number(before) + 1)} on`;
};

const readJson = (text: string): { readonly value: unknown } | { readonly wrong: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { wrong: whatIsWrong(error) };
  }
};

const readRow = (text: string, line: number, settings: SourceSettings): CaseRow => {
  const read = readJson(text);
  return 'wrong' in read ? wrongLine(line, read.wrong) : toRow(read.value, line, settings);
};

/** One case on each line, as JSON. Blank lines are nothing. */
export const createJsonlSource = (file: string, settings: SourceSettings): CaseSource => ({
  name: file,
  whenEmpty: 'expected one on each line',
  isSized: true,
  batches: async function* () {
    for await (const { lines, first, done } of readLines(file)) {
      const rows: CaseRow[] = [];
      for (const [index, text] of lines.entries()) {
        const line = first + index;
        const written = line === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text;
        if (written.trim() !== '') rows.push(readRow(written, line, settings));
      }
      yield { rows, done };
    }
  },
});
