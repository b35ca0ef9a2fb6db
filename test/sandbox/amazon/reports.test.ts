import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  caseOf,
  connect,
  currentOf,
  day,
  fetchDocument,
  flatFile,
  hour,
  parseTable,
  readDocument,
  readRows,
  requestReport,
  send,
  startAmazon,
} from '../amazon-client.js';

const path = '/reports/2021-06-30';
const xmlReport = 'GET_XML_RETURNS_DATA_BY_RETURN_DATE';
const fbaReport = 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA';

const wish = (sandbox: { readonly clock: { now(): number } }, marketplaceIds: readonly string[]) => ({
  reportType: flatFile,
  marketplaceIds,
  dataStartTime: new Date(sandbox.clock.now() - 30 * day).toISOString(),
});

const primeReport = 'GET_XML_MFN_PRIME_RETURNS_REPORT';

/** Each return's order, behind the flag of Prime. */
const ordersIn = async (type: string): Promise<readonly string[]> => {
  const sandbox = await startAmazon();
  const client = connect(sandbox);
  const { body } = await requestReport(sandbox, client, { type });
  const xml = await readDocument(client, String(body.reportDocumentId));
  return [...xml.matchAll(/<return_details>.*?<order_id>([^<]+).*?<is_prime>([YN])/gs)].map(
    ([, id = '', prime = '']) => `${prime} ${id}`,
  );
};

describe('a report', () => {
  it('of Prime holds those of the XML report that Prime orders have', async () => {
    const all = await ordersIn(xmlReport);
    expect(await ordersIn(primeReport)).toEqual(all.filter((line) => line.startsWith('Y')));
    expect(all.some((line) => line.startsWith('Y')) && all.some((line) => line.startsWith('N'))).toBe(true);
  });

  it('waits, is worked on, and then has a document; times carry an offset', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const { marketplaceIds } = sandbox.marketplaces.amazon.account;
    const { body } = await client.post(`${path}/reports`, wish(sandbox, marketplaceIds));
    const read = async (): Promise<unknown> => (await client.get(`${path}/reports/${String(body.reportId)}`)).body;
    const queued = await read();
    expect(queued).toMatchObject({ processingStatus: 'IN_QUEUE', createdTime: expect.stringMatching(/\+00:00$/) });
    expect(queued).not.toHaveProperty('reportDocumentId');
    await sandbox.advance(20_000);
    expect(await read()).toMatchObject({ processingStatus: 'IN_PROGRESS' });
    await sandbox.advance(40_000);
    expect(await read()).toMatchObject({ processingStatus: 'DONE', reportDocumentId: expect.any(String) });
  });

  it('holds every return of the window and the stores asked for', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const own = sandbox.marketplaces.amazon
      .cases()
      .filter(({ region, source }) => region === 'na' && source === 'seller-fulfilled');
    const rows = await readRows(sandbox, client);
    expect(rows.map((row) => row['Order Item ID']).sort()).toEqual(own.map(({ orderItemId }) => orderItemId).sort());
    const canada = 'A2EUQ1WTGCTBG2';
    const canadian = await readRows(sandbox, client, { marketplaceIds: [canada] });
    expect(canadian.map((row) => row['Currency code'])).toEqual(
      own.filter(({ marketplaceId }) => marketplaceId === canada).map(() => 'CAD'),
    );
    const since = sandbox.clock.now() - 3 * day;
    const recent = await readRows(sandbox, client, { days: 3 });
    expect(recent).toHaveLength(own.filter(({ requestedAt }) => Date.parse(requestedAt) >= since).length);
  });

  it('is canceled when there is nothing to report', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const { body } = await requestReport(sandbox, connect(sandbox));
    expect(body).toMatchObject({ processingStatus: 'CANCELLED' });
    expect(body).not.toHaveProperty('reportDocumentId');
  });

  it('is canceled by the caller while it waits, and not later', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const { body } = await client.post(`${path}/reports`, wish(sandbox, sandbox.marketplaces.amazon.account.marketplaceIds));
    const report = `${path}/reports/${String(body.reportId)}`;
    expect((await client.remove(report)).status).toBe(200);
    await sandbox.advance(hour / 2);
    expect((await client.get(report)).body.processingStatus).toBe('CANCELLED');
    expect((await client.remove(report)).status).toBe(400);
  });

  it('fails over more than 60 days, with a document that says why', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const { body } = await requestReport(sandbox, client, { days: 61 });
    expect(body.processingStatus).toBe('FATAL');
    expect(await readDocument(client, String(body.reportDocumentId))).toContain('60 days');
  });

  it('of FBA returns is canceled when it is asked for again too soon', async () => {
    const sandbox = await startAmazon({ amazon: { quotas: 'unlimited' } });
    const client = connect(sandbox);
    const statusOf = async () => (await requestReport(sandbox, client, { type: fbaReport })).body.processingStatus as string;
    expect([await statusOf(), await statusOf()]).toEqual(['DONE', 'CANCELLED']);
    await sandbox.advance(hour / 2);
    expect(await statusOf()).toBe('DONE');
  });

  it.each([
    ['a type that is not served', { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA' }],
    ['a store of another region', { marketplaceIds: ['A1PA6795UKMFR9'] }],
    ['no store', { marketplaceIds: [] }],
    ['a start in the future', { dataStartTime: '2027-01-01T00:00:00Z' }],
    ['a start that is no time', { dataStartTime: 'yesterday' }],
  ])('is refused for %s', async (_what, change) => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const body = { ...wish(sandbox, sandbox.marketplaces.amazon.account.marketplaceIds), ...change };
    const answer = await connect(sandbox).post(`${path}/reports`, body);
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'InvalidInput']);
  });

  it('of another seller is not found', async () => {
    const sandbox = await startAmazon();
    const { body } = await requestReport(sandbox, connect(sandbox));
    const stranger = connect(sandbox, sandbox.marketplaces.amazon.accounts.eu);
    expect((await stranger.get(`${path}/reports/${String(body.reportId)}`)).status).toBe(404);
    expect((await stranger.get(`${path}/documents/${String(body.reportDocumentId)}`)).status).toBe(404);
  });

  it('is listed with others, a token standing alone', async () => {
    const sandbox = await startAmazon({ seed: { cases: 1 }, amazon: { quotas: 'unlimited' } });
    const client = connect(sandbox);
    const ids: unknown[] = [];
    for (let count = 0; count < 3; count += 1) ids.unshift((await requestReport(sandbox, client)).body.reportId);
    const first = await client.get(`${path}/reports`, { reportTypes: flatFile, pageSize: 2, processingStatuses: 'DONE,FATAL' });
    const next = { nextToken: String(first.body.nextToken) };
    const second = await client.get(`${path}/reports`, next);
    expect([...first.body.reports, ...second.body.reports].map(({ reportId }) => reportId as unknown)).toEqual(ids);
    expect(second.body).not.toHaveProperty('nextToken');
    expect((await client.get(`${path}/reports`, { ...next, pageSize: 2 })).status).toBe(400);
  });
});

describe('a report’s document', () => {
  it('is served without a token, and to nobody who sends one', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const { body: report } = await requestReport(sandbox, client);
    const { body } = await client.get(`${path}/documents/${String(report.reportDocumentId)}`);
    expect((await send(String(body.url))).status).toBe(200);
    const leaking = await send(String(body.url), { headers: { 'x-amz-access-token': 'Atza|secret' } });
    expect([leaking.status, leaking.text]).toEqual([403, expect.stringContaining('not signed')]);
    expect((await send(String(body.url).replace('X-Amz-Date=2026', 'X-Amz-Date=2027'))).text).toContain('SignatureDoesNotMatch');
  });

  it('is served for five minutes; a fresh link lives on', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const { body: report } = await requestReport(sandbox, client);
    const link = `${path}/documents/${String(report.reportDocumentId)}`;
    const { body: old } = await client.get(link);
    await sandbox.advance(300_000);
    expect((await send(String(old.url))).status).toBe(200);
    await sandbox.advance(1000);
    expect((await send(String(old.url))).text).toContain('Request has expired');
    expect((await send(String((await client.get(link)).body.url))).status).toBe(200);
  });

  it('comes compressed as it says, or decompressed on the way where that was asked for', async () => {
    const sandbox = await startAmazon({ amazon: { compression: 'gzip' } });
    const client = connect(sandbox);
    const { body: report } = await requestReport(sandbox, client);
    const id = String(report.reportDocumentId);
    const packed = await fetchDocument(client, id);
    expect([packed.compression, packed.headers.has('content-encoding')]).toEqual(['GZIP', false]);
    const { body } = await client.get(`${path}/documents/${id}`, { enableContentEncodingUrlHeader: 'true' });
    expect((await send(String(body.url))).bytes).toEqual(gunzipSync(packed.bytes));
  });

  it('comes compressed twice where it is told to', async () => {
    const sandbox = await startAmazon({ amazon: { compression: 'double-gzip' } });
    const client = connect(sandbox);
    const { body } = await requestReport(sandbox, client);
    const { bytes } = await fetchDocument(client, String(body.reportDocumentId));
    expect(gunzipSync(gunzipSync(bytes)).toString()).toMatch(/^Order ID\t/);
  });

  it('names its charset, or not; a Japanese one is not UTF-8', async () => {
    const sandbox = await startAmazon();
    const account = sandbox.marketplaces.amazon.accounts.fe;
    const client = connect(sandbox, account);
    const { body } = await requestReport(sandbox, client, { marketplaceIds: account.marketplaceIds });
    const { headers, bytes } = await fetchDocument(client, String(body.reportDocumentId));
    expect(headers.get('content-type')).toBe('text/plain; charset=windows-31j');
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(bytes)).toMatch(
      /ホーロー製ドリップポット|竹製デスクランプ|帆布トートバッグ/,
    );
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const silent = await startAmazon({ amazon: { charset: 'windows-1252', charsetHeader: 'missing' } });
    const { body: other } = await requestReport(silent, connect(silent));
    expect((await fetchDocument(connect(silent), String(other.reportDocumentId))).headers.get('content-type')).toBe('text/plain');
  });

  it('needs a token made for it alone where the report type is restricted', async () => {
    const sandbox = await startAmazon({ amazon: { restrictedReportTypes: [flatFile] } });
    const client = connect(sandbox);
    const { body } = await requestReport(sandbox, client);
    const document = `${path}/documents/${String(body.reportDocumentId)}`;
    expect((await client.get(document)).status).toBe(403);
    const askFor = (resource: string) =>
      client.post('/tokens/2021-03-01/restrictedDataToken', { restrictedResources: [{ method: 'GET', path: resource }] });
    expect((await askFor(`${path}/documents/{reportDocumentId}`)).body.errors[0].message).toMatch(/unsupported document ID/);
    const token = String((await askFor(document)).body.restrictedDataToken);
    const withToken = { 'x-amz-access-token': token };
    expect((await client.call(document, {}, withToken)).status).toBe(200);
    expect((await client.call(`${path}/reports/${String(body.reportId)}`, {}, withToken)).status).toBe(403);
    await sandbox.advance(hour);
    expect((await client.call(document, {}, withToken)).status).toBe(403);
  });
});

describe('the columns', () => {
  it('are the 32 documented ones; empty cells are a blank, tails may be missing', async () => {
    const sandbox = await startAmazon({ amazon: { reportColumns: 'documented' } });
    const client = connect(sandbox);
    const { body } = await requestReport(sandbox, client);
    const [head = '', ...lines] = (await readDocument(client, String(body.reportDocumentId))).trimEnd().split('\n');
    expect(head.split('\t')).toHaveLength(32);
    expect(head).toMatch(/^Order ID\tOrder date\tReturn request date\t.*\tRefunded Amount$/);
    expect(new Set(lines.map((line) => line.split('\t').length)).size).toBeGreaterThan(1);
    expect(lines.every((line) => !line.includes('\t\t'))).toBe(true);
  });

  it('drift: more of them, or other spellings and line ends', async () => {
    const extended = await startAmazon({ amazon: { reportColumns: 'extended' } });
    const [row] = await readRows(extended, connect(extended));
    expect(Object.keys(row ?? {}).slice(-3)).toEqual(['Category', 'VAT', 'Order Item ID']);
    const respelled = await startAmazon({ amazon: { reportColumns: 'respelled' } });
    const { body } = await requestReport(respelled, connect(respelled));
    const text = await readDocument(connect(respelled), String(body.reportDocumentId));
    expect(text).toContain('\r\n');
    expect(Object.keys(parseTable(text)[0] ?? {})).toEqual(
      expect.arrayContaining(['Seller RMA ID', 'A-to-z claim', 'SafeT claim ID']),
    );
  });

  it('tell a day in English months and no more; XML tells the time', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const wanted = caseOf(sandbox, 'delivered');
    const row = (await readRows(sandbox, client)).find((candidate) => candidate['Order Item ID'] === wanted.orderItemId);
    expect(row).toMatchObject({
      'Return request date': '30-Oct-2026',
      'Return delivery date': '01-Nov-2026',
      'A-to-Z Claim': 'N',
      'Tracking ID': expect.stringMatching(/^1Z/),
    });
    const { body } = await requestReport(sandbox, client, { type: xmlReport });
    const xml = await readDocument(client, String(body.reportDocumentId));
    expect(xml).toContain(`<return_request_date>${wanted.requestedAt.slice(0, 19)}Z</return_request_date>`);
    expect(xml).not.toMatch(/safe|delivery_date|order_item/i);
    const two = caseOf(sandbox, 'two-lines');
    const details = xml.split('<return_details>').find((part) => part.includes(two.orderId)) ?? '';
    expect(details.match(/<item_details>/g)).toHaveLength(2);
  });

  it('may show a refund that never was, so that only Finances proves one', async () => {
    const sandbox = await startAmazon({ seed: { cases: 200 } });
    const rows = await readRows(sandbox, connect(sandbox));
    const claimed = rows.filter((row) => row['Return request status'] === 'Approved' && row['Refunded Amount'] !== '');
    const cases = new Map(sandbox.marketplaces.amazon.cases().map((snapshot) => [snapshot.orderItemId, snapshot]));
    expect(claimed.some((row) => cases.get(row['Order Item ID'] ?? '')?.refunded.minor === 0)).toBe(true);
  });

  it('of the FBA report are its own, and its rows come with the clock', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const read = async () => {
      const { body } = await requestReport(sandbox, client, { type: fbaReport });
      return parseTable(await readDocument(client, String(body.reportDocumentId)));
    };
    const before = await read();
    expect(Object.keys(before[0] ?? {})).toEqual(
      'return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason status license-plate-number customer-comments'.split(
        ' ',
      ),
    );
    await sandbox.advance(5 * day);
    sandbox.marketplaces.amazon.issueTokens();
    expect((await read()).length).toBeGreaterThan(before.length);
  });

  it('follow the return: what changes later shows when the same window is asked for again', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const wanted = caseOf(sandbox, 'pending-approval');
    const statusOf = async () =>
      (await readRows(sandbox, client)).find((row) => row['Order Item ID'] === wanted.orderItemId)?.['Return request status'];
    expect(await statusOf()).toBe('PendingApproval');
    await sandbox.advance(day + 8 * hour);
    sandbox.marketplaces.amazon.issueTokens();
    expect(await statusOf()).toBe(currentOf(sandbox, wanted).status);
    expect(currentOf(sandbox, wanted).status).toBe('Approved');
  });
});
