import { gunzipSync } from 'node:zlib';
import type { AmazonAccount, AmazonCaseSnapshot, Sandbox, SandboxOptions } from '../../src/sandbox/index.js';
import { startSandbox } from './with-sandbox.js';

/** A client written from the wire facts alone: what any third party would write in an afternoon. */
export interface AmazonClient {
  readonly get: (path: string, query?: Query) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, query?: Query) => Promise<Answer>;
  readonly put: (path: string, body: unknown) => Promise<Answer>;
  readonly remove: (path: string) => Promise<Answer>;
  /** Any call with headers of the caller's own; the token is sent unless they say otherwise. */
  readonly call: (path: string, init: RequestInit, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
}

type Query = Readonly<Record<string, string | number>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the body has a shape of its own in every endpoint
  readonly body: any;
}

export const send = async (url: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(url, init);
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString('utf8');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, headers: response.headers, bytes, text, body };
};

export const userAgent = 'ReturnsDesk/1.0 (Language=TypeScript; Platform=Test)';

/** Speaks for one seller, by default the American one, with the token it holds at the moment of the call. */
export const connect = (sandbox: Sandbox, account: AmazonAccount = sandbox.marketplaces.amazon.account): AmazonClient => {
  const { baseUrl } = sandbox.marketplaces.amazon;
  const call: AmazonClient['call'] = (path, init, headers) =>
    send(`${baseUrl}${path}`, {
      ...init,
      headers: { 'user-agent': userAgent, 'x-amz-access-token': account.tokens.accessToken, ...headers },
    });
  const withQuery = (path: string, query: Query = {}): string => {
    const text = Object.entries(query)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    return text === '' ? path : `${path}?${text}`;
  };
  const json = { 'content-type': 'application/json' };
  return {
    call,
    get: (path, query) => call(withQuery(path, query), {}),
    post: (path, body, query) => call(withQuery(path, query), { method: 'POST', body: JSON.stringify(body) }, json),
    put: (path, body) => call(path, { method: 'PUT', body: JSON.stringify(body) }, json),
    remove: (path) => call(path, { method: 'DELETE' }),
  };
};

export const hour = 3_600_000;
export const day = 24 * hour;

/** A sandbox with Amazon alone. */
export const startAmazon = (options: SandboxOptions = {}): Promise<Sandbox> =>
  startSandbox({ marketplaces: ['amazon'], ...options });

/** The case that shows a stage of life, by default the American seller's. */
export const caseOf = (sandbox: Sandbox, scenario: string, region = 'na'): AmazonCaseSnapshot => {
  const found = sandbox.marketplaces.amazon
    .cases()
    .find((candidate) => candidate.scenario === scenario && candidate.region === region);
  if (found === undefined) throw new Error(`no case shows '${scenario}' in ${region}`);
  return found;
};

/** The same case as it is now. */
export const currentOf = (sandbox: Sandbox, { orderItemId, requestedAt }: AmazonCaseSnapshot): AmazonCaseSnapshot => {
  const found = sandbox.marketplaces.amazon
    .cases()
    .find((candidate) => candidate.orderItemId === orderItemId && candidate.requestedAt === requestedAt);
  if (found === undefined) throw new Error(`no case of item ${orderItemId}`);
  return found;
};

const reports = '/reports/2021-06-30';

export const flatFile = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE';

export interface ReportWish {
  readonly type?: string;
  readonly days?: number;
  readonly marketplaceIds?: readonly string[];
}

/** Asks for a report of the last days and waits until it is ready; resolves with Amazon's record of it. */
export const requestReport = async (sandbox: Sandbox, client: AmazonClient, wish: ReportWish = {}): Promise<Answer> => {
  const { type = flatFile, days = 59, marketplaceIds = sandbox.marketplaces.amazon.account.marketplaceIds } = wish;
  const now = sandbox.clock.now();
  const created = await client.post(`${reports}/reports`, {
    reportType: type,
    marketplaceIds,
    dataStartTime: new Date(now - days * day).toISOString(),
    dataEndTime: new Date(now).toISOString(),
  });
  if (created.status !== 202) return created;
  await sandbox.advance(61_000);
  return client.get(`${reports}/reports/${String(created.body.reportId)}`);
};

/** A document's bytes as the storage holds them. */
export const fetchDocument = async (client: AmazonClient, id: string): Promise<Answer & { readonly compression: unknown }> => {
  const { body } = await client.get(`${reports}/documents/${id}`);
  return { ...(await send(String(body.url))), compression: body.compressionAlgorithm };
};

/** The text of a ready document, decompressed. */
export const readDocument = async (client: AmazonClient, id: string): Promise<string> => {
  const { bytes, compression } = await fetchDocument(client, id);
  return (compression === 'GZIP' ? gunzipSync(bytes) : bytes).toString('utf8');
};

/** Rows of a table by header name; a cell of one blank is an empty one. */
export const parseTable = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const names = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(names.map((name, index) => [name, (cells[index] ?? '').trim()]));
    });
};

/** The rows of the seller's returns report, as a client gets them. */
export const readRows = async (sandbox: Sandbox, client: AmazonClient, wish: ReportWish = {}) => {
  const report = await requestReport(sandbox, client, wish);
  return parseTable(await readDocument(client, String(report.body.reportDocumentId)));
};

const feeds = '/feeds/2021-06-30';
const xml = 'text/xml; charset=UTF-8';

/** Uploads a feed and waits until it is processed; resolves with Amazon's record of it. */
export const submitFeed = async (
  sandbox: Sandbox,
  content: string,
  account: AmazonAccount = sandbox.marketplaces.amazon.account,
): Promise<Answer> => {
  const client = connect(sandbox, account);
  const document = await client.post(`${feeds}/documents`, { contentType: xml });
  await send(String(document.body.url), { method: 'PUT', headers: { 'content-type': xml }, body: content });
  const created = await client.post(`${feeds}/feeds`, {
    feedType: 'POST_PAYMENT_ADJUSTMENT_DATA',
    marketplaceIds: account.marketplaceIds.slice(0, 1),
    inputFeedDocumentId: document.body.feedDocumentId,
  });
  if (created.status !== 202) return created;
  await sandbox.advance(91_000);
  return client.get(`${feeds}/feeds/${String(created.body.feedId)}`);
};

/** The processing report of a finished feed. */
export const readResult = async (client: AmazonClient, feed: Answer): Promise<string> => {
  const { body } = await client.get(`${feeds}/documents/${String(feed.body.resultFeedDocumentId)}`);
  const { bytes } = await send(String(body.url));
  return (body.compressionAlgorithm === 'GZIP' ? gunzipSync(bytes) : bytes).toString('utf8');
};

export interface RefundLine {
  readonly orderItemId: string;
  /** By component, as decimal text. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly quantity?: number;
  readonly currency?: string;
}

const toLine = ({ orderItemId, amounts, quantity, currency = 'USD' }: RefundLine): string => {
  const components = Object.entries(amounts)
    .map(([type, amount]) => `<Component><Type>${type}</Type><Amount currency="${currency}">${amount}</Amount></Component>`)
    .join('');
  const count = quantity === undefined ? '' : `<Quantity>${quantity}</Quantity>`;
  return `<AdjustedItem><AmazonOrderItemCode>${orderItemId}</AmazonOrderItemCode><AdjustmentReason>CustomerReturn</AdjustmentReason><ItemPriceAdjustments>${components}</ItemPriceAdjustments>${count}</AdjustedItem>`;
};

/** An adjustment feed with one message. */
export const refundFeed = (orderId: string, lines: readonly RefundLine[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope><Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>A2</MerchantIdentifier></Header><MessageType>OrderAdjustment</MessageType><Message><MessageID>1</MessageID><OrderAdjustment><AmazonOrderID>${orderId}</AmazonOrderID><ActionType>Refund</ActionType>${lines.map(toLine).join('')}</OrderAdjustment></Message></AmazonEnvelope>`;

/** Minor units as the feed writes them. */
export const decimal = (minor: number): string => (minor / 100).toFixed(2);
