import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type MarketplaceAdapter } from 'aftersale';
import { compilePolicy, deadlinesFrom, loadPacks } from 'aftersale/policy';
import { createSandbox, type Sandbox } from 'aftersale/sandbox';
import type { BacktestResult } from '../../../src/policy/backtest/result.js';
import { runCli } from '../../../src/cli/run-cli.js';
import { capture } from '../capture.js';
import { runPolicy } from './run.js';

const accounts = './test/cli/policy/sandbox-accounts.mjs';
const policy = 'examples/policies/handbook.yaml';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ marketplaces: ['shopee', 'amazon'], seed: { value: 7, cases: 10 } });
  Object.assign(globalThis, { sandboxOfTheTest: sandbox });
});
afterAll(async () => {
  Reflect.deleteProperty(globalThis, 'sandboxOfTheTest');
  await sandbox.close();
});

const backtest = async (account: string, ...argv: readonly string[]) => {
  const { code, stdout, stderr } = await runPolicy('backtest', policy, '--cases', `${accounts}#${account}`, ...argv);
  return { code, stderr, stdout };
};

describe('a backtest over an account', () => {
  it.each([
    ['sg-1', ['--countries', 'none']],
    ['us', ['--sites', 'amazon:US', 'amazon:CA', 'amazon:MX']],
  ])('%s reads every case with its order over HTTP and decides it', async (account, packs) => {
    const before = sandbox.requests().length;
    const { code, stdout, stderr } = await backtest(account, ...packs, '--reporter', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { result } = JSON.parse(stdout) as { result: BacktestResult & { wrongRows: number } };
    expect(result.cases).toBeGreaterThanOrEqual(10);
    expect(result.wrongRows).toBe(0);
    const { eligible, 'needs-review': review, ineligible } = result.policy.verdicts;
    expect(eligible + review + ineligible).toBe(result.cases);
    expect(eligible).toBeGreaterThan(0);
    expect(sandbox.requests().length).toBeGreaterThan(before + 10);
  });

  it('counts the cases for a person who waits, and names the dearest in full', async () => {
    const argv = ['policy', 'backtest', policy, '--cases', `${accounts}#sg-1`, '--countries', 'none'];
    const watched = capture(argv, { isTTY: true, environment: { NO_COLOR: '1' } });
    expect(await runCli(watched.surroundings)).toBe(0);
    expect(watched.stderr()).toContain('cases decided 10');
    const [, dearest = ''] = watched.stdout().split('dearest in SGD\n');
    expect(dearest).toMatch(/ shopee:sandbox:\d+:[0-9A-Z]{15} /);
    expect(dearest).not.toContain('…');
  });
});

describe('the inbox of a client with the rules of Amazon', () => {
  it('has a request of a buyer with the day by which Amazon wants an answer', async () => {
    const module = (await import('./sandbox-accounts.mjs')) as { accounts: { us: MarketplaceAdapter } };
    const packs = await loadPacks({ sites: ['amazon:US', 'amazon:CA', 'amazon:MX'] });
    const deadlines = deadlinesFrom(compilePolicy([], { packs }));
    const client = createClient({ accounts: { us: module.accounts.us }, deadlines, clock: sandbox.clock });
    const { entries, failures } = await client.inbox();
    expect(failures).toEqual([]);
    const asked = entries.filter((entry) => entry.case.phase === 'requested');
    expect(asked.length).toBeGreaterThan(0);
    for (const entry of asked) {
      expect(entry.next).toMatchObject({ duty: 'authorise-return', party: 'seller', source: 'policy', certainty: 'derived' });
      const left = Date.parse(entry.next.by) - Date.parse(entry.case.openedAt);
      expect(left).toBe(24 * 3_600_000);
    }
  });
});

describe('a module of accounts that cannot be used', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'aftersale-accounts-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return runPolicy('backtest', policy, '--countries', 'none', '--cases', `${path.join(folder, name)}#shop`);
  };

  it.each([
    ['unfinished.mjs', 'export const accounts = {', 'cannot be loaded: '],
    ['missing.mjs', "import './nowhere.mjs';", 'cannot be loaded: '],
    ['throwing.mjs', "throw new Error('no settings here');", 'cannot be loaded: no settings here\n`node '],
    ['other.mjs', 'export const shops = {};', "expected an export 'accounts': adapters by the name of their account"],
  ])('%s is bad input, without a stack', async (name, text, message) => {
    const { code, stderr } = await run(name, text);
    expect(stderr).toContain(`${name}: ${message}`);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it('a marketplace that cannot be reached is a failure of the remote, without a stack', async () => {
    const text = `export const accounts = { shop: { marketplace: 'memory', sellerId: 'shop', environment: 'sandbox', clock: {}, orders: {},
      cases: { list: () => ({ byPage: async function* () {
        const { ConnectionError } = await import('aftersale');
        throw new ConnectionError('the connection failed', { marketplace: 'memory', operation: 'list' });
      } }) } } };`;
    const { code, stderr } = await run('unreachable.mjs', text);
    expect(stderr).toBe('error the connection failed\n');
    expect(code).toBe(3);
  });
});
