import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffsetClock, createSandbox, type AmazonCaseSnapshot, type Sandbox } from '../../src/sandbox/index.js';
import { decimal, parseTable, refundFeed } from '../sandbox/amazon-client.js';
import { routeAmazonToLoopback, stopRoutingAmazon } from './amazon-route-to-loopback.js';

// A client that is not ours and knows nothing of the sandbox: it logs in, polls, unpacks and parses as it does against Amazon itself.
const day = 86_400_000;
const flatFile = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE' as const;

const connect = async (sandbox: Sandbox) => {
  routeAmazonToLoopback(sandbox.marketplaces.amazon.baseUrl);
  const { SellingPartner } = await import('amazon-sp-api');
  const { clientId, clientSecret, region, tokens } = sandbox.marketplaces.amazon.account;
  return new SellingPartner({
    region,
    refresh_token: tokens.refreshToken,
    credentials: { SELLING_PARTNER_APP_CLIENT_ID: clientId, SELLING_PARTNER_APP_CLIENT_SECRET: clientSecret },
  });
};

let sandbox: Sandbox;
let client: Awaited<ReturnType<typeof connect>>;

beforeAll(async () => {
  // The client has no clock to set, so the sandbox lives on real time; what Amazon works on in the background is done at once.
  sandbox = await createSandbox({
    marketplaces: ['amazon'],
    clock: createOffsetClock(),
    seed: 11,
    amazon: { reportQueueInMs: 0, reportProcessingInMs: 0, feedQueueInMs: 0, feedProcessingInMs: 0 },
  });
  client = await connect(sandbox);
});

afterAll(async () => {
  stopRoutingAmazon();
  await sandbox.close();
});

const ownCases = (): readonly AmazonCaseSnapshot[] =>
  sandbox.marketplaces.amazon.cases().filter(({ region, source }) => region === 'na' && source === 'seller-fulfilled');

const showing = (scenario: string): AmazonCaseSnapshot => {
  const found = ownCases().find((candidate) => candidate.scenario === scenario);
  if (found === undefined) throw new Error(`no case shows '${scenario}'`);
  return found;
};

const sorted = (texts: readonly (string | undefined)[]): readonly (string | undefined)[] => [...texts].sort();

const call = async (request: object): Promise<unknown> => client.callAPI(request as Parameters<typeof client.callAPI>[0]);

const reportBody = () => ({
  reportType: flatFile,
  marketplaceIds: [...sandbox.marketplaces.amazon.account.marketplaceIds],
  dataStartTime: new Date(sandbox.clock.now() - 59 * day).toISOString(),
  dataEndTime: new Date(sandbox.clock.now()).toISOString(),
});

describe('amazon-sp-api against the sandbox', () => {
  it('logs in by itself, and lists the channel’s returns page by page', async () => {
    const found: string[] = [];
    let nextToken: string | undefined;
    do {
      const query: Record<string, unknown> = { maxResults: 10, ...(nextToken !== undefined && { nextToken }) };
      const page = await client.callAPI({ operation: 'listReturns', endpoint: 'externalFulfillmentReturns', query });
      const { returns = [], nextToken: following } = page as { returns?: { id: string }[]; nextToken?: string };
      found.push(...returns.map(({ id }) => id));
      nextToken = following;
    } while (nextToken !== undefined);
    const known = sandbox.marketplaces.amazon.cases().filter(({ region }) => region === 'na');
    expect(sorted(found)).toEqual(sorted(known.map(({ externalReturnId }) => externalReturnId).filter(Boolean)));
    expect(sandbox.requests()[0]?.operation).toBe('auth/o2/token');
  });

  it('downloads the returns report in one go: created, polled, fetched, unpacked, parsed', async () => {
    const rows = await client.downloadReport<Promise<readonly Readonly<Record<string, string>>[]>>({
      body: reportBody(),
      version: '2021-06-30',
      interval: 1,
      download: { json: true },
    });
    expect(sorted(rows.map((row) => row['Order Item ID'] ?? ''))).toEqual(
      sorted(ownCases().map(({ orderItemId }) => orderItemId)),
    );
    const wanted = showing('delivered');
    expect(rows.find((row) => row['Order Item ID'] === wanted.orderItemId)).toMatchObject({
      'Order ID': wanted.orderId,
      'Return request status': 'Approved',
      'Amazon RMA ID': wanted.rmaId,
      'Return Reason': wanted.reason,
    });
  });

  it('reads the same by hand, as text', async () => {
    const created = (await call({ operation: 'createReport', endpoint: 'reports', body: reportBody() })) as {
      reportId: string;
    };
    await sandbox.advance(1000);
    const report = (await call({ operation: 'getReport', endpoint: 'reports', path: { reportId: created.reportId } })) as {
      processingStatus: string;
      reportDocumentId: string;
    };
    expect(report.processingStatus).toBe('DONE');
    const document = (await call({
      operation: 'getReportDocument',
      endpoint: 'reports',
      path: { reportDocumentId: report.reportDocumentId },
    })) as { url: string };
    const text = await client.download<Promise<string>>(document);
    expect(parseTable(text)).toHaveLength(ownCases().length);
  });

  it('meets “no data” as the status CANCELLED', async () => {
    const empty = { ...reportBody(), dataStartTime: new Date(sandbox.clock.now() - 1000).toISOString() };
    const download = client.downloadReport<Promise<unknown>>({ body: empty, version: '2021-06-30', interval: 1 });
    await expect(download).rejects.toMatchObject({ code: 'REPORT_PROCESSING_CANCELLED' });
  });

  it('refunds by a feed, and the buyer is paid', async () => {
    const wanted = showing('delivered');
    const contentType = 'text/xml; charset=UTF-8';
    const document = (await call({ operation: 'createFeedDocument', endpoint: 'feeds', body: { contentType } })) as {
      feedDocumentId: string;
      url: string;
    };
    const lines = [{ orderItemId: wanted.orderItemId, amounts: { Principal: decimal(500) } }];
    await client.upload(document, { content: refundFeed(wanted.orderId, lines), contentType });
    const { feedId } = (await call({
      operation: 'createFeed',
      endpoint: 'feeds',
      body: {
        feedType: 'POST_PAYMENT_ADJUSTMENT_DATA',
        marketplaceIds: [wanted.marketplaceId],
        inputFeedDocumentId: document.feedDocumentId,
      },
    })) as { feedId: string };
    await sandbox.advance(1000);
    const feed = (await call({ operation: 'getFeed', endpoint: 'feeds', path: { feedId } })) as { resultFeedDocumentId: string };
    const result = (await call({
      operation: 'getFeedDocument',
      endpoint: 'feeds',
      path: { feedDocumentId: feed.resultFeedDocumentId },
    })) as { url: string };
    expect(await client.download<Promise<string>>(result)).toContain('<MessagesSuccessful>1</MessagesSuccessful>');
    expect(sandbox.ledger().refunds[`${wanted.orderId}/${wanted.orderItemId}`]).toEqual({
      count: 1,
      amount: { minor: 500, currency: 'USD' },
    });
  });

  it('refreshes by itself when its token has run out, and goes on', async () => {
    sandbox.marketplaces.amazon.expireTokens();
    const wanted = showing('claim-granted');
    const events = (await call({
      operation: 'listFinancialEventsByOrderId',
      endpoint: 'finances',
      path: { orderId: wanted.orderId },
    })) as { FinancialEvents: Readonly<Record<string, unknown[]>> };
    expect(events.FinancialEvents['GuaranteeClaimEventList']).toHaveLength(1);
    const last = sandbox
      .requests()
      .slice(-3)
      .map(({ operation, status }) => [operation, status]);
    expect(last).toEqual([
      ['listFinancialEventsByOrderId', 403],
      ['auth/o2/token', 200],
      ['listFinancialEventsByOrderId', 200],
    ]);
  });
});
