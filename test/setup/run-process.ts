import { spawn, type SpawnOptions } from 'node:child_process';

export interface Ended {
  /** Absent when the process was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end without blocking: a worker that is blocked for a minute is given up by the test runner. */
export const runProcess = (
  command: string,
  parameters: readonly string[],
  surroundings: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { ...surroundings, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    // Not `exit`, after which output may still come.
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
