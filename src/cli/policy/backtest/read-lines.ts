import { createReadStream, statSync } from 'node:fs';
import { UsageError } from '../../exit-code.js';

/** The lines of one piece of a file. */
export interface Lines {
  readonly lines: readonly string[];
  /** The number of the first one, from 1. */
  readonly first: number;
  readonly done: number;
}

const chunkInBytes = 1 << 18;
/** Far beyond any case; a file without line ends must not be held in memory as a whole. */
const longestLine = 1 << 24;

const checkLength = (rest: string, line: number, file: string): void => {
  if (rest.length > longestLine)
    throw new UsageError(`${file}:${String(line)}: a line of more than 16 MB; expected one case on each line`);
};

/** Reads a text file piece by piece; what is held is one piece and the line it ends in. */
export async function* readLines(file: string): AsyncGenerator<Lines> {
  const size = statSync(file).size;
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: chunkInBytes });
  let [rest, first] = ['', 1];
  for await (const chunk of stream) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    checkLength(rest, first + lines.length, file);
    yield { lines, first, done: size === 0 ? 1 : Math.min(1, stream.bytesRead / size) };
    first += lines.length;
  }
  if (rest !== '') yield { lines: [rest], first, done: 1 };
}
