import type { Reply } from '../exchange.js';
import type { FaultRule } from '../faults/fault-rule.js';
import { Refusal, type Envelopes, type Gate } from './envelope.js';
import { dailyLimitText, rateLimitText } from './quotas.js';

/** What stands before the gateway answers in its own words: no JSON at all. */
const proxyPage = (status: number, headers: Readonly<Record<string, string>>): Reply => ({
  status,
  headers: { ...headers, 'content-type': 'text/html' },
  body: `<html><head><title>${status}</title></head><body>upstream unavailable</body></html>`,
  error: `http-${status}`,
});

const retryAfter = ({ retryAfterInSeconds }: FaultRule): Readonly<Record<string, string>> =>
  retryAfterInSeconds === undefined ? {} : { 'retry-after': String(retryAfterInSeconds) };

const remoteError = (code: string, message: string): Refusal =>
  new Refusal(code, message, { side: 'ISP', subCode: 'isp.remote-service-error', subMessage: 'service unavailable' });

const refusalOf = ({ kind, error, message, status = 200, retryAfterInSeconds }: FaultRule): Refusal => {
  if (kind === 'rate-limit') return new Refusal('ApiCallLimit', rateLimitText(retryAfterInSeconds ?? 1), { status });
  if (kind === 'daily-limit') return new Refusal('AppApiCallLimit', dailyLimitText(retryAfterInSeconds ?? 14_229), { status });
  if (kind === 'transient-in-200') return remoteError(error ?? '15', message ?? 'Remote service error');
  return new Refusal(error ?? 'InvalidParameter', message ?? 'The specified parameter is invalid', { status });
};

/** A fault in the gateway's words: limits and passing errors come with HTTP 200, the time to wait in the text. */
export const answerFault = (fault: FaultRule, gate: Gate, envelopes: Envelopes): Reply => {
  if (fault.kind !== 'server-error') return envelopes.refuse(gate, refusalOf(fault));
  const { status = 500, error, message = 'Service unavailable' } = fault;
  if (error === undefined) return proxyPage(status, retryAfter(fault));
  return envelopes.refuse(gate, new Refusal(error, message, { side: 'SYSTEM', status, headers: retryAfter(fault) }));
};
