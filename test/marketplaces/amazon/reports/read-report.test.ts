import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../../src/core/time.js';
import { fbaReturns, sellerReturns } from '../../../../src/marketplaces/amazon/reports/definitions.js';
import { cancelQueuedReport, readReport, type ReportReading } from '../../../../src/marketplaces/amazon/reports/read-report.js';
import { accountKeyOf } from '../../../../src/marketplaces/amazon/sources/coverage.js';
import { reportSources } from '../../../../src/marketplaces/amazon/sources/read-reports.js';
import { jsonOf, keyOf, scriptAmazon, type Scripts } from '../scripted-amazon.js';
import { documentedHeader, headphones, lineOf } from './documents.js';

const create = 'POST /reports/2021-06-30/reports';
const report = 'GET /reports/2021-06-30/reports/R1';
const reports = 'GET /reports/2021-06-30/reports';
const document = 'GET /reports/2021-06-30/documents/D1';
const token = 'POST /tokens/2021-03-01/restrictedDataToken';
const stored = 'GET /stored/D1';

const url = 'https://storage.test/stored/D1?X-Amz-Expires=300&X-Amz-Signature=abc';
const window = { from: toInstant('2026-09-01T00:00:00Z'), until: toInstant('2026-10-30T00:00:00Z') };
const content = `${documentedHeader.join('\t')}\n${lineOf(headphones)}\n`;
const status = (processingStatus: string, more: object = {}) => ({
  body: { reportId: 'R1', reportType: 'T', createdTime: '2026-11-01T11:59:00+00:00', processingStatus, ...more },
});
const done = status('DONE', { reportDocumentId: 'D1', processingStartTime: '2026-11-01T11:59:30+00:00' });
const begun = { processingStartTime: '2026-11-01T11:59:30+00:00', processingEndTime: '2026-11-01T11:59:31+00:00' };
const scripts: Scripts = {
  [create]: { status: 202, body: { reportId: 'R1' } },
  [report]: done,
  [document]: { body: { reportDocumentId: 'D1', url, compressionAlgorithm: 'GZIP' } },
  [stored]: { headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: gzipSync(content) },
};

const rowsOf = async <Row>(reading: ReportReading<Row>): Promise<readonly Row[]> => {
  if (reading.state !== 'rows') throw new Error(reading.state);
  const rows: Row[] = [];
  for await (const batch of reading.batches) rows.push(...batch.rows);
  return rows;
};

describe('a report', () => {
  test('is asked for, waited for and read; its address gets neither token nor secret', async () => {
    const { context, requests, sent, clock } = scriptAmazon({
      ...scripts,
      [report]: [status('IN_QUEUE'), status('IN_PROGRESS'), done],
    });
    const startedAtInMs = clock.now();
    const rows = await rowsOf(await readReport(context, { definition: sellerReturns, window }));
    expect(rows).toMatchObject([{ orderId: '114-7654321-1234567' }]);
    expect(jsonOf(sent(create)[0])).toEqual({
      reportType: 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE',
      marketplaceIds: ['ATVPDKIKX0DER'],
      dataStartTime: '2026-09-01T00:00:00.000Z',
      dataEndTime: '2026-10-30T00:00:00.000Z',
    });
    expect(requests.map(keyOf)).toEqual(['POST /auth/o2/token', create, report, report, report, document, stored]);
    expect(clock.now() - startedAtInMs).toBe(5000);
    expect(sent(stored)[0]?.url).toBe(url);
    expect(Object.keys(sent(stored)[0]?.headers ?? {})).toEqual(['accept', 'user-agent']);
  });

  test('of personal data is located with a restricted token, asked for only once the plain one was refused', async () => {
    const forbidden = {
      status: 403,
      body: { errors: [{ code: 'Unauthorized', message: 'Access to requested resource is denied.', details: '' }] },
    };
    const { context, sent } = scriptAmazon({
      ...scripts,
      [document]: [forbidden, { body: { url } }],
      [token]: { body: { restrictedDataToken: 'Atz.sprdt|restricted', expiresIn: 3600 } },
    });
    await expect(rowsOf(await readReport(context, { definition: sellerReturns, window }))).resolves.toHaveLength(1);
    expect(jsonOf(sent(token)[0])).toEqual({
      restrictedResources: [{ method: 'GET', path: '/reports/2021-06-30/documents/D1' }],
    });
    expect(sent(document).map(({ headers }) => headers['x-amz-access-token'])).toEqual([
      'Atza|first-access-token',
      'Atz.sprdt|restricted',
    ]);
  });

  test('that takes too long is pending, with the id to go on with', async () => {
    const { context } = scriptAmazon({ ...scripts, [report]: status('IN_PROGRESS') }, { reportTimeoutInMs: 30_000 });
    await expect(readReport(context, { definition: sellerReturns, window })).resolves.toMatchObject({
      state: 'pending',
      reportId: 'R1',
    });
  });

  test('at an address that is not https is not fetched', async () => {
    const { context, sent } = scriptAmazon({ ...scripts, [document]: { body: { url: 'http://storage.test/stored/D1' } } });
    const reading = await readReport(context, { definition: sellerReturns, window });
    await expect(rowsOf(reading)).rejects.toThrow('an address that is not https');
    expect(sent(stored)).toHaveLength(0);
  });

  test('at a local address is fetched only by an adapter that works there itself', async () => {
    const local = { ...scripts, [document]: { body: { url: 'http://127.0.0.1:9/stored/D1' } } };
    const live = scriptAmazon(local);
    await expect(rowsOf(await readReport(live.context, { definition: sellerReturns, window }))).rejects.toThrow('not https');
    const sandbox = scriptAmazon(local, { baseUrl: 'http://127.0.0.1:9', authUrl: 'http://127.0.0.1:9' });
    await expect(rowsOf(await readReport(sandbox.context, { definition: sellerReturns, window }))).resolves.toHaveLength(1);
  });

  test('whose address has ended says so', async () => {
    const { context } = scriptAmazon({ ...scripts, [stored]: { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' } });
    await expect(rowsOf(await readReport(context, { definition: sellerReturns, window }))).rejects.toMatchObject({
      code: 'permission-denied',
      operation: 'reports.download',
    });
  });
});

describe('a cancelled report', () => {
  test('that was begun found nothing', async () => {
    const { context } = scriptAmazon({ ...scripts, [report]: status('CANCELLED', begun) });
    await expect(readReport(context, { definition: sellerReturns, window })).resolves.toEqual({ state: 'empty', reportId: 'R1' });
  });

  test('that ended without having begun was taken out of the queue', async () => {
    const { context } = scriptAmazon({
      ...scripts,
      [report]: status('CANCELLED', { processingEndTime: begun.processingEndTime }),
    });
    await expect(readReport(context, { definition: sellerReturns, window })).resolves.toMatchObject({
      state: 'cancelled',
      because: 'cancelled-by-us',
    });
  });

  test('that this adapter has cancelled itself is no answer about the data', async () => {
    const { context } = scriptAmazon({
      ...scripts,
      [report]: status('CANCELLED', begun),
      'DELETE /reports/2021-06-30/reports/R1': {},
    });
    await cancelQueuedReport(context, 'R1');
    await expect(readReport(context, { definition: sellerReturns, window })).resolves.toMatchObject({
      because: 'cancelled-by-us',
    });
  });

  test('of a warehouse, right after one that was made, was asked for too soon', async () => {
    const { context, sent } = scriptAmazon({
      ...scripts,
      [report]: status('CANCELLED', begun),
      [reports]: [{ body: { reports: [{ reportId: 'R0', processingStatus: 'DONE' }] } }, { body: { reports: [] } }],
    });
    await expect(readReport(context, { definition: fbaReturns, window })).resolves.toMatchObject({ because: 'too-soon' });
    await expect(readReport(context, { definition: fbaReturns, window })).resolves.toEqual({ state: 'empty', reportId: 'R1' });
    const days = { dataStartTime: '2026-07-01T00:00:00Z', dataEndTime: '2026-08-30T00:00:00Z' };
    const older = scriptAmazon({
      ...scripts,
      [report]: status('CANCELLED', { ...begun, ...days }),
      [reports]: { body: { reports: [{ reportId: 'R0', processingStatus: 'DONE', dataStartTime: '2026-08-29T00:00:00Z' }] } },
    });
    await expect(readReport(older.context, { definition: fbaReturns, window })).resolves.toMatchObject({ state: 'empty' });
    expect(new URL(sent(reports)[0]?.url ?? '').searchParams.get('createdSince')).toBe('2026-11-01T07:59:00.000Z');
  });
});

describe('a source whose report was asked for too soon', () => {
  const range = { from: window.from, until: window.until, at: window.until };
  const cancelled = status('CANCELLED', { ...begun, reportType: fbaReturns.reportType });
  const made = (from: string) => ({
    [report]: cancelled,
    [reports]: { body: { reports: [{ reportId: 'R0', processingStatus: 'DONE', dataStartTime: from }] } },
    'GET /reports/2021-06-30/reports/R0': { body: { reportId: 'R0', processingStatus: 'DONE', reportDocumentId: 'D1' } },
    [stored]: { body: 'return-date\torder-id\tsku\n2026-10-05T15:31:40+00:00\t111-2223334-5556667\tMUG\n' },
  });

  test('reads the one that was made before, so that a restarted process misses nothing', async () => {
    const { context } = scriptAmazon({ ...scripts, ...made('2026-01-01T00:00:00+00:00') });
    const { read, failures } = await reportSources['fba-returns'](context, range);
    expect([read, failures]).toEqual([{ from: range.from, until: range.until }, []]);
    expect(await context.caseStore.read(accountKeyOf(context), '111-2223334-5556667')).toHaveLength(1);
  });

  test('says so where that one is of other days', async () => {
    const { context } = scriptAmazon({ ...scripts, ...made('2026-10-31T00:00:00+00:00') });
    const { read, failures } = await reportSources['fba-returns'](context, range);
    expect(read).toBeUndefined();
    expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining('too soon after one of other days')]);
  });
});

describe('a report that Amazon gave up', () => {
  test('tells why, where it has a document', async () => {
    const { context } = scriptAmazon({
      ...scripts,
      [report]: status('FATAL', { reportDocumentId: 'D1' }),
      [stored]: { body: 'The requested days are more than 60.' },
    });
    await expect(readReport(context, { definition: sellerReturns, window })).rejects.toMatchObject({
      code: 'rejected',
      providerCode: 'FATAL',
      providerMessage: 'The requested days are more than 60.',
    });
  });

  test('says that it does not know why, where it has none or cannot be read', async () => {
    const without = scriptAmazon({ ...scripts, [report]: status('FATAL') });
    await expect(readReport(without.context, { definition: sellerReturns, window })).rejects.toThrow('does not say why');
    const broken = scriptAmazon({ ...scripts, [report]: status('FATAL', { reportDocumentId: 'D1' }), [stored]: { status: 404 } });
    await expect(readReport(broken.context, { definition: sellerReturns, window })).rejects.toThrow(
      'its reason could not be read',
    );
  });
});
