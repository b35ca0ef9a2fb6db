import { DropshipperClient } from 'ae_sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffsetClock, createSandbox, type AliExpressCaseSnapshot, type Sandbox } from '../../src/sandbox/index.js';
import { routeAliExpressToLoopback, stopRoutingAliExpress } from './ae-sdk-loopback.js';

// A client that is not ours and knows nothing of the sandbox: it signs and parses as it does against AliExpress itself.
// It has no types for disputes, so they go through the call it offers for every other method.
interface Row {
  readonly issue_id: number;
  readonly buyer_login_id: string;
  readonly issue_status: string;
}

interface IssueList {
  readonly total_item: number;
  readonly data_list: readonly Row[];
}

interface IssueDetail {
  readonly result_object: {
    readonly reverse_detail_status: string;
    readonly timeout_trigger_time?: string;
    readonly buyer_solution_list: readonly { readonly id: number; readonly solution_type: string }[];
  };
}

let sandbox: Sandbox;
let client: DropshipperClient;

const clientWith = (session: string): DropshipperClient => {
  const { appKey, appSecret } = sandbox.marketplaces.aliexpress.account;
  return new DropshipperClient({ app_key: appKey, app_secret: appSecret, session });
};

beforeAll(async () => {
  // The client has no clock to set, so the sandbox lives on real time.
  sandbox = await createSandbox({ marketplaces: ['aliexpress'], clock: createOffsetClock(), seed: 11 });
  routeAliExpressToLoopback(sandbox.marketplaces.aliexpress.baseUrl);
  client = clientWith(sandbox.marketplaces.aliexpress.account.tokens.accessToken);
});

afterAll(async () => {
  stopRoutingAliExpress();
  await sandbox.close();
});

const showing = (scenario: string): AliExpressCaseSnapshot => {
  const { account, cases } = sandbox.marketplaces.aliexpress;
  const found = cases().find((candidate) => candidate.scenario === scenario && candidate.sellerId === account.sellerId);
  if (found === undefined) throw new Error(`no case shows '${scenario}'`);
  return found;
};

const currentOf = ({ issueId }: AliExpressCaseSnapshot): AliExpressCaseSnapshot | undefined =>
  sandbox.marketplaces.aliexpress.cases().find((candidate) => candidate.issueId === issueId);

const call = async <Response>(method: string, parameters: Record<string, string>): Promise<Response> => {
  const answer = await client.callAPIDirectly<Record<string, string>, Response>(method, parameters);
  if (!answer.ok) throw new Error(`${answer.message} ${JSON.stringify(answer.error_response)}`);
  return answer.data;
};

const list = (page: number): Promise<IssueList> =>
  call('aliexpress.issue.issuelist.get', {
    query_dto: JSON.stringify({ current_page: page, page_size: 15, issue_status: 'processing' }),
  });

const detailOf = ({ issueId, buyerLoginId }: AliExpressCaseSnapshot): Promise<IssueDetail> =>
  call('aliexpress.issue.detail.get', { issue_id: issueId, buyer_login_id: buyerLoginId });

describe('ae_sdk against the sandbox', () => {
  it('lists every open issue, page by page', async () => {
    const found: number[] = [];
    for (let page = 1, total = 1; found.length < total; page += 1) {
      const { total_item, data_list } = await list(page);
      total = total_item;
      found.push(...data_list.map(({ issue_id }) => issue_id));
    }
    const { account, cases } = sandbox.marketplaces.aliexpress;
    const own = cases().filter(({ sellerId, status }) => sellerId === account.sellerId && status === 'processing');
    // It reads ids as doubles: the one beyond 2^53 loses its end in this client.
    expect(found).toEqual(own.map(({ issueId }) => Number(issueId)));
  });

  it('reads whose move it is and by when', async () => {
    const wanted = showing('requested');
    const { result_object } = await detailOf(wanted);
    expect(result_object.reverse_detail_status).toMatch(/^wait_for_seller_response/);
    expect(result_object.timeout_trigger_time).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
  });

  it('agrees to a refund, and the buyer is paid once', async () => {
    const wanted = showing('requested');
    const [solution] = (await detailOf(wanted)).result_object.buyer_solution_list;
    const agreed = await call<{ readonly result_object: boolean }>('aliexpress.issue.solution.agree', {
      issue_id: wanted.issueId,
      buyer_login_id: wanted.buyerLoginId,
      solution_id: String(solution?.id),
    });
    expect(agreed.result_object).toBe(true);
    expect(sandbox.ledger().refunds[wanted.issueId]).toEqual({ count: 1, amount: wanted.maximum });
  });

  it('refuses with a counter-solution', async () => {
    const wanted = showing('offer-modified');
    const saved = await call<{ readonly result_object: boolean }>('aliexpress.issue.solution.save', {
      param_dto: JSON.stringify({
        add_seller_solution: true,
        add_solution_type: 'refund',
        buyer_login_id: wanted.buyerLoginId,
        issue_id: Number(wanted.issueId),
        buyer_solution_id: Number(wanted.solutions[0]?.solutionId),
        refund_amount: '0.00',
        refund_amount_currency: wanted.maximum.currency,
        solution_context: 'Посылка доставлена – 已签收',
      }),
    });
    expect(saved.result_object).toBe(true);
    expect(currentOf(wanted)?.detailStatus).toBe('wait_for_buyer_response');
  });

  it('creates tokens from a code and refreshes them', async () => {
    const { account, issueCode } = sandbox.marketplaces.aliexpress;
    const created = await client.generateToken({ code: issueCode() });
    if (!created.ok) throw new Error(created.message);
    expect(created.data).toMatchObject({ code: '0', account_platform: 'seller_center', seller_id: account.sellerId });
    const refreshed = await client.refreshToken({ refresh_token: account.tokens.refreshToken });
    if (!refreshed.ok) throw new Error(refreshed.message);
    expect(refreshed.data).toMatchObject({ access_token: account.tokens.accessToken });
    client = clientWith(account.tokens.accessToken);
    expect((await list(1)).data_list.length).toBeGreaterThan(0);
  });

  it('sees the gateway’s own errors', async () => {
    const query = { query_dto: '{"current_page":1,"page_size":1}' };
    const unknown = await clientWith('made-up').callAPIDirectly('aliexpress.issue.issuelist.get', query);
    expect(unknown).toMatchObject({ ok: false, error_response: { code: 'IllegalAccessToken', type: 'ISV' } });
    const { appKey, tokens } = sandbox.marketplaces.aliexpress.account;
    const stranger = new DropshipperClient({ app_key: appKey, app_secret: 'another', session: tokens.accessToken });
    expect(await stranger.callAPIDirectly('aliexpress.issue.issuelist.get', query)).toMatchObject({
      error_response: { code: 'IncompleteSignature' },
    });
  });
});
