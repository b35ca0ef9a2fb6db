import { describe, expect, it } from 'vitest';
import { connect, day, type Query } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const path = '/api/v2/returns/get_return_list';
const secondsOf = (epochMs: number): number => Math.floor(epochMs / 1000);

interface Page {
  readonly more: boolean;
  readonly return: readonly Row[];
}

interface Row {
  readonly return_sn: string;
  readonly create_time: number;
  readonly update_time: number;
  readonly status: string;
}

describe('get_return_list', () => {
  it('looks like a passing fault without page_no, however often it is asked', async () => {
    const client = connect(await startSandbox());
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const answer = await client.get(path, { page_size: 20 });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ error: 'error_data', message: 'Inner error, please try later. [5].' });
    }
  });

  const now = secondsOf(Date.UTC(2026, 10, 2, 2));
  it.each<[Query, string]>([
    [{ page_no: 0 }, 'Wrong parameters, detail: page_size should be between 1 and 100.'],
    [{ page_no: 0, page_size: 0 }, 'Wrong parameters, detail: page_size should be between 1 and 100.'],
    [{ page_no: 0, page_size: 101 }, 'Wrong parameters, detail: page_size should be between 1 and 100.'],
    [{ page_no: -1, page_size: 10 }, 'Wrong parameters, detail: page_no is not a whole number.'],
    [
      { page_no: 0, page_size: 10, create_time_from: now },
      'Wrong parameters, detail: create_time_from and create_time_to go together.',
    ],
    [
      { page_no: 0, page_size: 10, create_time_from: now - 1_296_001, create_time_to: now },
      'The period between create_time_from and created_time_of must not more than 15 days.',
    ],
    [
      { page_no: 0, page_size: 10, create_time_from: now, create_time_to: now },
      'The create_time_to should be later than create_time_from.',
    ],
    [
      { page_no: 0, page_size: 10, update_time_from: now - 1_296_001, update_time_to: now },
      'The period between update_time_from and update_time_to must not more than 15 days.',
    ],
    [
      { page_no: 0, page_size: 10, update_time_from: now + 1, update_time_to: now },
      'The update_time_to should be later than update_time_from.',
    ],
    [
      {
        page_no: 0,
        page_size: 10,
        create_time_from: now - 10,
        create_time_to: now,
        update_time_from: now - 11,
        update_time_to: now,
      },
      'The update_time_from must be after create_time_from.',
    ],
  ])('refuses %j', async (query, message) => {
    const client = connect(await startSandbox({ seed: { cases: 0 } }));
    expect((await client.get(path, query)).body).toMatchObject({ error: 'error_param', message });
  });

  it('takes a window of exactly 15 days', async () => {
    const client = connect(await startSandbox());
    const answer = await client.get(path, { page_no: 0, page_size: 10, create_time_from: now - 1_296_000, create_time_to: now });
    expect(answer.body.error).toBe('');
    expect(answer.body.response.return).toHaveLength(10);
  });

  it('pages through a shop’s own returns, oldest first, and says when there is more', async () => {
    const sandbox = await startSandbox();
    const { account } = sandbox.marketplaces.shopee;
    const client = connect(sandbox);
    const rows: Row[] = [];
    const more: boolean[] = [];
    for (let pageNo = 0; pageNo < 3; pageNo += 1) {
      const page: Page = (await client.get(path, { page_no: pageNo, page_size: 16 })).body.response;
      rows.push(...page.return);
      more.push(page.more);
    }
    expect(more).toEqual([true, true, false]);
    const own = sandbox.marketplaces.shopee.cases().filter(({ shopId }) => shopId === account.shopId);
    expect(new Set(rows.map((row) => row.return_sn))).toEqual(new Set(own.map(({ returnSn }) => returnSn)));
    expect(rows).toHaveLength(40);
    const created = rows.map((row) => row.create_time);
    expect(created).toEqual([...created].sort((left, right) => left - right));
    const beyond = (await client.get(path, { page_no: 3, page_size: 16 })).body.response;
    expect(beyond).toEqual({ more: false, return: [] });
  });

  it('has a 15-day window without any return, and returns before it', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const windowEnding = (daysAgo: number): Query => {
      const end = secondsOf(sandbox.clock.now() - daysAgo * day);
      return { page_no: 0, page_size: 100, create_time_from: end - 1_296_000, create_time_to: end };
    };
    const counts: number[] = [];
    for (const daysAgo of [0, 15, 30, 45]) {
      const page: Page = (await client.get(path, windowEnding(daysAgo))).body.response;
      counts.push(page.return.length);
    }
    expect(counts[0]).toBeGreaterThan(20);
    expect(counts[1]).toBe(0);
    expect((counts[2] ?? 0) + (counts[3] ?? 0)).toBeGreaterThan(0);
  });

  it('filters by status words and by the time of the last change', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const listed = async (query: Query): Promise<readonly Row[]> => {
      const page: Page = (await client.get(path, { page_no: 0, page_size: 100, ...query })).body.response;
      return page.return;
    };
    const requested = await listed({ status: 'REQUESTED' });
    expect(requested.length).toBeGreaterThan(5);
    expect(new Set(requested.map((row) => row.status))).toEqual(new Set(['REQUESTED']));
    const pending = await listed({ negotiation_status: 'PENDING_RESPOND' });
    expect(pending.length).toBeGreaterThan(1);
    expect(await listed({ seller_proof_status: 'PENDING' })).toHaveLength(1);
    const compensation = await listed({ seller_compensation_status: 'COMPENSATION_REQUESTED' });
    expect(await listed({ seller_compensation_status: 'REQUESTED' })).toEqual(compensation);
    const until = secondsOf(sandbox.clock.now());
    const recent = await listed({ update_time_from: until - 6 * 3600, update_time_to: until });
    expect(recent.length).toBeGreaterThan(0);
    for (const row of recent) expect(row.update_time).toBeGreaterThanOrEqual(until - 6 * 3600);
  });

  it('serves the new state as soon as a return changes', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const query = { page_no: 0, page_size: 100, status: 'REQUESTED' };
    const before: readonly Row[] = (await client.get(path, query)).body.response.return;
    const own = sandbox.marketplaces.shopee.cases().find(({ scenario }) => scenario === 'requested');
    await client.post('/api/v2/returns/confirm', { return_sn: own?.returnSn });
    const after: readonly Row[] = (await client.get(path, query)).body.response.return;
    expect(after.map((row) => row.return_sn)).toEqual(before.map((row) => row.return_sn).filter((sn) => sn !== own?.returnSn));
  });

  it('shifts the time filter by 13 days when told to, so that whole periods never appear', async () => {
    const sandbox = await startSandbox({ shopee: { shiftedTimeFilter: true } });
    const until = secondsOf(sandbox.clock.now());
    const query = { page_no: 0, page_size: 100, create_time_from: until - 3 * 86_400, create_time_to: until };
    expect((await connect(sandbox).get(path, query)).body.response.return).toEqual([]);
  });
});
