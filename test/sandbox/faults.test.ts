import { describe, expect, it } from 'vitest';
import { createFaultBoard } from '../../src/sandbox/faults/fault-board.js';
import type { FaultRule, Sandbox } from '../../src/sandbox/index.js';
import { caseOf, connect, currentOf } from './shopee-client.js';
import { startSandbox } from './with-sandbox.js';

const confirmPath = '/api/v2/returns/confirm';
const infoPath = '/api/v2/shop/get_shop_info';

const confirm = (sandbox: Sandbox) => connect(sandbox).post(confirmPath, { return_sn: caseOf(sandbox, 'requested').returnSn });
const refunds = (sandbox: Sandbox) => sandbox.ledger().refunds[caseOf(sandbox, 'requested').returnSn]?.count ?? 0;

describe('a fault', () => {
  it('that loses the response leaves the effect applied exactly once', async () => {
    const sandbox = await startSandbox({ faults: [{ kind: 'lost-response', operation: 'returns/confirm', times: 1 }] });
    const before = caseOf(sandbox, 'requested');
    await expect(confirm(sandbox)).rejects.toThrow();
    expect(currentOf(sandbox, before).status).toBe('ACCEPTED');
    expect(refunds(sandbox)).toBe(1);
    expect((await confirm(sandbox)).body.message).toBe('Invalid return status: RETURN_ACCEPTED');
    expect(refunds(sandbox)).toBe(1);
    expect(sandbox.marketplaces.shopee.requests()).toMatchObject([
      { path: confirmPath, status: 0, fault: 'lost-response' },
      { path: confirmPath, status: 200, error: 'error_data' },
    ]);
  });

  it('that resets the connection leaves no effect, unless it says so', async () => {
    const sandbox = await startSandbox({ faults: [{ kind: 'reset', times: 1 }] });
    await expect(confirm(sandbox)).rejects.toThrow();
    expect(refunds(sandbox)).toBe(0);
    sandbox.faults.add({ kind: 'reset', times: 1, effect: 'applied' });
    await expect(confirm(sandbox)).rejects.toThrow();
    expect(refunds(sandbox)).toBe(1);
  });

  it.each<[FaultRule, number, string, number]>([
    [{ kind: 'rate-limit', retryAfterInSeconds: 7 }, 429, 'error_rate_limit', 0],
    [{ kind: 'rate-limit', status: 200 }, 200, 'error_rate_limit', 0],
    [{ kind: 'daily-limit' }, 429, 'error_limit', 0],
    [{ kind: 'server-error' }, 500, 'error_server', 0],
    [{ kind: 'server-error', effect: 'applied' }, 500, 'error_server', 1],
    [{ kind: 'transient-in-200' }, 200, 'error_inner', 0],
    [
      { kind: 'transient-in-200', effect: 'applied', error: 'error_network', message: 'Inner http call failed' },
      200,
      'error_network',
      1,
    ],
    [{ kind: 'refusal', error: 'error_return_status', message: 'no' }, 200, 'error_return_status', 0],
  ])('%j is answered with %i %s', async (rule, status, error, count) => {
    const sandbox = await startSandbox({ faults: [{ ...rule, times: 1 }] });
    const answer = await confirm(sandbox);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
    expect(answer.headers.get('retry-after')).toBe(rule.retryAfterInSeconds === undefined ? null : '7');
    expect(refunds(sandbox)).toBe(count);
    expect((await connect(sandbox).get(infoPath)).body.error).toBe('');
  });

  it('of a gateway is a page, not JSON', async () => {
    const sandbox = await startSandbox({ faults: [{ kind: 'server-error', status: 502 }] });
    const answer = await confirm(sandbox);
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(answer.isJson).toBe(false);
  });

  it.each<FaultRule['kind']>(['malformed-json', 'empty-body'])(
    'of the kind %s spoils the answer after the effect',
    async (kind) => {
      const sandbox = await startSandbox({ faults: [{ kind, times: 1 }] });
      const answer = await confirm(sandbox);
      expect(answer.status).toBe(200);
      expect(answer.isJson).toBe(false);
      expect(answer.text.length > 0).toBe(kind === 'malformed-json');
      expect(refunds(sandbox)).toBe(1);
    },
  );

  it('that truncates breaks the connection in the middle of the answer', async () => {
    const sandbox = await startSandbox({ faults: [{ kind: 'truncated', times: 1 }] });
    await expect(confirm(sandbox)).rejects.toThrow();
    expect(refunds(sandbox)).toBe(1);
    expect(sandbox.requests()).toMatchObject([{ status: 200, fault: 'truncated' }]);
  });

  it('of the clock makes timestamps expire, and the Date header tells', async () => {
    const sandbox = await startSandbox({ faults: [{ kind: 'clock-skew', skewInMs: 600_000, times: 1 }] });
    const client = connect(sandbox);
    const skewed = await client.get(infoPath);
    expect(skewed.body.message).toBe('Timestamp is expired.');
    const right = await client.get(infoPath);
    expect(right.body.error).toBe('');
    expect(Date.parse(right.headers.get('date') ?? '')).toBe(sandbox.clock.now());
    expect(Date.parse(skewed.headers.get('date') ?? '')).toBe(sandbox.clock.now() + 600_000);
  });

  it('that slows an answer down sends it all the same', async () => {
    const sandbox = await startSandbox({ faults: [{ kind: 'slow', delayInMs: 5, times: 1 }] });
    expect((await connect(sandbox).get(infoPath)).body.error).toBe('');
    expect(sandbox.requests()).toMatchObject([{ fault: 'slow' }]);
  });

  it('hits its operation only, after `skip` calls and `times` times', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    sandbox.faults.add({ kind: 'server-error', operation: 'get_shop_info', skip: 1, times: 2 });
    const client = connect(sandbox);
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await client.get(infoPath)).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect(sandbox.faults.list()).toEqual([]);
    expect((await client.get('/api/v2/returns/get_return_list', { page_no: 0, page_size: 1 })).status).toBe(200);
  });
});

describe('fault rules', () => {
  it('without `times` hold until they are cleared, and list what is left', () => {
    const board = createFaultBoard([{ kind: 'reset' }, { kind: 'slow', times: 2, marketplace: 'shopee', operation: 'x/y' }]);
    const kinds = new Set(['reset', 'slow'] as const);
    const target = { marketplace: 'amazon', operation: 'o', path: '/o' };
    for (let count = 0; count < 20; count += 1) expect(board.take(target, kinds)?.kind).toBe('reset');
    expect(board.take({ marketplace: 'shopee', operation: 'y', path: '/api/x/y' }, new Set(['slow']))?.kind).toBe('slow');
    expect(board.list()).toEqual([{ kind: 'reset' }, { kind: 'slow', times: 1, marketplace: 'shopee', operation: 'x/y' }]);
    board.clear();
    expect(board.take(target, kinds)).toBeUndefined();
  });

  it.each<[object, RegExp]>([
    [{ kind: 'explode' }, /'explode' is no kind of fault: expected rate-limit/],
    [{ kind: 'reset', time: 1 }, /has no 'time': expected kind/],
    [{ kind: 'reset', times: -1 }, /times .* whole number/],
    [{ kind: 'reset', operation: 5 }, /operation .* text/],
    [{ kind: 'clock-skew', skewInMs: 'x' }, /skewInMs/],
    [{ kind: 'reset', effect: 'maybe' }, /'applied' or 'not-applied'/],
  ])('%j is refused at once', (rule, message) => {
    expect(() => createFaultBoard([JSON.parse(JSON.stringify(rule))])).toThrow(message);
  });
});
