import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffsetClock, createSandbox, type Sandbox, type ShopeeCaseSnapshot } from '../../src/sandbox/index.js';
import { routeToLoopback, stopRouting } from './route-to-loopback.js';

// A client that is not ours and knows nothing of the sandbox: it signs, refreshes and parses as it does against Shopee itself.
const day = 86_400_000;
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64, 7)]);

const connect = async (sandbox: Sandbox) => {
  routeToLoopback(sandbox.marketplaces.shopee.baseUrl);
  const { ShopeeSDK } = await import('@congminh1254/shopee-sdk');
  const { InMemoryTokenStorage } = await import('@congminh1254/shopee-sdk/storage');
  const { partnerId, partnerKey, shopId, tokens } = sandbox.marketplaces.shopee.account;
  const storage = new InMemoryTokenStorage();
  await storage.store({
    access_token: tokens.accessToken,
    refresh_token: tokens.refreshToken,
    expire_in: 14_400,
    expired_at: Date.now() + 14_400_000,
    shop_id: shopId,
    request_id: '',
    error: '',
    message: '',
  });
  // No region and no base URL: the client's own default is Shopee's production host.
  return { sdk: new ShopeeSDK({ partner_id: partnerId, partner_key: partnerKey }, storage), storage };
};

let sandbox: Sandbox;
let client: Awaited<ReturnType<typeof connect>>;

beforeAll(async () => {
  // The client has no clock to set, so the sandbox lives on real time.
  sandbox = await createSandbox({ marketplaces: ['shopee'], clock: createOffsetClock(), seed: 11 });
  client = await connect(sandbox);
});

afterAll(async () => {
  stopRouting();
  await sandbox.close();
});

const showing = (scenario: string): ShopeeCaseSnapshot => {
  const { account, cases } = sandbox.marketplaces.shopee;
  const found = cases().find((candidate) => candidate.scenario === scenario && candidate.shopId === account.shopId);
  if (found === undefined) throw new Error(`no case shows '${scenario}'`);
  return found;
};

const statusOf = ({ returnSn }: ShopeeCaseSnapshot): string | undefined =>
  sandbox.marketplaces.shopee.cases().find((candidate) => candidate.returnSn === returnSn)?.status;

describe('@congminh1254/shopee-sdk against the sandbox', () => {
  it('reaches it in place of the production host', async () => {
    const info = await client.sdk.shop.getShopInfo();
    expect(info).toMatchObject({ region: 'SG', error: '' });
    expect(sandbox.requests().at(-1)?.path).toBe('/api/v2/shop/get_shop_info');
  });

  it('lists every return, page by page', async () => {
    const found = new Set<string>();
    for (let page_no = 0, more = true; more; page_no += 1) {
      const { response } = await client.sdk.returns.getReturnList({ page_no, page_size: 15 });
      for (const row of response.return ?? []) found.add(row.return_sn ?? '');
      more = response.more ?? false;
    }
    const { account, cases } = sandbox.marketplaces.shopee;
    const own = cases().filter(({ shopId }) => shopId === account.shopId);
    expect(found).toEqual(new Set(own.map(({ returnSn }) => returnSn)));
  });

  it('reads a return, with its times as dates', async () => {
    const wanted = showing('inspection');
    const { response } = await client.sdk.returns.getReturnDetail({ return_sn: wanted.returnSn });
    expect(response).toMatchObject({
      return_sn: wanted.returnSn,
      status: 'PROCESSING',
      refund_amount: wanted.refund.minor / 100,
    });
    expect(response.return_seller_due_date).toEqual(new Date(wanted.sellerDueAt ?? ''));
  });

  it('confirms one, and the buyer is paid', async () => {
    const wanted = showing('requested');
    await client.sdk.returns.confirm({ return_sn: wanted.returnSn });
    expect(statusOf(wanted)).toBe('ACCEPTED');
    expect(sandbox.ledger().refunds[wanted.returnSn]).toEqual({ count: 1, amount: wanted.refund });
    await expect(client.sdk.returns.confirm({ return_sn: wanted.returnSn })).rejects.toThrow(/Invalid return status/);
  });

  it('offers what the solutions allow, and the buyer answers in time', async () => {
    const wanted = showing('refund-requested');
    const { response } = await client.sdk.returns.getAvailableSolutions({ return_sn: wanted.returnSn });
    const amount = response.offer_refund?.min_refund_amount ?? 0;
    expect(amount).toBeGreaterThan(0);
    await client.sdk.returns.offer({
      return_sn: wanted.returnSn,
      proposed_solution: 'REFUND',
      proposed_adjusted_refund_amount: amount,
    });
    const detail = await client.sdk.returns.getReturnDetail({ return_sn: wanted.returnSn });
    expect(detail.response.negotiation).toMatchObject({
      negotiation_status: 'PENDING_BUYER_RESPOND',
      latest_offer_amount: amount,
    });
  });

  it('disputes one with converted pictures and the requirements it was given', async () => {
    const wanted = showing('inspection');
    const reasons = await client.sdk.returns.getReturnDisputeReason({ return_sn: wanted.returnSn });
    const reason = reasons.response.dispute_reason_list?.find(({ dispute_reason: id }) => Number(id) === 47);
    const converted = await client.sdk.returns.convertImage({ return_sn: wanted.returnSn, upload_image: png });
    const url = converted.response.url ?? '';
    expect(url).toMatch(/\.png$/);
    await client.sdk.returns.dispute({
      return_sn: wanted.returnSn,
      email: 'operator@example.com',
      dispute_reason_id: Number(reason?.dispute_reason),
      image_list: (reason?.evidence_module_list ?? []).map(({ module_index, requirement }) => ({
        module_index: module_index ?? 0,
        requirement: requirement ?? '',
        image_url: [url],
      })),
    });
    expect(statusOf(wanted)).toBe('SELLER_DISPUTE');
  });

  it('refreshes by itself when its token has run out, and goes on', async () => {
    const before = (await client.storage.get())?.refresh_token;
    await sandbox.advance(day);
    const listed = await client.sdk.returns.getReturnList({ page_no: 0, page_size: 5 });
    expect(listed.response.return).toHaveLength(5);
    const after = (await client.storage.get())?.refresh_token;
    expect(after).not.toBe(before);
    expect(after).toBe(sandbox.marketplaces.shopee.account.tokens.refreshToken);
    const codes = sandbox
      .requests()
      .slice(-3)
      .map(({ operation, error }) => [operation, error]);
    expect(codes).toEqual([
      ['returns/get_return_list', 'invalid_acceess_token'],
      ['auth/access_token/get', ''],
      ['returns/get_return_list', ''],
    ]);
  });

  it('authorizes with a code from the link it builds', async () => {
    const { account, baseUrl } = sandbox.marketplaces.shopee;
    const link = new URL(client.sdk.getAuthorizationUrl('http://127.0.0.1:9/callback', { state: 's1' }));
    const page = await fetch(`${baseUrl}${link.pathname}${link.search}`, { redirect: 'manual' });
    const callback = new URL(page.headers.get('location') ?? '');
    expect(callback.searchParams.get('state')).toBe('s1');
    const token = await client.sdk.authenticateWithCode(callback.searchParams.get('code') ?? '', account.shopId);
    expect(token?.access_token).toBe(account.tokens.accessToken);
    expect((await client.sdk.shop.getShopInfo()).region).toBe('SG');
  });

  it('sees Shopee’s own error for a signature that is not right', async () => {
    const { ShopeeSDK } = await import('@congminh1254/shopee-sdk');
    const { partnerId } = sandbox.marketplaces.shopee.account;
    const stranger = new ShopeeSDK({ partner_id: partnerId, partner_key: 'another key' });
    await expect(stranger.public.getShopsByPartner({ page_no: 1, page_size: 10 })).rejects.toMatchObject({
      status: 403,
      data: { error: 'error_sign', message: 'Wrong sign.' },
    });
  });
});
