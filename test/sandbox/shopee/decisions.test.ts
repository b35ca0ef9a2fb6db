import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, currentOf, hour, renew, type Answer } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const decide = (sandbox: Sandbox, operation: string, scenario: string, body: object = {}): Promise<Answer> =>
  connect(sandbox).post(`/api/v2/returns/${operation}`, { return_sn: caseOf(sandbox, scenario).returnSn, ...body });

const refundOf = (sandbox: Sandbox, scenario: string) => sandbox.ledger().refunds[caseOf(sandbox, scenario).returnSn];

describe('confirm', () => {
  it('refunds everything once, and the buyer keeps the goods', async () => {
    const sandbox = await startSandbox();
    const before = caseOf(sandbox, 'requested');
    const answer = await decide(sandbox, 'confirm', 'requested');
    expect(answer.body).toMatchObject({ error: '', response: { return_sn: before.returnSn } });
    expect(currentOf(sandbox, before)).toMatchObject({ status: 'ACCEPTED', solution: 'REFUND', paid: before.refund });
    expect(refundOf(sandbox, 'requested')).toEqual({ count: 1, amount: before.refund });
    expect((await decide(sandbox, 'confirm', 'requested')).body).toMatchObject({
      error: 'error_data',
      message: 'Invalid return status: RETURN_ACCEPTED',
    });
    expect(refundOf(sandbox, 'requested')?.count).toBe(1);
  });

  it.each([
    ['judging', 'error_data', 'Shopee is reviewing the case and will get back to you.'],
    ['refund-disputed', 'error_data', 'Shopee is reviewing the case and will get back to you.'],
    ['withdrawn', 'error_data', 'Invalid return status: RETURN_CANCELLED'],
    ['closed-seller-won', 'error_data', 'Invalid return status: RETURN_CLOSED'],
    [
      'warehouse-inbound',
      'error_validation',
      'Action cannot be performed by shop because the validation_type of Return/Refund request = warehouse_validation',
    ],
    [
      'in-transit-request',
      'error_return_request_type',
      'Action cannot be performed by shop because the Return Refund Request Type = 1',
    ],
    [
      'refused-at-door',
      'error_return_request_type',
      'Action cannot be performed by shop because the Return Refund Request Type = 2',
    ],
    ['refund-barred', 'rraoc_refund_not_allowed', 'Type of return does not allow seller to offer refund'],
    ['offer-pending', 'err_data', 'Cannot accept your own offer.'],
  ])('is refused where the case is %s', async (scenario, error, message) => {
    const sandbox = await startSandbox({ seed: { cases: 60 } });
    expect((await decide(sandbox, 'confirm', scenario)).body).toMatchObject({ error, message });
    expect(sandbox.ledger().entries).toEqual([]);
  });

  it('waits for the buyer’s own evidence', async () => {
    const sandbox = await startSandbox();
    const { TH } = sandbox.marketplaces.shopee.accounts;
    const waiting = caseOf(sandbox, 'awaiting-buyer-evidence', TH);
    const answer = await connect(sandbox, TH).post('/api/v2/returns/confirm', { return_sn: waiting.returnSn });
    expect(answer.body.message).toContain('missing initial evidence from the buyer');
  });

  it('is taken in the states the settings name', async () => {
    const strict = await startSandbox({ shopee: { confirmableStatuses: ['REQUESTED'] } });
    expect((await decide(strict, 'confirm', 'inspection')).body.message).toBe('Invalid return status: RETURN_PROCESSING');
    const lenient = await startSandbox();
    expect((await decide(lenient, 'confirm', 'inspection')).body.error).toBe('');
  });

  it('needs a readable body that names a return of the shop', async () => {
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const foreign = sandbox.marketplaces.shopee.cases().find(({ region }) => region === 'TH');
    expect((await client.post('/api/v2/returns/confirm', [])).body.message).toBe('parse data failed');
    expect((await client.post('/api/v2/returns/confirm', {})).body.message).toBe('lack of param');
    expect((await client.post('/api/v2/returns/confirm', { return_sn: 'x' })).body.message).toBe(
      "The return you queried doesn't exist.",
    );
    expect((await client.post('/api/v2/returns/confirm', { return_sn: foreign?.returnSn })).body.error).toBe('error_permission');
  });
});

describe('offer', () => {
  const amountOf = (sandbox: Sandbox, share: number): number =>
    Math.floor(caseOf(sandbox, 'requested').refund.minor * share) / 100;

  it.each([
    [{ proposed_solution: 'EXCHANGE' }, 'This proposed solution is not one of the available solutions for this return.'],
    [{ proposed_solution: 'REFUND' }, 'Please fill a value for proposed adjusted refund amount'],
    [
      { proposed_solution: 'REFUND', proposed_adjusted_refund_amount: -1 },
      'The proposed adjusted refund amount must be positive',
    ],
    [
      { proposed_solution: 'REFUND', proposed_adjusted_refund_amount: 1e6 },
      'The proposed adjusted refund amount can not exceed max refund amount',
    ],
    [
      { proposed_solution: 'REFUND', proposed_adjusted_refund_amount: 0.01 },
      'The proposed adjusted refund amount can not be lower than min refund amount',
    ],
    [
      { proposed_solution: 'REFUND', proposed_adjusted_refund_amount: 20.001 },
      'The proposed adjusted refund amount only accepts 2 digit(s) after decimal point',
    ],
  ])('of %j is refused', async (body, message) => {
    const sandbox = await startSandbox();
    expect((await decide(sandbox, 'offer', 'requested', body)).body).toMatchObject({ error: 'error_param', message });
  });

  it('cannot name an amount where the solution has a fixed one', async () => {
    const sandbox = await startSandbox();
    const { response } = (
      await connect(sandbox).get('/api/v2/returns/get_available_solutions', { return_sn: caseOf(sandbox, 'requested').returnSn })
    ).body;
    expect(response.offer_return_refund).toEqual({ eligibility: true, refund_amount_adjustable: false });
    const body = { proposed_solution: 'RETURN_REFUND', proposed_adjusted_refund_amount: 5 };
    expect((await decide(sandbox, 'offer', 'requested', body)).body.message).toBe(
      'The proposed solution cannot have adjusted refund amount',
    );
    expect((await decide(sandbox, 'offer', 'requested', { proposed_solution: 'RETURN_REFUND' })).body.error).toBe('');
  });

  it('waits for the buyer and cannot be repeated or accepted by its maker', async () => {
    const sandbox = await startSandbox();
    const before = caseOf(sandbox, 'requested');
    const amount = amountOf(sandbox, 0.5);
    const body = { proposed_solution: 'REFUND', proposed_adjusted_refund_amount: amount };
    expect((await decide(sandbox, 'offer', 'requested', body)).body.error).toBe('');
    const { response } = (await connect(sandbox).get('/api/v2/returns/get_return_detail', { return_sn: before.returnSn })).body;
    expect(response.negotiation).toMatchObject({
      negotiation_status: 'PENDING_BUYER_RESPOND',
      latest_solution: 'REFUND',
      latest_offer_amount: amount,
      latest_offer_creator: 'aftersale.sg',
    });
    const offerDueDate: number = response.negotiation.offer_due_date;
    expect(response.due_date).toBeGreaterThan(offerDueDate);
    expect((await decide(sandbox, 'offer', 'requested', body)).body.error).toBe('error_negotiation_status');
    expect((await decide(sandbox, 'accept_offer', 'requested')).body.message).toBe('Cannot accept your own offer.');
  });

  it.each([
    ['judging', 'error_ongoing_dispute'],
    ['inspection', 'error_return_status'],
    ['negotiation-failed', 'error_negotiation_status'],
    ['refund-barred', 'error_data'],
  ])('is refused where the case is %s', async (scenario, error) => {
    const sandbox = await startSandbox({ seed: { cases: 60 } });
    const body = { proposed_solution: 'REFUND', proposed_adjusted_refund_amount: 3 };
    expect((await decide(sandbox, 'offer', scenario, body)).body.error).toBe(error);
  });

  it('that the buyer accepts pays the amount offered', async () => {
    const sandbox = await startSandbox();
    const pending = caseOf(sandbox, 'offer-pending');
    await sandbox.advance(40 * hour);
    expect(currentOf(sandbox, pending).status).toBe('ACCEPTED');
    const entry = sandbox.ledger().entries.find(({ caseId }) => caseId === pending.returnSn);
    expect(entry).toMatchObject({ cause: 'offer-accepted', kind: 'refund' });
    expect(entry?.amount.minor).toBeLessThan(pending.refund.minor);
  });

  it('that the buyer counters waits for the seller, who may accept the counter', async () => {
    const sandbox = await startSandbox();
    const countered = caseOf(sandbox, 'offer-countered');
    const { response } = (await connect(sandbox).get('/api/v2/returns/get_return_detail', { return_sn: countered.returnSn }))
      .body;
    expect(response.negotiation).toMatchObject({ negotiation_status: 'PENDING_RESPOND', latest_solution: 'REFUND' });
    expect((await decide(sandbox, 'accept_offer', 'offer-countered')).body.error).toBe('');
    const minor = refundOf(sandbox, 'offer-countered')?.amount.minor ?? 0;
    expect(response.negotiation.latest_offer_amount).toBe(minor / 100);
  });
});

describe('accept_offer', () => {
  it('pays what the buyer proposed, less than what was asked for first', async () => {
    const sandbox = await startSandbox();
    const before = caseOf(sandbox, 'buyer-proposal');
    expect((await decide(sandbox, 'accept_offer', 'buyer-proposal')).body).toMatchObject({
      error: '',
      response: { return_sn: before.returnSn },
    });
    expect(currentOf(sandbox, before)).toMatchObject({ status: 'ACCEPTED', negotiationStatus: 'TERMINATED' });
    expect(refundOf(sandbox, 'buyer-proposal')?.amount.minor).toBeLessThan(before.refund.minor);
    expect((await decide(sandbox, 'accept_offer', 'buyer-proposal')).body.error).toBe('error_return_status');
  });

  it('of a return sets the buyer on the way instead of paying', async () => {
    const sandbox = await startSandbox();
    const before = caseOf(sandbox, 'buyer-proposal-return');
    expect((await decide(sandbox, 'accept_offer', 'buyer-proposal-return')).body.error).toBe('');
    expect(currentOf(sandbox, before)).toMatchObject({
      status: 'PROCESSING',
      solution: 'RETURN_REFUND',
      logisticsStatus: 'LOGISTICS_PENDING_ARRANGE',
    });
    expect(sandbox.ledger().entries).toEqual([]);
    await sandbox.advance(6 * 24 * hour);
    await renew(sandbox);
    expect(currentOf(sandbox, before).logisticsStatus).toBe('LOGISTICS_DELIVERY_DONE');
  });

  it.each([
    ['requested', 'error_no_buyer_offer'],
    ['negotiation-failed', 'error_negotiation_status'],
    ['inspection', 'error_return_status'],
  ])('is refused where the case is %s', async (scenario, error) => {
    const sandbox = await startSandbox();
    expect((await decide(sandbox, 'accept_offer', scenario)).body.error).toBe(error);
  });
});
