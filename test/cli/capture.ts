import { PassThrough } from 'node:stream';
import type { Surroundings } from '../../src/cli/terminal.js';

export interface Captured {
  readonly surroundings: Surroundings;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

const recording = (isTTY: boolean, columns: number) => {
  const stream = Object.assign(new PassThrough(), { isTTY, columns });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
};

/** Runs a command line without a process, keeping what it writes. */
export const capture = (
  argv: readonly string[],
  {
    isTTY = false,
    columns = 200,
    environment = {},
  }: { readonly isTTY?: boolean; readonly columns?: number; readonly environment?: Record<string, string> } = {},
): Captured => {
  const [out, err] = [recording(isTTY, columns), recording(isTTY, columns)];
  return { surroundings: { argv, stdout: out.stream, stderr: err.stream, environment }, stdout: out.text, stderr: err.text };
};
