import { isAscii } from 'node:buffer';
import { documentError } from './document-error.js';

/** No row of a report comes near; a file without line breaks must not fill the memory. */
const longestLineInBytes = 1024 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The lines of a UTF-8 file, a list for each piece. Each line is a text of its own: a cell that is kept then does not keep the whole
 * piece of the file alive with it.
 */
export async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = all.lastIndexOf(lineFeed);
    if (end >= 0) yield split(all.subarray(0, end + 1));
    rest = Buffer.from(all.subarray(end + 1));
    if (rest.length > longestLineInBytes) throw documentError(`a report has a line of more than ${longestLineInBytes} bytes`);
  }
  if (rest.length > 0) yield split(Buffer.concat([rest, Buffer.from('\n')]));
}

const split = (block: Buffer): readonly string[] => {
  // Plain ASCII is several times faster to read as Latin-1, and the same.
  const encoding = isAscii(block) ? 'latin1' : 'utf8';
  const lines: string[] = [];
  for (let start = 0; start < block.length;) {
    const end = block.indexOf(lineFeed, start);
    const last = end > start && block[end - 1] === carriageReturn ? end - 1 : end;
    lines.push(block.toString(encoding, start, last));
    start = end + 1;
  }
  return lines;
};
