import { describe, expect, it } from 'vitest';
import type { Sandbox, ShopeeAccount, ShopeeCaseSnapshot } from '../../../src/sandbox/index.js';
import { caseOf, connect, currentOf, day, hour, pngBytes, renew, type Answer } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

interface Module {
  readonly module_index: number;
  readonly requirement: string;
  readonly is_required: boolean;
}

interface Reason {
  readonly dispute_reason: number | string;
  readonly evidence_module_list: readonly Module[];
}

const reasonsOf = async (sandbox: Sandbox, found: ShopeeCaseSnapshot): Promise<readonly Reason[]> => {
  const client = connect(sandbox, sandbox.marketplaces.shopee.accounts[found.region]);
  const answer = await client.get('/api/v2/returns/get_return_dispute_reason', { return_sn: found.returnSn });
  const list: readonly Reason[] = answer.body.response.dispute_reason_list;
  return list;
};

const uploadedUrl = async (sandbox: Sandbox, account: ShopeeAccount, returnSn: string): Promise<string> => {
  const form = new FormData();
  form.append('return_sn', returnSn);
  form.append('upload_image', new Blob([pngBytes], { type: 'image/png' }), 'proof.png');
  const url: string = (await connect(sandbox, account).form('/api/v2/returns/convert_image', form)).body.response.url;
  return url;
};

/** What a complete dispute of the case's first (or the given) reason sends. */
const disputeBody = async (sandbox: Sandbox, found: ShopeeCaseSnapshot, wanted?: number) => {
  const reasons = await reasonsOf(sandbox, found);
  const reason = reasons.find(({ dispute_reason: id }) => wanted === undefined || Number(id) === wanted);
  const url = await uploadedUrl(sandbox, sandbox.marketplaces.shopee.accounts[found.region], found.returnSn);
  return {
    return_sn: found.returnSn,
    email: 'operator@example.com',
    dispute_reason_id: Number(reason?.dispute_reason),
    dispute_text_reason: 'See the video',
    image_list: (reason?.evidence_module_list ?? []).map(({ module_index, requirement }) => ({
      module_index,
      requirement,
      image_url: [url],
    })),
  };
};

const dispute = (sandbox: Sandbox, found: ShopeeCaseSnapshot, body: object): Promise<Answer> =>
  connect(sandbox, sandbox.marketplaces.shopee.accounts[found.region]).post('/api/v2/returns/dispute', body);

describe('get_return_dispute_reason', () => {
  it('gives reasons on request, none before the parcel has arrived, and none after the seller’s time', async () => {
    const sandbox = await startSandbox();
    expect((await reasonsOf(sandbox, caseOf(sandbox, 'requested'))).map(({ dispute_reason: id }) => Number(id))).toEqual([
      44, 45,
    ]);
    expect((await reasonsOf(sandbox, caseOf(sandbox, 'refund-requested'))).map(({ dispute_reason: id }) => Number(id))).toEqual([
      53, 54, 41,
    ]);
    expect(await reasonsOf(sandbox, caseOf(sandbox, 'in-transit'))).toEqual([]);
    const inspected = caseOf(sandbox, 'inspection');
    expect((await reasonsOf(sandbox, inspected)).map(({ dispute_reason: id }) => Number(id))).toEqual([50, 49, 48, 47, 46]);
    await sandbox.advance(4 * day);
    const late = sandbox.marketplaces.shopee
      .cases()
      .filter(({ scenario, compensationStatus }) => scenario === 'inspection' && compensationStatus === 'NOT_APPLICABLE');
    expect(late.length).toBeGreaterThan(0);
    for (const found of late) {
      await renew(sandbox, sandbox.marketplaces.shopee.accounts[found.region]);
      expect(await reasonsOf(sandbox, found)).toEqual([]);
    }
  });

  it('gives ids as numbers and as text', async () => {
    const sandbox = await startSandbox();
    const forms = new Set<string>();
    for (const found of sandbox.marketplaces.shopee.cases().filter(({ status }) => status === 'REQUESTED'))
      for (const { dispute_reason: id } of await reasonsOf(sandbox, found)) forms.add(typeof id);
    expect(forms).toEqual(new Set(['number', 'string']));
  });

  it('says which return it could not find', async () => {
    const client = connect(await startSandbox());
    const path = '/api/v2/returns/get_return_dispute_reason';
    expect((await client.get(path)).body.message).toBe('return_sn is a required parameter');
    expect((await client.get(path, { return_sn: 'x' })).body.error).toBe('dispute.request.param.error');
  });
});

describe('dispute', () => {
  it('goes to Shopee with its evidence, and the return says so', async () => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, 'inspection');
    const answer = await dispute(sandbox, found, await disputeBody(sandbox, found, 47));
    expect(answer.body).toMatchObject({ error: '', response: { return_sn: found.returnSn, msg: 'dispute return success' } });
    expect(currentOf(sandbox, found).status).toBe('SELLER_DISPUTE');
    const again = await dispute(sandbox, found, { return_sn: found.returnSn, email: 'a@b.co', dispute_reason_id: 47 });
    expect(again.body.message).toBe('Shopee is reviewing the case and will get back to you.');
  });

  it('of a return that never came needs no picture', async () => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, 'inspection');
    const body = { return_sn: found.returnSn, email: 'a@b.co', dispute_reason_id: 46 };
    expect((await dispute(sandbox, found, body)).body.error).toBe('');
  });

  it.each([
    ['no return', { return_sn: '' }, 'return_sn is a required parameter'],
    ['an unknown return', { return_sn: 'x' }, 'The return_sn you requested was not queried, please check it'],
    ['no e-mail', { email: undefined }, "Key: 'Email' Error:Field validation for 'Email' failed on the 'required' tag"],
    ['a bad e-mail', { email: 'nobody' }, 'Input invalid email=[nobody]'],
    ['no reason', { dispute_reason_id: undefined }, "Can't raise dispute because the dispute reason is empty"],
    ['a reason as text', { dispute_reason_id: '50' }, 'dispute.request.param.error'],
    [
      'another reason',
      { dispute_reason_id: 7 },
      "Can't raise dispute because the return_sn and dispute_reason_id does not match.",
    ],
    ['no evidence', { image_list: undefined }, "can't raise dispute because mandatory evidence is missing"],
    ['evidence of no shape', { image_list: [7] }, 'dispute.request.param.error'],
  ])('with %s is refused', async (_name, change, message) => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, 'inspection');
    const body = { ...(await disputeBody(sandbox, found, 50)), ...change };
    expect((await dispute(sandbox, found, body)).body).toMatchObject({ error: 'dispute.request.param.error', message });
    expect(currentOf(sandbox, found).status).toBe('PROCESSING');
  });

  it('needs each requirement letter by letter, its required modules, at most three pictures that can be fetched', async () => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, 'inspection');
    const body = await disputeBody(sandbox, found, 50);
    const withModules = (image_list: readonly object[]) => dispute(sandbox, found, { ...body, image_list });
    const [first, second] = body.image_list;
    const message = async (answer: Promise<Answer>): Promise<string> => (await answer).body.message;
    expect(second?.requirement).toMatch(/ $/);
    const trimmed = { ...second, requirement: second?.requirement.trim() };
    expect(await message(withModules([{ ...first }, trimmed]))).toBe(
      "can't raise dispute because the requirement and dispute reason ID does not match",
    );
    expect(await message(withModules([{ ...first }]))).toBe("can't raise dispute because mandatory evidence is missing");
    const crowded = { ...first, image_url: Array.from({ length: 4 }, () => first?.image_url[0]) };
    expect(await message(withModules([crowded, { ...second }]))).toBe('Invalid images, images max size is 3 per module');
    for (const url of ['not a url', `${sandbox.marketplaces.shopee.baseUrl}/api/v2/files/c2FuZGJveA/never.png`])
      expect(await message(withModules([{ ...first, image_url: [url] }, { ...second }]))).toBe('All images download fail');
    expect(await message(withModules([{ ...first }, { ...second }]))).toBe('');
  });

  it('cannot be raised by API where the only module has no index', async () => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, 'inspection', sandbox.marketplaces.shopee.accounts.BR);
    const [broken] = await reasonsOf(sandbox, found);
    expect(broken).toMatchObject({ evidence_module_list: [{ module_index: 0, requirement: 'live test', is_required: true }] });
    expect(Number(broken?.dispute_reason)).toBe(81);
    const answer = await dispute(sandbox, found, await disputeBody(sandbox, found, 81));
    expect(answer.body.message).toBe('Unable to raise dispute as mandatory module index is missing');
    expect((await dispute(sandbox, found, await disputeBody(sandbox, found, 82))).body.error).toBe('');
  });

  it('is too early in transit and too late at the end', async () => {
    const sandbox = await startSandbox();
    const body = (found: ShopeeCaseSnapshot) => ({ return_sn: found.returnSn, email: 'a@b.co', dispute_reason_id: 50 });
    const early = caseOf(sandbox, 'in-transit');
    expect((await dispute(sandbox, early, body(early))).body.error).toBe('returnsn.illegal');
    const over = caseOf(sandbox, 'withdrawn');
    expect((await dispute(sandbox, over, body(over))).body.error).toBe('error_return_status');
  });
});

describe('Shopee’s review', () => {
  it('goes from dispute to judging to an outcome the seed decides', async () => {
    const outcomes = new Set<string>();
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const runs = [await startSandbox({ seed }), await startSandbox({ seed })];
      const ends = [];
      for (const sandbox of runs) {
        const found = caseOf(sandbox, 'refund-disputed');
        expect(found.status).toBe('SELLER_DISPUTE');
        await sandbox.advance(18 * hour);
        expect(currentOf(sandbox, found).status).toBe('JUDGING');
        await sandbox.advance(7 * day);
        ends.push(currentOf(sandbox, found).status);
      }
      expect(ends[0]).toBe(ends[1]);
      outcomes.add(ends[0] ?? '');
    }
    expect(outcomes).toEqual(new Set(['CLOSED', 'ACCEPTED']));
  });

  it('closes without a refund where the seller won, and refunds where evidence stayed away', async () => {
    const sandbox = await startSandbox();
    expect(caseOf(sandbox, 'closed-seller-won')).toMatchObject({ status: 'CLOSED', paid: { minor: 0 } });
    const asked = caseOf(sandbox, 'judging-evidence');
    expect(asked).toMatchObject({ status: 'JUDGING', proofStatus: 'PENDING' });
    await sandbox.advance(5 * day);
    expect(currentOf(sandbox, asked)).toMatchObject({ status: 'ACCEPTED', proofStatus: 'OVERDUE', paid: asked.refund });
  });
});

describe('a compensation', () => {
  it('can be asked for after the refund, is decided by Shopee and paid to the seller', async () => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, 'compensation-pending');
    expect(found).toMatchObject({ status: 'ACCEPTED', compensationStatus: 'PENDING_REQUEST' });
    expect((await dispute(sandbox, found, await disputeBody(sandbox, found, 53))).body.error).toBe('');
    expect(currentOf(sandbox, found)).toMatchObject({ status: 'ACCEPTED', compensationStatus: 'REQUESTED' });
    await sandbox.advance(3 * day);
    const decided = currentOf(sandbox, found);
    expect(['APPROVED', 'REJECTED']).toContain(decided.compensationStatus);
    const paid = sandbox.ledger().entries.filter(({ caseId, kind }) => caseId === found.returnSn && kind === 'compensation');
    expect(paid).toHaveLength(decided.compensationStatus === 'APPROVED' ? 1 : 0);
  });

  it('can be taken back while it is asked for, and only then', async () => {
    const sandbox = await startSandbox({ seed: { cases: 60 } });
    const cancel = (scenario: string): Promise<Answer> =>
      connect(sandbox).post('/api/v2/returns/cancel_dispute', { return_sn: caseOf(sandbox, scenario).returnSn, email: 'a@b.co' });
    expect((await cancel('compensation-requested')).body).toMatchObject({ error: '', response: { message: 'SUCCESS' } });
    expect((await cancel('compensation-requested')).body).toMatchObject({
      error: 'dispute.cancel.ineligible',
      message: 'Cannot cancel dispute when compensation status is already in COMPENSATION_CANCELLED',
    });
    expect((await cancel('compensation-pending')).body.message).toBe(
      'Cannot cancel dispute when compensation status is not in COMPENSATION_REQUESTED',
    );
    expect((await cancel('compensation-approved')).body.message).toContain('COMPENSATION_APPROVED');
    expect((await cancel('judging')).body.message).toBe('Cannot cancel dispute when return status is not in ACCEPTED');
    const noEmail = { return_sn: caseOf(sandbox, 'compensation-requested').returnSn };
    expect((await connect(sandbox).post('/api/v2/returns/cancel_dispute', noEmail)).body.error).toBe(
      'dispute.request.param.error',
    );
  });
});
