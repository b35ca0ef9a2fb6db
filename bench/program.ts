import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type * as z from 'zod';
import { compiledPrograms, root } from './paths.js';

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

interface NamedCall<Result> {
  /** A file of bench/programs, without its ending. */
  readonly name: string;
  readonly input: object;
  readonly schema: z.ZodType<Result>;
  readonly nodeOptions?: readonly string[];
}

/** The input goes through a file, because pages of answers are too long for an argument. */
const startWithInput = <Result>(
  script: string,
  { name, input, schema, nodeOptions = [] }: NamedCall<Result>,
): Program<Result> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aftersale-bench-'));
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(input));
  const program = start({ nodeOptions, script, parameters: [file], schema });
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  program.result.then(forget, forget);
  return program;
};

const toEnd = async <Result>(program: Program<Result>): Promise<Result> => {
  try {
    return await program.result;
  } finally {
    await program.stop();
  }
};

/** Starts a compiled program. */
export const startProgram = <Result>(call: NamedCall<Result>): Program<Result> =>
  startWithInput(path.join(compiledPrograms, `${call.name}.js`), call);

/** Runs a compiled program to its end. */
export const runProgram = <Result>(call: NamedCall<Result>): Promise<Result> => toEnd(startProgram(call));

/** Runs a program from its source, where nothing is timed. */
export const runSource = <Result>(call: NamedCall<Result>): Promise<Result> => {
  const script = path.join(root, 'bench/programs', `${call.name}.ts`);
  return toEnd(startWithInput(script, { ...call, nodeOptions: ['--import', 'tsx'] }));
};

/** Runs a script that is as it is. */
export const runScript = <Result>(call: Omit<ProgramCall<Result>, 'nodeOptions'>): Promise<Result> => toEnd(start(call));
