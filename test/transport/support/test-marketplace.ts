import * as z from 'zod';
import { AuthenticationError, ConflictError, RateLimitError, UnavailableError } from '../../../src/core/errors/api-errors.js';
import type { MarketplaceError } from '../../../src/core/errors/marketplace-error.js';
import { toInstant } from '../../../src/core/time.js';
import { defineEndpoint } from '../../../src/transport/endpoint.js';
import type { HttpClient, HttpRequest, HttpResponse } from '../../../src/transport/http-client.js';
import type { Answer, Outcome, Protocol } from '../../../src/transport/protocol.js';
import { toProviderMessage } from '../../../src/transport/redact.js';
import { refusalByStatus } from '../../../src/transport/status-refusal.js';
import type { Tokens } from '../../../src/transport/tokens.js';

/** A marketplace made up for the transport's tests: `{ error, message, data }`, token and time in the query. */
const envelope = z.object({ error: z.string(), message: z.string().nullish(), data: z.unknown().optional() });

const errorOf = (code: string, message: string, answer: Answer): MarketplaceError => {
  const context = {
    marketplace: 'test',
    operation: answer.endpoint.name,
    requestId: answer.headers['x-request-id'],
    status: answer.status,
    providerCode: code,
    providerMessage: toProviderMessage(message),
  };
  const text = `test refused ${answer.endpoint.name}: ${code} ${message}`;
  if (code === 'bad_token') return new AuthenticationError(text, context);
  if (code === 'too_fast') return new RateLimitError(text, context);
  if (code === 'try_later') return new UnavailableError(text, context);
  return new ConflictError(text, context);
};

const classify = (answer: Answer): Outcome => {
  if (answer.body.format !== 'json') {
    return answer.status < 400 ? { type: 'ok', payload: undefined } : refusalByStatus(answer, { marketplace: 'test' });
  }
  const { error, message, data } = envelope.parse(answer.body.value);
  if (error === '') return { type: 'ok', payload: data, requestId: answer.headers['x-request-id'] ?? 'none' };
  return {
    type: 'refused',
    error: errorOf(error, message ?? '', answer),
    definitive: error !== 'try_later',
    refreshToken: error === 'bad_token',
    clockSkew: error === 'bad_time',
  };
};

const tokenWire = z.object({ access: z.string(), refresh: z.string(), expiresAt: z.number() });

const refreshTokens = defineEndpoint({
  name: 'auth.refresh',
  documentation: 'https://example.com/auth',
  repeatable: 'once',
  quota: { key: 'auth' },
  credential: 'application',
  request: (refreshToken: string) => ({ method: 'POST' as const, path: '/token', body: { json: { refreshToken } } }),
  response: tokenWire,
  parse: ({ access, refresh, expiresAt }): Tokens => ({
    accessToken: access,
    refreshToken: refresh,
    expiresAt: toInstant(expiresAt),
  }),
});

export const testProtocol: Protocol = {
  marketplace: 'test',
  reauthorization: 'open https://example.com/authorize and store the new tokens',
  sign: (request, { accessToken, nowInMs }) => ({
    ...request,
    query: { ...request.query, t: nowInMs, ...(accessToken === undefined ? {} : { token: accessToken }) },
  }),
  classify,
  refresh: (current, { call }) => call(refreshTokens, current.refreshToken),
};

const facts = {
  documentation: 'https://example.com',
  credential: 'seller',
  response: z.object({ id: z.string(), note: z.string().nullish() }),
};

export const readCase = defineEndpoint({
  ...facts,
  name: 'cases.get',
  repeatable: 'safe',
  quota: { key: 'cases.get' },
  request: (id: string) => ({ method: 'GET' as const, path: '/case', query: { id } }),
  parse: ({ id }) => id,
});

export const confirmCase = defineEndpoint({
  ...facts,
  name: 'cases.confirm',
  repeatable: 'once',
  quota: { key: 'cases.confirm' },
  request: (id: string) => ({ method: 'POST' as const, path: '/confirm', body: { json: { id } } }),
  parse: ({ id }) => id,
});

export const ok = (data: unknown = { id: 'r1' }): HttpResponse => json({ error: '', data });

export const refuse = (error: string, message = ''): HttpResponse => json({ error, message });

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers,
  body: JSON.stringify(body),
});

export interface ScriptedHttp extends HttpClient {
  readonly sent: HttpRequest[];
}

type Step = HttpResponse | Error | ((request: HttpRequest) => HttpResponse | Promise<HttpResponse>);

/** Answers each request with the next step and repeats the last one for ever. */
export const scriptedHttp = (...steps: readonly Step[]): ScriptedHttp => {
  const sent: HttpRequest[] = [];
  return {
    sent,
    send: async (request) => {
      const step = steps[Math.min(sent.length, steps.length - 1)];
      sent.push(request);
      if (step === undefined) throw new Error('the script is empty');
      if (step instanceof Error) throw step;
      return typeof step === 'function' ? step(request) : step;
    },
  };
};
