import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProcess } from '../setup/run-process.js';

export const root = path.resolve(import.meta.dirname, '../..');
const tarball = path.join(root, '.cache/package/aftersale.tgz');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  /** Both streams, for the message of a failed assertion. */
  readonly output: string;
}

/** npm hands its own settings down through the environment; a consumer on another machine has none of them. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|VITEST|CI$)/i.test(name)));

export async function run(folder: string, command: string, parameters: readonly string[]): Promise<Run> {
  const { status, stdout, stderr } = await runProcess(command, parameters, { cwd: folder, env: environment });
  return { status, stdout, output: stdout + stderr };
}

const folders: string[] = [];

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'aftersale-package-')));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** A project of its own, outside the repository, that has installed the tarball and nothing else. */
export async function installConsumer(): Promise<string> {
  if (!existsSync(tarball)) throw new Error('There is no tarball to test: run `npm run test:package`.');
  const folder = newFolder();
  write(folder, { 'package.json': JSON.stringify({ name: 'consumer', private: true }) });
  const install = await run(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball]);
  if (install.status !== 0) throw new Error(`npm could not install the tarball:\n${install.output}`);
  return folder;
}

/** The same consumer with some packages missing, so that loading one of them is an error. */
export function withoutPackages(consumer: string, missing: readonly string[]): string {
  const folder = newFolder();
  const modules = path.join(consumer, 'node_modules');
  const gone = missing.map((name) => path.join(modules, name));
  cpSync(modules, path.join(folder, 'node_modules'), { recursive: true, filter: (source) => !gone.includes(source) });
  return folder;
}

/** The path of a Node of that major version from the `node` npm package, or what npm said when there is none. */
export async function installNode(major: number): Promise<{ readonly binary: string } | { readonly reason: string }> {
  const folder = newFolder();
  write(folder, { 'package.json': JSON.stringify({ name: 'runtime', private: true }) });
  const install = await run(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `node@${String(major)}`]);
  const binary = path.join(folder, 'node_modules/node/bin/node');
  const version = install.status === 0 ? (await run(folder, binary, ['--version'])).stdout.trim() : '';
  return version.startsWith(`v${String(major)}.`) ? { binary } : { reason: install.output.slice(-400) };
}
