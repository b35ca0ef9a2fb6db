import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createClient, toInstant, type Instant } from 'aftersale';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';

interface Served {
  readonly baseUrl: string;
  readonly accounts: Readonly<Record<string, { readonly tokens: { readonly accessToken: string } }>>;
}

interface Printed {
  readonly aliexpress: Served;
  readonly amazon: Served;
  readonly shopee: {
    readonly baseUrl: string;
    readonly accounts: {
      readonly SG: {
        readonly partnerId: number;
        readonly partnerKey: string;
        readonly shopId: number;
        readonly tokens: { readonly accessToken: string; readonly refreshToken: string; readonly expiresAt: Instant };
      };
    };
  };
}

const start = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'sandbox', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

const firstLine = async (process_: ReturnType<typeof start>): Promise<string> => {
  let text = '';
  for await (const chunk of process_.stdout) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text;
};

describe('aftersale sandbox', { timeout: 120_000 }, () => {
  test('serves until it is stopped, and any client can read from it and move its clock', async () => {
    const running = start('--json', '--cases', '12', '--seed', '5');
    const { shopee, ...others } = JSON.parse(await firstLine(running)) as Printed;
    for (const { baseUrl, accounts } of [others.aliexpress, others.amazon]) {
      expect((await fetch(`${baseUrl}/__sandbox/state`)).status).toBe(200);
      for (const { tokens } of Object.values(accounts)) expect(tokens.accessToken).not.toBe('');
    }
    const { partnerId, partnerKey, shopId, tokens } = shopee.accounts.SG;
    const adapter = createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, baseUrl: shopee.baseUrl });
    const { entries, withoutDeadline, failures } = await createClient({ accounts: { sg: adapter } }).inbox();
    expect(failures).toEqual([]);
    expect(entries.length + withoutDeadline.length).toBeGreaterThan(0);
    const before = toInstant(Date.now());
    const answer = await fetch(`${shopee.baseUrl}/__sandbox/advance`, {
      method: 'POST',
      body: JSON.stringify({ ms: 86_400_000 }),
    });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(await answer.json()) > '').toBe(true);
    expect(before < toInstant(Date.now() + 1)).toBe(true);
    running.kill('SIGTERM');
    const [code] = (await once(running, 'exit')) as [number | null];
    expect(code).toBe(0);
  });

  test('a port that is taken is wrong usage, not a crash', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const running = start('--port', String(port));
    let stderr = '';
    running.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
    const [code] = (await once(running, 'close')) as [number | null];
    holder.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`port ${port} is taken`);
  });
});
