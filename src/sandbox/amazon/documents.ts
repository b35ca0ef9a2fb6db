import { createHmac } from 'node:crypto';
import type { Reply, SandboxRequest } from '../exchange.js';
import { createRandom } from '../random.js';
import { toUuid } from './seed/identifiers.js';
import { storageRefusal } from './refusal.js';

/** What stands behind a document id. An upload has no content until its PUT came. */
export interface StoredDocument {
  readonly id: string;
  readonly sellerId: string;
  readonly contentType: string;
  readonly content: Buffer | undefined;
  readonly isGzip: boolean;
  /** The report type it holds, where it is a report. */
  readonly reportType: string | undefined;
}

/** Storage behind pre-signed URLs: whoever holds the URL is served, for five minutes. */
export interface Documents {
  add(document: Omit<StoredDocument, 'id'>): StoredDocument;
  find(id: string): StoredDocument | undefined;
  /** `encoding`: whether the storage says Content-Encoding, or hands the compressed bytes out as they are. */
  downloadUrl(document: StoredDocument, at: number, encoding: 'identity' | 'declared'): string;
  uploadUrl(document: StoredDocument, at: number): string;
  download(request: SandboxRequest): Reply;
  upload(request: SandboxRequest): Reply;
}

export const documentsPath = '/documents/';
const urlLifeInSeconds = 300;

const basicFormat = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const parseBasicFormat = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const keyOf = ({ path }: SandboxRequest): string => decodeURIComponent(path.slice(documentsPath.length));

/** As the storage checks it: the signature covers method, key, query and, on upload, the content type. */
const signatureOf = (secret: string, parts: readonly string[]): string =>
  createHmac('sha256', secret).update(parts.join('\n')).digest('hex');

const querySigned = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

/** A header the URL was not signed for is refused, so a client that sends its access token here finds out at once. */
const requireNoAmazonHeaders = ({ headers }: SandboxRequest): void => {
  if (headers.authorization !== undefined)
    throw storageRefusal(
      'InvalidArgument',
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    );
  if (Object.keys(headers).some((name) => name.startsWith('x-amz-')))
    throw storageRefusal('AccessDenied', 'There were headers present in the request which were not signed');
};

const requireSigned = (secret: string, request: SandboxRequest): void => {
  requireNoAmazonHeaders(request);
  const { query, method, headers, at } = request;
  const contentType = method === 'PUT' ? (headers['content-type'] ?? '') : '';
  const expected = signatureOf(secret, [method, keyOf(request), querySigned(query), contentType]);
  if (query.get('X-Amz-Signature') !== expected)
    throw storageRefusal(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  const signedAt = parseBasicFormat(query.get('X-Amz-Date') ?? '');
  if (at > signedAt + urlLifeInSeconds * 1000) throw storageRefusal('AccessDenied', 'Request has expired');
};

const toAnswer = ({ content, contentType, isGzip }: StoredDocument, { query }: SandboxRequest): Reply => {
  if (content === undefined) throw storageRefusal('NoSuchKey', 'The specified key does not exist.');
  const isDeclared = isGzip && !query.has('response-content-encoding');
  const headers = { 'content-type': contentType, ...(isDeclared && { 'content-encoding': 'gzip' }) };
  return { status: 200, headers, body: content, error: '' };
};

const signingQuery = (at: number): Record<string, string> => ({
  'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
  'X-Amz-Date': basicFormat(at),
  'X-Amz-Expires': String(urlLifeInSeconds),
});

export const createDocuments = (seed: number, baseUrl: () => string): Documents => {
  const random = createRandom('documents', seed);
  const secret = random.hex(40);
  const documents = new Map<string, StoredDocument>();

  const urlOf = (method: string, { id, contentType }: StoredDocument, query: URLSearchParams): string => {
    const signed = signatureOf(secret, [method, id, querySigned(query), method === 'PUT' ? contentType : '']);
    query.set('X-Amz-Signature', signed);
    return `${baseUrl()}${documentsPath}${id}?${query.toString()}`;
  };
  const requireDocument = (request: SandboxRequest): StoredDocument => {
    requireSigned(secret, request);
    const document = documents.get(keyOf(request));
    if (document === undefined) throw storageRefusal('NoSuchKey', 'The specified key does not exist.');
    return document;
  };

  return {
    add: (draft) => {
      const document = { ...draft, id: `amzn1.spdoc.1.4.na.${toUuid(random)}.T${random.hex(12)}.${random.integer(1000, 9999)}` };
      documents.set(document.id, document);
      return document;
    },
    find: (id) => documents.get(id),
    downloadUrl: (document, at, encoding) => {
      const identity = encoding === 'identity' ? { 'response-content-encoding': 'identity' } : {};
      return urlOf('GET', document, new URLSearchParams({ ...signingQuery(at), ...identity }));
    },
    uploadUrl: (document, at) => urlOf('PUT', document, new URLSearchParams(signingQuery(at))),
    download: (request) => toAnswer(requireDocument(request), request),
    upload: (request) => {
      const document = requireDocument(request);
      documents.set(document.id, { ...document, content: request.body });
      return { status: 200, headers: { 'content-type': 'application/xml' }, body: '', error: '' };
    },
  };
};
