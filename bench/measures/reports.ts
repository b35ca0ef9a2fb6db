import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as z from 'zod';
import { type reportInput, reportResult } from '../contract.js';
import { compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import { writeFlatFile, writeXmlFile } from '../report-files.js';
import type { Scale } from '../scale.js';

type Reader = z.infer<typeof reportInput>['reader'];
type Result = z.infer<typeof reportResult>;

const group = 'Reports as typed rows, from disk, beside the parsers on their own';
const megabyte = 1024 * 1024;

const read = (file: string, reader: Reader): Promise<Result> => {
  tell(`reading a report: ${reader}`);
  return runProgram({ name: 'read-report', input: { file, reader } satisfies z.infer<typeof reportInput>, schema: reportResult });
};

const inWords = ({ rows, seconds, residentInBytes }: Result): string =>
  `${Math.round(rows / seconds / 1000)} k rows/s, ${Math.round(residentInBytes / megabyte)} MB resident`;

interface Promised {
  readonly what: string;
  readonly file: string;
  readonly ours: Reader;
  readonly theirs: Reader;
  /** Our time in times of theirs. */
  readonly atMost: number;
  readonly largestInMegabytes: number;
}

const compare = async ({ what, file, ours, theirs, atMost, largestInMegabytes }: Promised): Promise<readonly Finding[]> => {
  const [our, their] = [await read(file, ours), await read(file, theirs)];
  if (our.rows !== their.rows) throw new Error(`${ours} found ${our.rows} rows, ${theirs} ${their.rows}`);
  const size = `${our.rows} rows, ${Math.round(statSync(file).size / megabyte)} MB`;
  return [
    compareTo({
      group,
      what: `${what}, ${size}: time, beside ${theirs}`,
      ratio: our.seconds / their.seconds,
      atMost,
      measured: `${inWords(our)}; ${theirs}: ${inWords(their)}`,
    }),
    compareTo({
      group,
      what: `${what}, ${size}: resident memory, in times of ${largestInMegabytes} MB`,
      ratio: our.residentInBytes / (largestInMegabytes * megabyte),
      atMost: 1,
      measured: inWords(our),
    }),
  ];
};

/** Each reader in a process of its own. At least 1.5 times the rows of csv-parse is at most two thirds of its time. */
export const measureReports = async ({ reportRows }: Scale): Promise<readonly Finding[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aftersale-reports-'));
  try {
    const flat = await writeFlatFile(folder, reportRows);
    const ofFlat = await compare({
      what: 'flat file',
      file: flat,
      ours: 'flat-file',
      theirs: 'csv-parse',
      atMost: 0.667,
      largestInMegabytes: 200,
    });
    rmSync(flat);
    const xml = await writeXmlFile(folder, reportRows);
    const ofXml = await compare({ what: 'XML', file: xml, ours: 'xml', theirs: 'saxes', atMost: 2, largestInMegabytes: 250 });
    return [...ofFlat, ...ofXml];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
