import { wrongLine, type CaseRow, type CaseSource, type SourceSettings } from './case-row.js';
import { readLines } from './read-lines.js';
import { toRow } from './to-row.js';

const byteOrderMark = '\uFEFF';

const readRow = (text: string, line: number, settings: SourceSettings): CaseRow => {
  try {
    const value: unknown = JSON.parse(text);
    return toRow(value, line, settings);
  } catch (error) {
    return wrongLine(line, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
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
