import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as z from 'zod';
import { type mergeInput, mergeResult } from '../contract.js';
import { beside, compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import { writeFlatFile } from '../report-files.js';
import type { Scale } from '../scale.js';

const group = 'Merging a report into the store of files, then going through it';
const megabyte = 1024 * 1024;

const merge = async (rows: number): Promise<z.infer<typeof mergeResult>> => {
  tell(`merging ${String(rows)} rows into the store`);
  const folder = mkdtempSync(path.join(tmpdir(), 'aftersale-store-'));
  try {
    const file = await writeFlatFile(folder, rows);
    const input = { file, directory: path.join(folder, 'store') } satisfies z.infer<typeof mergeInput>;
    return await runProgram({ name: 'merge-report', input, schema: mergeResult });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The largest resident size of a process of its own, against that of the smallest store. */
export const measureCaseStore = async ({ mergedRows }: Scale): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  let smallest: z.infer<typeof mergeResult> | undefined;
  for (const rows of mergedRows) {
    const found = await merge(rows);
    const { observations, groups, seconds, residentInBytes } = found;
    const speed = `${(observations / seconds / 1000).toFixed(1)} k observations/s merged`;
    const what = `${String(observations)} observations of ${String(groups)} orders`;
    const measured = `resident ${String(Math.round(residentInBytes / megabyte))} MB, ${speed}`;
    if (smallest === undefined) findings.push(beside(group, what, measured));
    else findings.push(compareTo({ group, what, ratio: residentInBytes / smallest.residentInBytes, atMost: 1.25, measured }));
    smallest ??= found;
  }
  return findings;
};
