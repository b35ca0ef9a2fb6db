import { RateLimitError } from '../core/errors/api-errors.js';
import { ConfigurationError } from '../core/errors/caller-errors.js';
import type { AttemptFailure } from './attempt-failure.js';
import type { AnyCall, CallParts } from './call.js';
import type { WireRequest } from './endpoint.js';
import { beforeSending, notSentFailure, type CallContext } from './failures.js';
import type { HttpRequest } from './http-client.js';
import { QuotaBlocked } from './quota.js';
import { longestWaitInMs } from './retry.js';
import { encodeBody } from './wire-body.js';
import { toUrl } from './wire-url.js';

/** Everything before the first byte: the turn in the quota, a good token, the time, the signature. */
export const prepare = async (call: AnyCall, parts: CallParts, context: CallContext): Promise<HttpRequest> => {
  const { signal } = call.options;
  try {
    signal?.throwIfAborted();
    refuseWhileBlocked(call, parts, context);
    const turn = parts.quotas.take(call.endpoint.quota, signal);
    if (turn !== undefined) await turn;
    call.usedToken = await tokenFor(call, parts, context);
    signal?.throwIfAborted();
    return toHttpRequest(sign(call, parts), parts.baseUrl);
  } catch (error) {
    throw error instanceof QuotaBlocked ? tooLong(error.retryAfterInMs, context) : beforeSending(error, context, signal);
  }
};

/** A marketplace that asked for hours of silence gets it; the caller learns how long instead of waiting. */
const refuseWhileBlocked = ({ endpoint }: AnyCall, { quotas }: CallParts, context: CallContext): void => {
  const retryAfterInMs = quotas.blockedForInMs(endpoint.quota);
  if (retryAfterInMs > longestWaitInMs) throw tooLong(retryAfterInMs, context);
};

const tooLong = (retryAfterInMs: number, context: CallContext): AttemptFailure => {
  const text = `${context.marketplace} allows ${context.operation} again in ${Math.ceil(retryAfterInMs / 1000)} s`;
  return notSentFailure(new RateLimitError(text, { ...context, retryAfterInMs }), retryAfterInMs);
};

const tokenFor = ({ endpoint, request, options }: AnyCall, parts: CallParts, context: CallContext) => {
  if (!parts.tokens.carriesToken(endpoint.credential)) return undefined;
  if (request.baseUrl !== undefined && new URL(request.baseUrl).origin !== new URL(parts.baseUrl).origin) {
    throw new ConfigurationError(`${context.operation} would send the seller's token to another host`, context);
  }
  return parts.tokens.current(endpoint.credential, options.signal);
};

const sign = ({ endpoint, request, usedToken }: AnyCall, { protocol, signingClock }: CallParts): WireRequest =>
  protocol.sign(request, {
    endpoint,
    nowInMs: signingClock.now(),
    ...(usedToken === undefined ? {} : { accessToken: usedToken }),
  });

const defaultHeaders = { accept: 'application/json, */*;q=0.5', 'user-agent': 'aftersale' };

const toHttpRequest = (request: WireRequest, baseUrl: string): HttpRequest => {
  const url = toUrl(request, baseUrl);
  const headers = { ...defaultHeaders, ...request.headers };
  if (request.body === undefined) return { method: request.method, url, headers };
  const { content, contentType } = encodeBody(request.body);
  return { method: request.method, url, headers: { 'content-type': contentType, ...headers }, body: content };
};
