import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toCaseId } from '../../src/core/ids.js';
import { toInstant } from '../../src/core/time.js';
import { createFileCaseIndex, createFileTokenStore } from '../../src/transport/file-stores.js';
import { createTransport } from '../../src/transport/transport.js';
import { closeLoopbacks, useRealSockets } from './support/loopback.js';
import { startRotatingServer } from './support/rotating-server.js';
import { readCase, testProtocol } from './support/test-marketplace.js';

useRealSockets();
closeLoopbacks();

let directory = '';
const children: ChildProcess[] = [];
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'aftersale-tokens-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

const expired = { accessToken: 'access-0', refreshToken: 'refresh-1', expiresAt: toInstant('2026-01-01T00:00:00Z') };

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

const startProcess = (baseUrl: string): { readonly child: ChildProcess; readonly ended: Promise<Ended> } => {
  const script = fileURLToPath(new URL('./support/refreshing-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory, baseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  return { child, ended: new Promise((resolve) => child.on('close', (_code, signal) => resolve({ signal, output }))) };
};

const connect = (baseUrl: string) =>
  createTransport({
    protocol: testProtocol,
    baseUrl,
    tokens: { store: createFileTokenStore(directory), keys: { seller: 'test:1' } },
  });

describe('several processes on one token directory', () => {
  it('refresh once between them, and no call fails', { timeout: 120_000 }, async () => {
    const server = await startRotatingServer({ crowd: 2 });
    await createFileTokenStore(directory).write('test:1', expired);
    const results = await Promise.all([startProcess(server.baseUrl).ended, startProcess(server.baseUrl).ended]);
    for (const { output } of results) expect(JSON.parse(output)).toEqual({ succeeded: 20, failures: [] });
    expect(server.refreshes()).toBe(1);
    await expect(createFileTokenStore(directory).read('test:1')).resolves.toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
    });
  });

  it('go on when one is killed in the middle of its refresh', { timeout: 120_000 }, async () => {
    let victim: ChildProcess | undefined;
    const server = await startRotatingServer({
      onRefresh: () => {
        const isFirst = victim?.kill('SIGKILL') ?? false;
        victim = undefined;
        return !isFirst;
      },
    });
    await createFileTokenStore(directory).write('test:1', expired);
    const started = startProcess(server.baseUrl);
    victim = started.child;
    await expect(started.ended).resolves.toMatchObject({ signal: 'SIGKILL' });
    expect(await readdir(directory)).toContain('test%3A1.lock.1');
    const transport = connect(server.baseUrl);
    await expect(transport.send(readCase, 'r1')).resolves.toBe('r1');
    expect(server.refreshes()).toBe(2);
    transport.close();
  });
});

describe('the lock', () => {
  const lockFile = (number: number) => path.join(directory, `test%3A1.lock.${number}`);
  const foreign = JSON.stringify({ machine: 'elsewhere', pid: 1, leaseInMs: 600_000 });

  it('lets one at a time in, in this process as well', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} in`);
      await Promise.resolve();
      events.push(`${name} out`);
    };
    const stores = [createFileTokenStore(directory), createFileTokenStore(directory), createFileTokenStore(directory)];
    await Promise.all(stores.map((store, index) => store.withLock('test:1', 60_000, work(String(index)))));
    expect(events).toHaveLength(6);
    for (let index = 0; index < 6; index += 2) expect(events[index + 1]).toBe(events[index]?.replace('in', 'out'));
  });

  it('is free again after work that failed', async () => {
    const store = createFileTokenStore(directory);
    await expect(store.withLock('test:1', 60_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(store.withLock('test:1', 60_000, () => Promise.resolve('yes'))).resolves.toBe('yes');
  });

  it('is taken over from another machine once its lease has ended', async () => {
    await writeFile(lockFile(4), foreign);
    const past = new Date(Date.now() - 3_600_000);
    await utimes(lockFile(4), past, past);
    await expect(createFileTokenStore(directory).withLock('test:1', 60_000, () => readdir(directory))).resolves.toEqual([
      'test%3A1.lock.5',
    ]);
  });

  it('is respected within the lease of its holder, and the wait is bounded', async () => {
    await writeFile(lockFile(1), foreign);
    const waited = createFileTokenStore(directory).withLock('test:1', 60, () => Promise.resolve('in'));
    await expect(waited).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is not held for ever by a file that nobody finished writing', async () => {
    await writeFile(lockFile(1), '');
    const past = new Date(Date.now() - 20_000);
    await utimes(lockFile(1), past, past);
    await expect(createFileTokenStore(directory).withLock('test:1', 60_000, () => Promise.resolve('in'))).resolves.toBe('in');
  });

  it('keeps its lease alive while the work lasts', { timeout: 60_000 }, async () => {
    const worked = createFileTokenStore(directory).withLock('test:1', 30, async () => {
      const before = (await stat(lockFile(1))).mtimeMs;
      await expect.poll(async () => (await stat(lockFile(1))).mtimeMs, { timeout: 50_000 }).toBeGreaterThan(before);
    });
    await expect(worked).resolves.toBeUndefined();
  });
});

describe('the files', () => {
  it('are readable by their owner only, and leave no drafts', async () => {
    const store = createFileTokenStore(path.join(directory, 'tokens'));
    await Promise.all([store.write('shopee:live:1', expired), store.write('shopee:live:1', expired)]);
    const names = await readdir(path.join(directory, 'tokens'));
    expect(names).toEqual(['shopee%3Alive%3A1.json']);
    expect((await stat(path.join(directory, 'tokens', 'shopee%3Alive%3A1.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(directory, 'tokens'))).mode & 0o777).toBe(0o700);
  });

  it('give back what was written, and nothing for a key never written', async () => {
    const store = createFileTokenStore(directory);
    await expect(store.read('test:1')).resolves.toBeUndefined();
    await store.write('test:1', expired);
    await expect(store.read('test:1')).resolves.toEqual(expired);
    expect(JSON.parse(await readFile(path.join(directory, 'test%3A1.json'), 'utf8'))).toEqual(expired);
  });

  it.each([
    ['half a file', '{"accessToken":"a'],
    ['another shape', '{"token":"a"}'],
  ])('are refused by name when they hold %s', async (_what, text) => {
    await writeFile(path.join(directory, 'test%3A1.json'), text);
    await expect(createFileTokenStore(directory).read('test:1')).rejects.toMatchObject({ name: 'ConfigurationError' });
  });

  it('remember what a case needs to be found again', async () => {
    const id = toCaseId({ marketplace: 'aliexpress', environment: 'live', sellerId: '7', nativeId: '81/9' });
    const index = createFileCaseIndex(directory);
    await expect(index.read(id)).resolves.toBeUndefined();
    await index.write(id, { buyerLoginId: 'cn1' });
    await expect(createFileCaseIndex(directory).read(id)).resolves.toEqual({ buyerLoginId: 'cn1' });
  });
});
