import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual as isEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createFileCaseStore,
  createMemoryCaseStore,
  firstSeenAt,
  toInstant,
  type CaseStore,
  type Observation,
  type PlainJson,
} from 'aftersale';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'aftersale-cases-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const account = 'amazon:sandbox:A1';

const observation = (name: string, change: Partial<Observation> = {}): Observation => ({
  key: `row ${name}`,
  group: `order-${name}`,
  nativeId: `order-${name}/sku`,
  readAt: toInstant(1000),
  body: { status: 'Approved' },
  ...change,
});

const groupsOf = async (store: CaseStore, settings: { readonly after?: string } = {}): Promise<string[]> => {
  const names: string[] = [];
  for await (const { group, observations } of store.groups(account, settings)) {
    expect(observations.length).toBeGreaterThan(0);
    names.push(group);
  }
  return names;
};

describe.each([
  ['in memory', () => createMemoryCaseStore()],
  ['in files', () => createFileCaseStore(directory)],
] as const)('a case store %s', (_where, create) => {
  it('gives back what a group was told, each thing once, the newest content first seen when it was', async () => {
    const store = create();
    await store.add(account, [observation('1', { readAt: toInstant(2000), body: { status: 'Closed' } })]);
    await store.add(account, [observation('1'), observation('2'), observation('1', { key: 'row other' })]);
    const found = await store.read(account, 'order-1');
    expect(found.map(({ key }) => key).sort()).toEqual(['row 1', 'row other']);
    const row = found.find(({ key }) => key === 'row 1')!;
    expect([row.body, firstSeenAt(row)]).toEqual([{ status: 'Closed' }, toInstant(1000)]);
    expect(await store.read(account, 'order-9')).toEqual([]);
    expect(await store.read('amazon:live:A1', 'order-1')).toEqual([]);
  });

  it('goes through every group once, and goes on behind any of them', async () => {
    const store = create();
    await store.add(
      account,
      Array.from({ length: 40 }, (_, index) => observation(String(index))),
    );
    const names = await groupsOf(store);
    expect(new Set(names).size).toBe(40);
    expect(await groupsOf(store, { after: names[17]! })).toEqual(names.slice(18));
    expect(await groupsOf(store, { after: names.at(-1)! })).toEqual([]);
  });

  it('keeps marks by account and name', async () => {
    const store = create();
    await store.writeMark(account, 'read x', [{ from: 'a' }]);
    await store.writeMark(account, 'pending', null);
    expect(await store.readMark(account, 'read x')).toEqual([{ from: 'a' }]);
    expect(await store.readMark(account, 'pending')).toBeNull();
    expect(await store.readMark('another', 'read x')).toBeUndefined();
  });
});

describe.each([
  ['in memory', () => createMemoryCaseStore()],
  ['in files', () => createFileCaseStore(directory)],
] as const)('a mark %s', (_where, create) => {
  it('is changed by the one of several writers that saw it last', async () => {
    const store = create();
    const take = (by: string, from: PlainJson | undefined) => store.swapMark(account, 'refund 1', { from, to: { by } });
    const taken = await Promise.all(['a', 'b', 'c'].map((by) => take(by, undefined)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const held = await store.readMark(account, 'refund 1');
    await expect(take('d', null)).resolves.toBe(false);
    expect(await store.readMark(account, 'refund 1')).toEqual(held);
    await expect(store.swapMark(account, 'refund 1', { from: held, to: null })).resolves.toBe(true);
    await expect(take('e', null)).resolves.toBe(true);
  });
});

it('lets one of two stores on one directory, as two processes have them, take a mark', async () => {
  const stores = [createFileCaseStore(directory), createFileCaseStore(directory)];
  const taken = await Promise.all(stores.map((store) => store.swapMark(account, 'm', { from: undefined, to: 1 })));
  expect([...taken].sort()).toEqual([false, true]);
});

const logFiles = async (): Promise<readonly string[]> => {
  const names = await readdir(directory, { recursive: true });
  return names.filter((name) => name.endsWith('.jsonl')).map((name) => path.join(directory, name));
};

const run = (name: string): Promise<number | null> => {
  const script = fileURLToPath(new URL('./support/observing-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory, name], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', resolve));
};

/** Kills the process without warning when it has begun one piece more than those; answers the pieces it said were kept. */
const runUntilKilled = async (name: string, pieces: number): Promise<readonly string[]> => {
  const script = fileURLToPath(new URL('./support/killed-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kept: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, ...piece] = line.split(' ');
    if (word === 'kept') kept.push(piece.join(' '));
    else if (kept.length >= pieces) child.kill('SIGKILL');
  }
  return kept;
};

describe('a case store in files', () => {
  it('outlives its process, readable by its owner only', async () => {
    await createFileCaseStore(directory).add(account, [observation('1')]);
    expect(await createFileCaseStore(directory).read(account, 'order-1')).toHaveLength(1);
    const [file = ''] = await logFiles();
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('loses only the line that a crash has torn, and no line written after it', async () => {
    const store = createFileCaseStore(directory);
    await store.add(account, [observation('1'), observation('1', { key: 'row second' })]);
    const [file = ''] = await logFiles();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.slice(0, text.length - 20));
    await store.add(account, [observation('1', { key: 'row third' })]);
    expect((await store.read(account, 'order-1')).map(({ key }) => key)).toEqual(['row 1', 'row third']);
  });

  it('passes over lines that are no observations', async () => {
    const store = createFileCaseStore(directory);
    await store.add(account, [observation('1')]);
    const [file = ''] = await logFiles();
    await appendFile(file, '{}\nnull\n[1]\nnot json\n{"key":1}\n');
    expect(await store.read(account, 'order-1')).toHaveLength(1);
  });

  it('does not grow with the number of readings', async () => {
    const store = createFileCaseStore(directory);
    for (let reading = 0; reading < 60; reading += 1) {
      const rows = Array.from({ length: 20 }, (_, index) =>
        observation('1', { key: `row ${index}`, readAt: toInstant(reading * 1000), body: { text: 'x'.repeat(600) } }),
      );
      await store.add(account, rows);
    }
    const [file = ''] = await logFiles();
    expect((await stat(file)).size).toBeLessThan(400_000);
    const kept = await store.read(account, 'order-1');
    expect(kept).toHaveLength(20);
    expect([firstSeenAt(kept[0]!), kept[0]!.readAt]).toEqual([toInstant(0), toInstant(59_000)]);
  });

  it('has all that it said it had after its process was killed in the middle of a write', { timeout: 120_000 }, async () => {
    const kept: string[] = [];
    for (const [name, pieces] of [
      ['a', 1],
      ['b', 4],
      ['c', 9],
    ] as const)
      kept.push(...(await runUntilKilled(name, pieces)));
    const store = createFileCaseStore(directory);
    await store.add('account', [observation('last', { group: 'order' })]);
    const found = await store.read('account', 'order');
    const keys = found.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const expected = kept.flatMap((piece) => Array.from({ length: 20 }, (_, index) => `${piece} ${index}`));
    expect(kept.length).toBeGreaterThanOrEqual(12);
    expect([...expected, 'row last'].filter((key) => !keys.includes(key))).toEqual([]);
    expect(found.filter(({ key, body }) => key !== 'row last' && !isEqual(body, { text: `${key} `.repeat(400) }))).toEqual([]);
  });

  it('loses nothing when two processes write at once', { timeout: 60_000 }, async () => {
    expect(await Promise.all([run('a'), run('b')])).toEqual([0, 0]);
    const store = createFileCaseStore(directory);
    const keys = new Set<string>();
    for await (const { observations } of store.groups('account')) for (const { key } of observations) keys.add(key);
    expect(keys.size).toBe(400);
  });
});
