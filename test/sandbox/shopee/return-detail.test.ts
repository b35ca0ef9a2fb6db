import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, type Answer } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const path = '/api/v2/returns/get_return_detail';

/** The fields that are read here; the wire has more, and some are missing on some returns. */
interface WireReturn {
  readonly status: string;
  readonly reason: string;
  readonly currency: string;
  readonly refund_amount: number;
  readonly dispute_reason: unknown;
  readonly dispute_text_reason: unknown;
  readonly seller_compensation_status: string;
  readonly seller_proof: { readonly seller_evidence_deadline: unknown };
  readonly negotiation: { readonly negotiation_status: unknown };
}

const allDetails = async (sandbox: Sandbox): Promise<readonly WireReturn[]> => {
  const { accounts, cases } = sandbox.marketplaces.shopee;
  const answers = await Promise.all(
    cases().map(({ region, returnSn }) => connect(sandbox, accounts[region]).get(path, { return_sn: returnSn })),
  );
  return answers.map(({ body }) => {
    const detail: WireReturn = body.response;
    return detail;
  });
};

const allRows = async (sandbox: Sandbox): Promise<readonly WireReturn[]> => {
  const lists = await Promise.all(
    Object.values(sandbox.marketplaces.shopee.accounts).map((account) =>
      connect(sandbox, account).get('/api/v2/returns/get_return_list', { page_no: 0, page_size: 100 }),
    ),
  );
  return lists.flatMap(({ body }) => {
    const rows: readonly WireReturn[] = body.response.return;
    return rows;
  });
};

const seen = (values: readonly unknown[]): ReadonlySet<unknown> => new Set(values);

describe('get_return_detail', () => {
  it('says whose return it is not, and which does not exist', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const foreign = sandbox.marketplaces.shopee.cases().find(({ region }) => region === 'TH');
    const ask = (returnSn: string): Promise<Answer> => client.get(path, { return_sn: returnSn });
    expect((await ask(foreign?.returnSn ?? '')).body.error).toBe('error_permission');
    expect((await ask('2206150VT13E3MQ')).body).toMatchObject({
      error: 'error_data',
      message: "The return you queried doesn't exist.",
    });
    expect((await client.get(path)).body.message).toBe('lack of param');
  });

  it('shows every status, every reason and every currency among the seeded cases', async () => {
    const details = await allDetails(await startSandbox());
    expect([...seen(details.map(({ status }) => status))].sort()).toEqual([
      'ACCEPTED',
      'CANCELLED',
      'CLOSED',
      'JUDGING',
      'PROCESSING',
      'REQUESTED',
      'SELLER_DISPUTE',
    ]);
    const reasons = seen(details.map(({ reason }) => reason));
    expect(reasons.size).toBeGreaterThanOrEqual(38);
    for (const reason of ['NOT_RECEIPT', 'ITEM_WRONGDAMAGED', 'MUITAL_AGREE', 'SPOILED_ROTTEN', 'LONG_DELIVERY_TIME', 'NONE'])
      expect(reasons).toContain(reason);
    expect([...seen(details.map(({ currency }) => currency))].sort()).toEqual([
      'BRL',
      'CLP',
      'COP',
      'IDR',
      'MXN',
      'MYR',
      'PHP',
      'SGD',
      'THB',
      'TWD',
      'VND',
    ]);
    for (const { currency, refund_amount: amount } of details)
      if (['IDR', 'VND', 'TWD', 'CLP', 'COP'].includes(currency)) expect(Number.isInteger(amount)).toBe(true);
      else expect(Number.isInteger(Math.round(amount * 1e6) / 1e4)).toBe(true);
  });

  it('carries the deviations that real shops send', async () => {
    const sandbox = await startSandbox();
    const details = await allDetails(sandbox);
    const rows = await allRows(sandbox);
    const negotiations = details.map(({ negotiation }) => negotiation);
    expect(seen(negotiations.map((negotiation) => negotiation.negotiation_status))).toEqual(
      new Set(['', null, 'PENDING_RESPOND', 'PENDING_BUYER_RESPOND', 'TERMINATED']),
    );
    const deadlines = seen(details.map(({ seller_proof: proof }) => proof.seller_evidence_deadline));
    expect(deadlines).toContain(0);
    expect(deadlines).toContain(null);
    expect(details.some((detail) => 'reverse_logistics_status' in detail)).toBe(true);
    expect(details.some((detail) => 'reverse_logistic_status' in detail)).toBe(true);
    const forms = seen(
      details.map(({ dispute_reason: form }) => (Array.isArray(form) ? 'array' : form === null ? 'null' : typeof form)),
    );
    expect(forms).toEqual(new Set(['array', 'null', 'number']));
    expect(seen(details.map(({ dispute_text_reason: text }) => (Array.isArray(text) ? 'array' : typeof text)))).toEqual(
      new Set(['array', 'string']),
    );
    const compensations = seen(rows.map((row) => row.seller_compensation_status));
    expect(compensations).toContain('COMPENSATION_INITIAL_STAGE');
    expect(compensations).toContain('INITIAL_STAGE');
    expect(compensations).toContain('');
    expect(rows.some((row) => !('validation_type' in row))).toBe(true);
    expect(rows.some((row) => 'hot_listing_order' in row && 'negotiation' in row)).toBe(true);
    expect(rows.some((row) => 'reverse_logistics_status' in row || 'logistics_status' in row)).toBe(false);
  });

  it('sends ids that no double can hold', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const numbers: string[] = [];
    for (const { returnSn, region } of sandbox.marketplaces.shopee.cases()) {
      if (region !== 'SG') continue;
      const { text } = await client.get(path, { return_sn: returnSn });
      numbers.push(...[...text.matchAll(/"activity_id":(\d+)/g)].map(([, number = '']) => number));
    }
    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers) expect(BigInt(number)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(numbers.some((number) => String(Number(number)) !== number)).toBe(true);
  });

  it('hides the buyer of a Taiwanese return by a carrier that is not integrated', async () => {
    const sandbox = await startSandbox();
    const { TW } = sandbox.marketplaces.shopee.accounts;
    const { response } = (await connect(sandbox, TW).get(path, { return_sn: caseOf(sandbox, 'not-integrated', TW).returnSn }))
      .body;
    expect(response.user).toEqual({ username: '****', email: '', portrait: '' });
    expect(response).toMatchObject({ virtual_contact_number: '0900000000', is_reverse_logistics_channel_integrated: false });
  });

  it('leaves a Brazilian compensation status empty and gives the amount', async () => {
    const sandbox = await startSandbox();
    const { BR } = sandbox.marketplaces.shopee.accounts;
    const { response } = (
      await connect(sandbox, BR).get(path, { return_sn: caseOf(sandbox, 'compensation-approved', BR).returnSn })
    ).body;
    expect(response.seller_compensation.seller_compensation_status).toBe('');
    expect(response.seller_compensation.compensation_amount).toBeGreaterThan(0);
  });

  it('gives the warehouse’s follow-ups once it has looked at the goods', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const inbound = (await client.get(path, { return_sn: caseOf(sandbox, 'warehouse-inbound').returnSn })).body.response;
    expect(inbound).toMatchObject({
      validation_type: 'warehouse_validation',
      is_arrived_at_warehouse: 3,
      follow_up_action_list: [],
    });
    const done = (await client.get(path, { return_sn: caseOf(sandbox, 'warehouse-onward').returnSn })).body.response;
    expect(done.follow_up_action_list[0]).toMatchObject({ current_status: 2, related_order_sn_list: [] });
  });
});

describe('get_available_solutions', () => {
  const solutions = '/api/v2/returns/get_available_solutions';

  it('tells the ranges of a return and of a refund apart', async () => {
    const sandbox = await startSandbox();
    const requested = caseOf(sandbox, 'requested');
    const { response } = (await connect(sandbox).get(solutions, { return_sn: requested.returnSn })).body;
    expect(response.offer_refund).toMatchObject({
      eligibility: true,
      refund_amount_adjustable: true,
      max_refund_amount: requested.refund.minor / 100,
    });
    expect(response.offer_refund.min_refund_amount).toBeLessThan(requested.refund.minor / 100);
    expect(response.offer_return_refund.eligibility).toBe(true);
  });

  it('offers no return of goods that never arrived, and nothing once the negotiation is over', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const ask = async (scenario: string): Promise<Answer['body']> =>
      (await client.get(solutions, { return_sn: caseOf(sandbox, scenario).returnSn })).body;
    expect((await ask('refund-requested')).response).toMatchObject({
      offer_return_refund: { eligibility: false },
      offer_refund: { eligibility: true },
    });
    for (const scenario of ['negotiation-failed', 'offer-pending', 'accepted', 'inspection'])
      expect((await ask(scenario)).response).toMatchObject({
        offer_return_refund: { eligibility: false },
        offer_refund: { eligibility: false },
      });
    expect((await ask('in-transit-request')).message).toBe('Type of return does not allow seller to offer refund');
  });
});

describe('get_reverse_tracking_info', () => {
  const tracking = '/api/v2/returns/get_reverse_tracking_info';

  it('tells the way back, latest first, with its expected days as text', async () => {
    const sandbox = await startSandbox();
    const { response } = (await connect(sandbox).get(tracking, { return_sn: caseOf(sandbox, 'inspection').returnSn })).body;
    const events: readonly { readonly update_time: number }[] = response.tracking_info;
    const times = events.map((event) => event.update_time);
    expect(times).toEqual([...times].sort((left, right) => right - left));
    expect(response).toMatchObject({ reverse_logistics_status: 'LOGISTICS_DELIVERY_DONE', validation_type: 'seller_validation' });
    expect(response.estimated_delivery_date_max).toMatch(/^\d{10}$/);
  });

  it('has two legs by way of the warehouse, and only the status of a request in transit', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const onward = (await client.get(tracking, { return_sn: caseOf(sandbox, 'warehouse-onward').returnSn })).body.response;
    expect(onward.post_return_logistics_status).toMatch(/^POST_RETURN_LOGISTICS_/);
    expect(onward.rts_tracking_number).toMatch(/^RTS/);
    const early = (await client.get(tracking, { return_sn: caseOf(sandbox, 'in-transit-request').returnSn })).body.response;
    expect(early).toMatchObject({ return_refund_request_type: 1, reverse_logistics_status: 'Preparing' });
    expect(early).not.toHaveProperty('tracking_info');
  });

  it('says when there is nothing to track', async () => {
    const client = connect(await startSandbox());
    expect((await client.get(tracking)).body.error).toBe('returns.missing_return_sn');
    expect((await client.get(tracking, { return_sn: '2206150VT13E3MQ' })).body).toMatchObject({
      error: 'returns.return_not_found',
    });
  });
});
