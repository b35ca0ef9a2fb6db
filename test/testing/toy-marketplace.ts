import http from 'node:http';
import { ConflictError, NotFoundError, UnavailableError } from '../../src/core/errors/api-errors.js';
import { AbortedError, ConnectionError } from '../../src/core/errors/network-errors.js';
import { UnexpectedResponseError } from '../../src/core/errors/response-errors.js';
import { createMemoryAdapter } from '../../src/marketplaces/memory/index.js';
import type { AdapterUnderTest, FixtureJson, WireResult } from '../../src/testing/index.js';

/** The promises of a wire that can be broken one at a time. */
export interface ToyHabits {
  readonly repeatsWrites?: true;
  readonly callsWritesDone?: true;
  readonly neverGivesUp?: true;
  readonly refusesNewFields?: true;
  readonly forgetsNewWords?: true;
  readonly confusesErrors?: true;
  readonly leaksToken?: true;
  readonly logsToken?: true;
  readonly ignoresSignal?: true;
  readonly readsTornAnswers?: true;
  readonly addsParameters?: true;
  readonly changesBody?: true;
  readonly misreads?: true;
  readonly callsAnswersUncertain?: true;
}

export const toyToken = 'toy-secret-token';

interface Answer {
  readonly status: number;
  readonly text: string;
}

const call = ({ url, method, body }: { url: string; method: string; body?: string }): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers: { 'content-type': 'application/json' } }, (response) => {
      const chunks: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: chunks.join('') }));
    });
    request.on('error', reject);
    request.end(body);
  });

const textOf = (input: FixtureJson, field: string): string => {
  const value = typeof input === 'object' && input !== null && !Array.isArray(input) ? input[field] : undefined;
  return typeof value === 'string' ? value : '';
};

const toRequest = (endpoint: string, { input, baseUrl, habits }: { input: FixtureJson; baseUrl: string; habits: ToyHabits }) => {
  const signature = `sign=${toyToken}${habits.addsParameters === true ? '&extra=1' : ''}`;
  const id = textOf(input, 'id');
  if (endpoint === 'cases.get') return { url: `${baseUrl}/cases?id=${id}&${signature}`, method: 'GET' };
  const given = habits.changesBody === true ? { id, twice: true } : { id };
  return { url: `${baseUrl}/cases/accept?${signature}`, method: 'POST', body: JSON.stringify(given) };
};

const read = ({ status, text }: Answer, habits: ToyHabits): WireResult => {
  const leak = habits.leaksToken === true ? ` with ${toyToken}` : '';
  if (status === 404) {
    const context = { providerCode: 'NO_CASE' };
    throw habits.confusesErrors === true
      ? new ConflictError('no case', context)
      : new NotFoundError(`no such case${leak}`, context);
  }
  if (status >= 500) throw new UnavailableError(`down${leak}`);
  const body: unknown = habits.readsTornAnswers === true && text.endsWith(':') ? { id: '1', status: 'OPEN' } : parse(text);
  if (typeof body !== 'object' || body === null) throw new UnexpectedResponseError('not an object');
  const fields = Object.fromEntries(Object.entries(body));
  if (habits.refusesNewFields === true && Object.keys(fields).length > 2) throw new UnexpectedResponseError('a stray field');
  const isKnown = fields['status'] === 'OPEN' || habits.forgetsNewWords !== true;
  const status_ = isKnown ? fields['status'] : 'unknown';
  return { state: 'done', value: { id: habits.misreads === true ? '' : fields['id'], status: status_ } };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnexpectedResponseError('not JSON');
  }
};

type Send = (endpoint: string, input: FixtureJson, options?: { readonly signal?: AbortSignal }) => Promise<WireResult>;

const createSend =
  (baseUrl: string, habits: ToyHabits): Send =>
  async (endpoint, input, options) => {
    if (options?.signal?.aborted === true && habits.ignoresSignal !== true) throw new AbortedError('ended');
    const request = toRequest(endpoint, { input, baseUrl, habits });
    const isOnce = endpoint === 'cases.accept';
    const maxAttempts = isOnce && habits.repeatsWrites !== true ? 1 : habits.neverGivesUp === true ? 30 : 3;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await call(request).catch(() => {
          throw new ConnectionError('broken', { wasSent: true });
        });
        if (isOnce && answer.status === 202) return { state: 'uncertain' };
        const result = read(answer, habits);
        return habits.callsAnswersUncertain === true ? { state: 'uncertain' } : result;
      } catch (error) {
        const isDefinitive = NotFoundError.isInstance(error) || ConflictError.isInstance(error);
        if (isDefinitive) throw error;
        if (attempt < maxAttempts && !UnexpectedResponseError.isInstance(error)) continue;
        if (!isOnce) throw error;
        return habits.callsWritesDone === true ? { state: 'done', value: null } : { state: 'uncertain' };
      }
    }
  };

const documentation = 'https://example.com/toy';
const missing = { reason: 'the toy has no such thing', documentation };

/** A marketplace with two wire calls, small enough to see through. */
export const createToyUnderTest = (baseUrl: string, habits: ToyHabits = {}): AdapterUnderTest => {
  const shop = createMemoryAdapter();
  const { list, get, accept, settle } = shop.cases;
  const absent = {
    offer: missing,
    acceptOffer: missing,
    rejectionReasons: missing,
    reject: missing,
    withdrawRejection: missing,
    refund: missing,
    submitEvidence: missing,
    message: missing,
    track: missing,
  };
  return {
    adapter: { ...shop, marketplace: 'toy', cases: { list, get, accept, settle }, absent },
    secrets: [toyToken],
    logged: () => (habits.logsToken === true ? [{ message: 'sent', url: `/cases?sign=${toyToken}` }] : [{ message: 'sent' }]),
    wire: { send: createSend(baseUrl, habits), signatureParameters: ['sign'] },
  };
};
