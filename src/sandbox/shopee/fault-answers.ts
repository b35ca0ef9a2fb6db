import type { Reply } from '../exchange.js';
import type { FaultRule } from '../faults/fault-rule.js';
import { Refusal, type Envelopes } from './envelope.js';
import { dailyLimitText, rateLimitText } from './quotas.js';

const retryAfter = ({ retryAfterInSeconds }: FaultRule): Readonly<Record<string, string>> =>
  retryAfterInSeconds === undefined ? {} : { 'retry-after': String(retryAfterInSeconds) };

/** What stands before Shopee answers in its own words: no JSON at all. */
const gatewayPage = (status: number, headers: Readonly<Record<string, string>>): Reply => ({
  status,
  headers: { ...headers, 'content-type': 'text/html' },
  body: `<html><head><title>${status}</title></head><body>upstream unavailable</body></html>`,
  error: `http-${status}`,
});

const serverError = (fault: FaultRule, envelopes: Envelopes): Reply => {
  const { status = 500, error, message = 'Something wrong. Please try later.' } = fault;
  const headers = retryAfter(fault);
  if (error === undefined && status > 501) return gatewayPage(status, headers);
  return envelopes.refuse(new Refusal(error ?? 'error_server', message, { status, headers }));
};

/** A fault in Shopee's words. The HTTP status of its limits is not documented; 429 unless the rule says otherwise. */
export const answerFault = (fault: FaultRule, envelopes: Envelopes): Reply => {
  const { kind, status, error, message } = fault;
  if (kind === 'rate-limit')
    return envelopes.refuse(
      new Refusal('error_rate_limit', rateLimitText, { status: status ?? 429, headers: retryAfter(fault) }),
    );
  if (kind === 'daily-limit') return envelopes.refuse(new Refusal('error_limit', dailyLimitText, { status: status ?? 429 }));
  if (kind === 'transient-in-200')
    return envelopes.refuse(new Refusal(error ?? 'error_inner', message ?? 'Inner error, please try later. [0].'));
  if (kind === 'refusal')
    return envelopes.refuse(new Refusal(error ?? 'error_param', message ?? 'parameter invalid', { status: status ?? 200 }));
  return serverError(fault, envelopes);
};
