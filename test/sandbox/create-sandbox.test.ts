import { describe, expect, it } from 'vitest';
import { createSandbox, SandboxInputError, sandboxMarketplaces, type SandboxMarketplace } from '../../src/sandbox/index.js';
import { connect } from './shopee-client.js';
import { startSandbox } from './with-sandbox.js';

describe('createSandbox', () => {
  it('listens on loopback and nowhere else', async () => {
    await expect(createSandbox({ host: '0.0.0.0' })).rejects.toThrow(SandboxInputError);
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    expect(sandbox.marketplaces.shopee.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('serves the marketplaces it was asked for', async () => {
    const none = await startSandbox({ marketplaces: [] });
    expect(() => none.marketplaces.shopee).toThrow("this sandbox was created without 'shopee'");
    const unknown: readonly SandboxMarketplace[] = JSON.parse('["etsy"]');
    await expect(createSandbox({ marketplaces: unknown })).rejects.toThrow(/no marketplace 'etsy': expected shopee/);
  });

  it('serves every marketplace unless told otherwise, each under an address of its own', async () => {
    const sandbox = await startSandbox({ marketplaces: sandboxMarketplaces, seed: { cases: 0 } });
    const byDefault = await createSandbox({ seed: { cases: 0 } });
    const addresses = sandboxMarketplaces.map((name) => sandbox.marketplaces[name].baseUrl);
    expect(new Set(addresses).size).toBe(sandboxMarketplaces.length);
    for (const name of sandboxMarketplaces) expect(byDefault.marketplaces[name].baseUrl).toMatch(/^http:/);
    await byDefault.close();
  });

  it('takes a port, says when it is taken, and frees it at the end', async () => {
    const first = await createSandbox({ marketplaces: ['shopee'], seed: { cases: 0 } });
    const port = Number(new URL(first.marketplaces.shopee.baseUrl).port);
    await expect(createSandbox({ marketplaces: ['shopee'], port, seed: { cases: 0 } })).rejects.toThrow(/EADDRINUSE/);
    await first.close();
    const second = await startSandbox({ port, seed: { cases: 0 } });
    expect((await connect(second).get('/api/v2/shop/get_shop_info')).status).toBe(200);
  });

  it('logs each call without query, headers and body', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    await connect(sandbox).get('/api/v2/shop/get_shop_info');
    expect(sandbox.requests()).toEqual([
      {
        at: new Date(sandbox.clock.now()).toISOString(),
        marketplace: 'shopee',
        method: 'GET',
        path: '/api/v2/shop/get_shop_info',
        operation: 'shop/get_shop_info',
        status: 200,
        error: '',
      },
    ]);
  });

  it('refuses a body larger than any marketplace takes', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const status = await fetch(`${sandbox.marketplaces.shopee.baseUrl}/api/v2/returns/confirm`, {
      method: 'POST',
      body: Buffer.alloc(41 * 1024 * 1024),
    }).then(
      (response) => response.status,
      () => 413,
    );
    // A client still sending when the answer comes may see the connection end instead; either way nothing was admitted.
    expect(status).toBe(413);
    expect(sandbox.requests()).toEqual([]);
  });
});
