import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type * as z from 'zod';
import { compiledPrograms, root, workFolder } from './paths.js';

/** A program of the bench in a process of its own. */
export interface Program<Result> {
  /** Its first line. */
  readonly result: Promise<Result>;
  readonly stop: () => Promise<void>;
}

interface ProgramCall<Result> {
  readonly nodeOptions?: readonly string[];
  readonly script: string;
  readonly parameters: readonly string[];
  readonly schema: z.ZodType<Result>;
}

/** Nothing of the surrounding test runner or profiler may reach into a measured process. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|VITEST.*|TSX_.*)$/.test(name)),
);

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('close', resolve);
  });

const firstLine = async (child: ChildProcess, name: string): Promise<string> => {
  if (child.stdout === null) throw new Error(`${name} has no output`);
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`${name} ended without an answer`);
};

const start = <Result>({ nodeOptions = [], script, parameters, schema }: ProgramCall<Result>): Program<Result> => {
  const child = spawn(process.execPath, [...nodeOptions, script, ...parameters], {
    cwd: root,
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = endOf(child);
  return {
    result: firstLine(child, path.basename(script)).then((line) => schema.parse(JSON.parse(line))),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
};

interface CompiledCall<Result> {
  readonly name: string;
  readonly input: object;
  readonly schema: z.ZodType<Result>;
  readonly nodeOptions?: readonly string[];
}

/** Starts a compiled program; its input goes through a file, because pages of answers are too long for an argument. */
export const startProgram = <Result>({ name, input, schema, nodeOptions = [] }: CompiledCall<Result>): Program<Result> => {
  mkdirSync(workFolder, { recursive: true });
  const folder = mkdtempSync(path.join(workFolder, 'input-'));
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(input));
  const program = start({
    nodeOptions,
    script: path.join(compiledPrograms, `${name}.js`),
    parameters: [file],
    schema,
  });
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  program.result.then(forget, forget);
  return program;
};

/** Runs a compiled program to its end. */
export const runProgram = async <Result>(call: CompiledCall<Result>): Promise<Result> => {
  const program = startProgram(call);
  try {
    return await program.result;
  } finally {
    await program.stop();
  }
};

/** Runs a script of the bench that is not compiled. */
export const runScript = async <Result>(call: Omit<ProgramCall<Result>, 'nodeOptions'>): Promise<Result> => {
  const program = start(call);
  try {
    return await program.result;
  } finally {
    await program.stop();
  }
};
