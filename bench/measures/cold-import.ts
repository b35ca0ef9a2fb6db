import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { importResult } from '../contract.js';
import { beside, compareTo, type Finding } from '../finding.js';
import { packageFolder, root } from '../paths.js';
import { peers } from '../peers.js';
import { runScript } from '../program.js';
import { tell } from '../progress.js';
import type { Scale } from '../scale.js';
import { medianOf, medianRatio } from '../statistics.js';

const group = 'Cold import, a fresh process each';

const built = (module: string): string => pathToFileURL(path.join(packageFolder, 'dist', module)).href;
const program = (name: string): string => path.join(root, 'bench/programs', name);

interface Target {
  readonly name: string;
  readonly urls: readonly string[];
}

const yardstick: Target = { name: 'axios + zod + p-retry', urls: [pathToFileURL(program('yardstick-imports.mjs')).href] };
const adapters = ['shopee', 'amazon', 'aliexpress'].map((name): Target => ({
  name: `aftersale/marketplaces/${name}`,
  urls: [built(`marketplaces/${name}/index.js`)],
}));
/** axios is loaded with the first call, so the import alone does not tell what a program pays that makes one. */
const withAxios = adapters.map(({ name, urls }): Target => ({
  name: `${name}, and axios for its first call`,
  urls: [...urls, 'axios'],
}));
const policy: Target = { name: 'aftersale/policy', urls: [built('policy/index.js')] };
const client: Target = { name: 'aftersale', urls: [built('index.js')] };

const timeImport = async ({ urls }: Target): Promise<number> => {
  const { processorInMs } = await runScript({ script: program('import-clock.mjs'), parameters: urls, schema: importResult });
  return processorInMs;
};

/** Takes turns among all targets, so that a busy moment falls on each. */
const timeImports = async (targets: readonly Target[], runs: number): Promise<ReadonlyMap<Target, readonly number[]>> => {
  const times = new Map(targets.map((target): [Target, number[]] => [target, []]));
  for (let run = 0; run < runs; run += 1) {
    tell(`cold imports, round ${String(run + 1)} of ${String(runs)}`);
    for (const [target, taken] of times) taken.push(await timeImport(target));
  }
  return times;
};

/**
 * What a process pays before its first line of work. Processor time of all threads: unlike elapsed time it does not count the time
 * that other programs had the machine.
 */
export const measureImports = async ({ importRuns }: Scale): Promise<readonly Finding[]> => {
  const others = [...withAxios, client, ...peers.map((name) => ({ name, urls: [name] }))];
  const times = await timeImports([yardstick, ...adapters, policy, ...others], importRuns);
  const timesOf = (target: Target): readonly number[] => times.get(target) ?? [];
  const ratioOf = (target: Target): number => medianRatio(timesOf(target), timesOf(yardstick));
  const middle = (target: Target): string => `${medianOf(timesOf(target)).toFixed(0)} ms`;
  const compare = (target: Target, atMost: number): Finding =>
    compareTo({ group, what: target.name, ratio: ratioOf(target), atMost, measured: middle(target) });
  return [
    { ...beside(group, `${yardstick.name}, the yardstick`, middle(yardstick)), ratio: 1 },
    ...adapters.map((target) => compare(target, 1.15)),
    compare(policy, 0.25),
    ...others.map((target) => ({ ...beside(group, target.name, middle(target)), ratio: ratioOf(target) })),
  ];
};
