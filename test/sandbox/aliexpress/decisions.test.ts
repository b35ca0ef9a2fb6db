import { describe, expect, it } from 'vitest';
import type { AliExpressCaseSnapshot, Sandbox } from '../../../src/sandbox/index.js';
import {
  caseOf,
  connect,
  currentOf,
  day,
  refundAddress,
  refundsOf,
  solutionOf,
  startAliExpress,
  type Answer,
  type Texts,
} from '../aliexpress-client.js';

const seeded = (): Promise<Sandbox> => startAliExpress({ seed: { cases: 40 } });

const agree = (sandbox: Sandbox, found: AliExpressCaseSnapshot, extra: Texts = {}): Promise<Answer> =>
  connect(sandbox).call('aliexpress.issue.solution.agree', {
    buyer_login_id: found.buyerLoginId,
    issue_id: found.issueId,
    solution_id: solutionOf(found, 'buyer'),
    ...extra,
  });

/** Ids are written as bare numbers, as the official client does. */
const save = (sandbox: Sandbox, found: AliExpressCaseSnapshot, changes: Texts = {}): Promise<Answer> => {
  const all: Texts = {
    add_seller_solution: 'true',
    add_solution_type: '"refund"',
    buyer_login_id: JSON.stringify(found.buyerLoginId),
    issue_id: found.issueId,
    buyer_solution_id: solutionOf(found, 'buyer'),
    refund_amount: '"0"',
    refund_amount_currency: JSON.stringify(found.maximum.currency),
    solution_context: '"Tracking shows the delivery"',
    ...changes,
  };
  const members = Object.entries(all).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return connect(sandbox).call('aliexpress.issue.solution.save', { param_dto: `{${members.join(',')}}` });
};

describe('agreeing', () => {
  it('to a refund pays at once and ends the issue', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'requested');
    expect((await agree(sandbox, found)).body).toEqual({ result_object: true, request_id: expect.any(String) });
    expect(currentOf(sandbox, found)).toMatchObject({ status: 'finish', detailStatus: 'refund_success', paid: found.maximum });
    expect(refundsOf(sandbox, found)).toEqual([{ ...found.maximum, cause: 'agree' }]);
  });

  it('to a return needs an address of the seller, and then waits for the buyer', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'return-requested');
    expect((await agree(sandbox, found)).body.error_response.sub_code).toBe('isv.invalid-parameter');
    const elsewhere = await agree(sandbox, found, { return_address_id: '17' });
    expect(elsewhere.body.error_response.sub_msg).toBe('the return address does not exist');
    expect((await agree(sandbox, found, { return_address_id: refundAddress })).body.result_object).toBe(true);
    expect(currentOf(sandbox, found)).toMatchObject({
      status: 'processing',
      detailStatus: 'wait_for_buyer_return',
      returnAddressId: refundAddress,
      paid: { minor: 0 },
    });
  });

  it('names the missing address of a return that was decided without the seller', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'awaiting-address');
    expect((await agree(sandbox, found, { return_address_id: refundAddress })).body.result_object).toBe(true);
    expect(currentOf(sandbox, found)).toMatchObject({ detailStatus: 'wait_for_buyer_return', returnAddressId: refundAddress });
  });

  it('chooses among the buyer’s proposals', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'two-proposals');
    await agree(sandbox, found, { solution_id: solutionOf(found, 'buyer', 1) });
    const part = found.solutions[1]!.amount;
    expect(refundsOf(sandbox, found)).toEqual([{ ...part, cause: 'agree' }]);
    expect(part.minor).toBeLessThan(found.maximum.minor);
  });

  it('to the platform’s proposal, numbered -2, asks the buyer too', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'platform-proposal-minus-two');
    expect(solutionOf(found, 'platform')).toBe('-2');
    expect((await agree(sandbox, found, { solution_id: '-2' })).body.result_object).toBe(true);
    expect(currentOf(sandbox, found).detailStatus).toBe('wait_for_buyer_response');
    expect(refundsOf(sandbox, found)).toEqual([]);
    await sandbox.advance(10 * day);
    expect(currentOf(sandbox, found)).toMatchObject({ status: 'finish', paid: found.solutions[2]!.amount });
    expect(refundsOf(sandbox, found)).toHaveLength(1);
  });

  it.each([
    ['an issue that is over', 'refunded', {}],
    ['a solution that is not there', 'requested', { solution_id: '6099999999999999' }],
    ['an issue of another buyer', 'requested', { buyer_login_id: 'es1' }],
    ['an issue the platform has taken', 'arbitration', {}],
  ] as const)('is refused without a reason for %s', async (_name, scenario, extra) => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, scenario);
    expect((await agree(sandbox, found, extra)).body.result_object).toBe(false);
    expect(currentOf(sandbox, found)).toEqual(found);
  });

  it('to another seller’s issue is refused and moves nothing', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'requested', sandbox.marketplaces.aliexpress.accounts.neighbor);
    expect((await agree(sandbox, found)).body.result_object).toBe(false);
    expect(refundsOf(sandbox, found)).toEqual([]);
  });
});

describe('a counter-solution', () => {
  it('refuses with nothing, names the buyer’s solution, and leaves that as it was', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'requested');
    expect((await save(sandbox, found)).body.result_object).toBe(true);
    const after = currentOf(sandbox, found);
    expect(after).toMatchObject({ detailStatus: 'wait_for_buyer_response', timeoutType: 'WAIT_SOLUTION_TIMEOUT' });
    expect(after.solutions.map(({ owner, status, amount }) => [owner, status, amount.minor])).toEqual([
      ['buyer', 'wait_seller_accept', found.maximum.minor],
      ['seller', 'wait_buyer_accept', 0],
    ]);
  });

  it('takes dollars as well as the buyer’s currency, up to the maximum', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'offer-modified');
    expect((await save(sandbox, found, { refund_amount: '"1.00"', refund_amount_currency: '"USD"' })).body.result_object).toBe(
      true,
    );
    const tooMuch = await save(sandbox, found, { refund_amount: '"999999.00"', refund_amount_currency: '"USD"' });
    expect(tooMuch.body.error_response.sub_msg).toBe('refund_amount exceeds the maximum refund');
  });

  it('with a return needs an address, and keeps the type where goods never arrived', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'two-proposals');
    const asReturn = { add_solution_type: '"return_and_refund"', refund_amount: '"1"' };
    expect((await save(sandbox, found, asReturn)).body.error_response.sub_msg).toBe('return_good_address_id must be given');
    expect((await save(sandbox, found, { ...asReturn, return_good_address_id: refundAddress })).body.result_object).toBe(true);
    const lost = caseOf(sandbox, 'requested-urgent');
    const changed = await save(sandbox, lost, { ...asReturn, return_good_address_id: refundAddress });
    expect(changed.body.error_response.sub_msg).toMatch(/only where goods are not as described/);
  });

  it('can be changed while the buyer thinks', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'offer-ignored');
    const own = solutionOf(found, 'seller');
    const changes = { add_seller_solution: 'false', modify_seller_solution_id: own, refund_amount: '"0.00"' };
    expect((await save(sandbox, found, changes)).body.result_object).toBe(true);
    const after = currentOf(sandbox, found).solutions.find(({ solutionId }) => solutionId === own);
    expect(after).toMatchObject({ status: 'wait_buyer_accept', amount: { minor: 0 } });
    const wrong = { ...changes, modify_seller_solution_id: solutionOf(found, 'buyer') };
    expect((await save(sandbox, found, wrong)).body.result_object).toBe(false);
  });

  it.each([
    ['refund_amount', '15.5'],
    ['refund_amount', '"15.555"'],
    ['refund_amount', '"-1"'],
    ['refund_amount_currency', '"XXX"'],
    ['solution_context', '" "'],
    ['add_solution_type', '"replace"'],
    ['add_seller_solution', '"true"'],
  ])('is refused with %s %s', async (name, json) => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'offer-modified');
    const answer = await save(sandbox, found, { [name]: json });
    expect(answer.body.error_response).toMatchObject({ code: '50', sub_code: 'isv.invalid-parameter' });
    expect(currentOf(sandbox, found)).toEqual(found);
  });

  it.each([
    ['an issue that is over', 'refunded', {}],
    ['a buyer’s solution that is not there', 'requested', { buyer_solution_id: '6099999999999999' }],
  ] as const)('is refused without a reason for %s', async (_name, scenario, changes) => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, scenario);
    expect((await save(sandbox, found, changes)).body.result_object).toBe(false);
    expect(currentOf(sandbox, found)).toEqual(found);
  });
});

describe('an image', () => {
  const image = Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]);
  const nameOf = (found: AliExpressCaseSnapshot): Texts => ({
    buyer_login_id: found.buyerLoginId,
    issue_id: found.issueId,
    extension: 'jpg',
  });

  it('is not signed, and goes with the seller’s next word', async () => {
    const sandbox = await seeded();
    const found = caseOf(sandbox, 'requested');
    const client = connect(sandbox);
    expect((await client.upload(nameOf(found), image)).body.result_object).toBe(true);
    await save(sandbox, found);
    const { body } = await client.call('aliexpress.issue.detail.get', nameOf(found));
    const [latest, first] = body.result_object.process_dto_list;
    expect(latest.attachments).toEqual([
      expect.objectContaining({ owner: 'seller', file_path: expect.stringMatching(/\.jpg$/) }),
    ]);
    expect(first.attachments).toEqual([]);
  });

  it('is refused where it is none, or the issue is over', async () => {
    const sandbox = await seeded();
    const client = connect(sandbox);
    const found = caseOf(sandbox, 'requested');
    expect((await client.upload({ ...nameOf(found), extension: 'exe' }, image)).body.error_response.code).toBe('50');
    expect((await client.upload(nameOf(found), Buffer.alloc(0))).body.error_response.code).toBe('MissingParameter');
    expect((await client.upload(nameOf(found), Buffer.alloc(3 * 1024 * 1024 + 1))).body.error_response.code).toBe('50');
    expect((await client.upload(nameOf(caseOf(sandbox, 'refunded')), image)).body.result_object).toBe(false);
  });
});
