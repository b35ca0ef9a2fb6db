import { describe, expect, it } from 'vitest';
import type { AliExpressCaseSnapshot, Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, currentOf, day, hour, passBy, refundsOf, solutionOf, startAliExpress } from '../aliexpress-client.js';

const seeded = (): Promise<Sandbox> => startAliExpress({ seed: { cases: 40 } });

interface WireSolution {
  readonly status?: string;
  readonly reached_type?: string;
  readonly version: number;
}

interface WireDetail {
  readonly reverse_detail_status?: string;
  readonly buyer_solution_list: readonly WireSolution[];
  readonly platform_solution_list: readonly WireSolution[];
  readonly process_dto_list: readonly { readonly action_type: string }[];
}

const detailOf = async (sandbox: Sandbox, { issueId, buyerLoginId }: AliExpressCaseSnapshot): Promise<WireDetail> => {
  const asked = { buyer_login_id: buyerLoginId, issue_id: issueId };
  const { body } = await connect(sandbox).call('aliexpress.issue.detail.get', asked);
  const detail: WireDetail = body.result_object;
  return detail;
};

/** The sub-statuses an issue passes through, looked at every two hours. */
const pathOf = async (sandbox: Sandbox, found: AliExpressCaseSnapshot): Promise<readonly string[]> => {
  const seen: string[] = [found.detailStatus];
  for (let step = 0; step < 30 * 12; step += 1) {
    await sandbox.advance(2 * hour);
    const { detailStatus, status } = currentOf(sandbox, found);
    if (seen.at(-1) !== detailStatus) seen.push(detailStatus);
    if (status !== 'processing') break;
  }
  return seen;
};

describe('a silent seller', () => {
  it('pays what the buyer asked for, and not a second before the deadline', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'requested-urgent');
    await sandbox.advance(Date.parse(found.dueAt ?? '') - sandbox.clock.now());
    expect(currentOf(sandbox, found).status).toBe('processing');
    await sandbox.advance(1000);
    expect(currentOf(sandbox, found)).toMatchObject({ status: 'finish', detailStatus: 'refund_success' });
    expect(refundsOf(sandbox, found)).toEqual([{ ...found.maximum, cause: 'silence' }]);
    const detail = await detailOf(sandbox, found);
    expect(detail.buyer_solution_list[0]).toMatchObject({ status: 'reached', reached_type: 'seller_reponse_timeout' });
  });

  it('is asked for an address where a return was executed, and pays without the goods when it names none', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'warranty');
    expect(await pathOf(sandbox, found)).toEqual([
      'wait_for_seller_response',
      'wait_for_seller_set_return_address',
      'refund_success',
    ]);
    expect(refundsOf(sandbox, found)).toEqual([{ ...found.maximum, cause: 'silence' }]);
  });

  it('pays for a returned parcel it does not confirm', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'receipt-urgent');
    expect(found.timeoutType).toBe('WAIT_RECEIVE_ITEM_TIMEOUT');
    await passBy(sandbox, found.dueAt);
    expect(currentOf(sandbox, found)).toMatchObject({ status: 'finish', detailStatus: 'return_success', paid: found.maximum });
  });

  it('has the waits the sandbox was given where none is documented', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 40 }, aliexpress: { addressTimeInDays: 2 } });
    const found = caseOf(sandbox, 'return-requested');
    await passBy(sandbox, found.dueAt);
    const since = Date.parse(found.dueAt ?? '') + 1000;
    expect(Date.parse(currentOf(sandbox, found).dueAt ?? '') - since).toBe(2 * day);
  });
});

describe('a buyer', () => {
  it('accepts an offer and is paid what was offered', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'offer-pending');
    const offered = found.solutions.find(({ owner }) => owner === 'seller')!.amount;
    await sandbox.advance(2 * day);
    expect(currentOf(sandbox, found).detailStatus).toBe('refund_success');
    expect(refundsOf(sandbox, found)).toEqual([{ ...offered, cause: 'offer-accepted' }]);
  });

  it('who asks for more puts the seller back on the clock', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'offer-modified');
    expect(found).toMatchObject({ detailStatus: 'wait_for_your_response', timeoutType: 'WAIT_SOLUTION_TIMEOUT' });
    const [asked, offered] = found.solutions;
    expect(asked!.amount.minor).toBeGreaterThan(offered!.amount.minor);
    expect(asked!.amount.minor).toBeLessThan(found.maximum.minor);
    const detail = await detailOf(sandbox, found);
    expect(detail.buyer_solution_list[0]?.version).toBe(2);
  });

  it('who is silent on an offer leaves the issue to the platform', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'offer-ignored');
    await passBy(sandbox, found.dueAt);
    expect(currentOf(sandbox, found).detailStatus).toBe('wait_for_AE_feedback');
    await sandbox.advance(10 * day);
    expect(currentOf(sandbox, found).status).toBe('finish');
  });

  it('who never ships loses the refund', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'never-shipped');
    expect(found).toMatchObject({ status: 'finish', detailStatus: 'refund_reject', paid: { minor: 0 } });
  });

  it('can withdraw, and then no clock runs', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'about-to-be-withdrawn');
    await sandbox.advance(40 * hour);
    expect(currentOf(sandbox, found)).toMatchObject({ status: 'canceled_issue', detailStatus: '' });
    await sandbox.advance(20 * day);
    expect(refundsOf(sandbox, found)).toEqual([]);
    const detail = await detailOf(sandbox, found);
    expect(detail.reverse_detail_status).toBeUndefined();
    expect(detail.process_dto_list[0]?.action_type).toBe('cancel');
  });
});

describe('the platform', () => {
  it.each([
    ['arbitration', ['wait_for_AE_feedback', 'wait_for_your_evidence', 'wait_ae_final_feedback', 'ae_feedback_finish']],
    ['arbitration-final', ['wait_for_final_solution', 'ae_feedback_finish', 'refund_success']],
    ['arbitration-last-look', ['wait_ae_final_feedback', 'ae_feedback_finish', 'refund_reject']],
    [
      'provider-return',
      [
        'wait_for_service_provider_response',
        'wait_for_warehouse_confirmation',
        'wait_for_warehouse_quality_check',
        'return_success',
      ],
    ],
    ['ruled-return', ['wait_for_seller_set_return_address', 'refund_success']],
  ])('leads %s through %j', async (scenario, path) => {
    const sandbox = await seeded();
    expect((await pathOf(sandbox, caseOf(sandbox, scenario))).slice(0, path.length)).toEqual(path);
  });

  it('carries a ruling out a day later, and its share only', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'ruled');
    expect(found).toMatchObject({ detailStatus: 'ae_feedback_finish', paid: { minor: 0 } });
    await sandbox.advance(day);
    const ruled = found.solutions.find(({ owner }) => owner === 'platform')!.amount;
    expect(Math.abs(ruled.minor - found.maximum.minor / 2)).toBeLessThanOrEqual(1);
    expect(refundsOf(sandbox, found)).toEqual([{ ...ruled, cause: 'ruling' }]);
    expect((await detailOf(sandbox, found)).platform_solution_list[0]?.reached_type).toBe('platform_arbitrate');
  });

  it('forces its own proposal when nobody answers it', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'platform-proposal');
    expect(solutionOf(found, 'platform')).toMatch(/^\d{16}$/);
    await sandbox.advance(10 * day);
    expect(currentOf(sandbox, found)).toMatchObject({ status: 'finish', paid: found.solutions[2]!.amount });
  });
});

describe('time', () => {
  it('can pass at once or hour by hour: the same happens', async () => {
    const [whole, sliced] = [await seeded(), await seeded()];
    await whole.advance(12 * day);
    for (let count = 0; count < 12 * 6; count += 1) await sliced.advance(4 * hour);
    expect(sliced.marketplaces.aliexpress.cases()).toEqual(whole.marketplaces.aliexpress.cases());
    expect(sliced.ledger()).toEqual(whole.ledger());
  });

  it('ends every issue, and pays nobody twice', async () => {
    const sandbox = await seeded();
    await sandbox.advance(90 * day);
    const cases = sandbox.marketplaces.aliexpress.cases();
    expect(cases.filter(({ status }) => status === 'processing')).toEqual([]);
    for (const { count } of Object.values(sandbox.ledger().refunds)) expect(count).toBe(1);
  });
});
