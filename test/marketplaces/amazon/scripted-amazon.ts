import { createFakeClock, type FakeClock } from 'aftersale/testing';
import { createMemoryCaseStore } from '../../../src/core/case-store.js';
import { createContext } from '../../../src/marketplaces/amazon/create-context.js';
import type { AmazonContext } from '../../../src/marketplaces/amazon/context.js';
import { resolveSettings, type AmazonSettings } from '../../../src/marketplaces/amazon/settings.js';
import type { HttpClient, HttpRequest, HttpResponse } from '../../../src/transport/http-client.js';
import { HttpFailure } from '../../../src/transport/http-client.js';

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: object | string | Uint8Array;
}

type Script = ScriptedAnswer | 'lost' | 'refused' | ((request: HttpRequest) => ScriptedAnswer);

/** Answers in the order of the list; the last one again and again. Keys are `GET /path` without the query. */
export type Scripts = Readonly<Record<string, Script | readonly Script[]>>;

export interface ScriptedAmazon {
  readonly context: AmazonContext;
  readonly clock: FakeClock;
  readonly requests: readonly HttpRequest[];
  /** The requests of one key, oldest first. */
  readonly sent: (key: string) => readonly HttpRequest[];
}

const login = 'POST /auth/o2/token';

export const keyOf = ({ method, url }: HttpRequest): string => `${method} ${new URL(url).pathname}`;

const toResponse = ({ status = 200, headers = {}, body = '' }: ScriptedAnswer): HttpResponse => ({
  status,
  headers: { 'x-amzn-requestid': 'request-1', ...headers },
  body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
});

const isList = (script: Script | readonly Script[]): script is readonly Script[] => Array.isArray(script);

/** Amazon as a list of answers, behind the adapter's own port: no socket, no time. */
export const scriptAmazon = (scripts: Scripts, settings: Partial<AmazonSettings> = {}): ScriptedAmazon => {
  const clock = createFakeClock({ startAt: '2026-11-01T12:00:00Z', autoAdvance: true });
  const requests: HttpRequest[] = [];
  const all: Scripts = { [login]: { body: { access_token: 'Atza|first-access-token', expires_in: 3600 } }, ...scripts };
  const sent = (key: string): readonly HttpRequest[] => requests.filter((request) => keyOf(request) === key);
  const send = (request: HttpRequest): Promise<HttpResponse> => {
    requests.push(request);
    const key = keyOf(request);
    const script = all[key];
    const answer = script !== undefined && isList(script) ? (script[sent(key).length - 1] ?? script.at(-1)) : script;
    if (answer === undefined)
      return Promise.resolve(toResponse({ status: 404, body: { errors: [{ code: 'NotFound', message: key }] } }));
    if (answer === 'lost') return Promise.reject(new HttpFailure('the connection failed', { kind: 'connection', wasSent: true }));
    if (answer === 'refused')
      return Promise.reject(new HttpFailure('the connection failed', { kind: 'connection', wasSent: false }));
    return Promise.resolve(toResponse(typeof answer === 'function' ? answer(request) : answer));
  };
  const httpClient: HttpClient = { send };
  const context = createContext(
    resolveSettings({
      clientId: 'amzn1.application-oa2-client.test',
      clientSecret: 'amzn1.oa2-cs.v1.test-secret-0123456789',
      sellerId: 'A3EXAMPLESELLER',
      marketplaceIds: ['ATVPDKIKX0DER'],
      region: 'na',
      tokens: { refreshToken: 'Atzr|test-refresh-token' },
      clock,
      httpClient,
      caseStore: createMemoryCaseStore(),
      maxRetries: 2,
      ...settings,
    }),
  );
  return { context, clock, requests, sent };
};

export const jsonOf = (request: HttpRequest | undefined): unknown =>
  JSON.parse(typeof request?.body === 'string' ? request.body : Buffer.from(request?.body ?? new Uint8Array()).toString('utf8'));
