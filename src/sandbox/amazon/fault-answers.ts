import type { Reply } from '../exchange.js';
import type { FaultRule } from '../faults/fault-rule.js';
import { loginPath } from './endpoints/login.js';
import { errorReply, loginReply, quotaMessage } from './refusal.js';

const withRetryAfter = (reply: Reply, { retryAfterInSeconds }: FaultRule): Reply =>
  retryAfterInSeconds === undefined
    ? reply
    : { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterInSeconds) } };

/** What a gateway in front of the API says when nothing behind it answers. */
const gatewayPage = (status: number): Reply => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<html><head><title>${status}</title></head><body>upstream unavailable</body></html>`,
  error: `http-${status}`,
});

const serverError = ({ status = 500, error, message }: FaultRule): Reply => {
  if (error === undefined && (status === 502 || status === 504)) return gatewayPage(status);
  const code = error ?? (status === 503 ? 'ServiceUnavailable' : 'InternalFailure');
  return errorReply({ status, code, message: message ?? 'We encountered an internal error. Please try again.' });
};

/** Calls of the token endpoint are answered in Login with Amazon's words. */
const loginFault = ({ kind, status, error, message }: FaultRule): Reply => {
  const code =
    error ?? (kind === 'server-error' ? 'server_error' : kind === 'refusal' ? 'invalid_grant' : 'temporarily_unavailable');
  const otherwise = kind === 'server-error' ? 500 : kind === 'refusal' ? 400 : 429;
  return { ...loginReply(code, message ?? 'The request could not be served'), status: status ?? otherwise };
};

/** A fault in Amazon's words. A 429 never carries the rate. */
export const answerFault = (fault: FaultRule, { path }: { readonly path: string }): Reply => {
  const { kind, status, error, message } = fault;
  if (path === loginPath) return withRetryAfter(loginFault(fault), fault);
  if (kind === 'rate-limit' || kind === 'daily-limit')
    return withRetryAfter(errorReply({ status: status ?? 429, code: 'QuotaExceeded', message: message ?? quotaMessage }), fault);
  if (kind === 'transient-in-200')
    return errorReply({ status: 200, code: error ?? 'InternalFailure', message: message ?? 'Passing inner error' });
  if (kind === 'refusal')
    return errorReply({
      status: status ?? 400,
      code: error ?? 'InvalidInput',
      message: message ?? 'Could not match input arguments',
    });
  return withRetryAfter(serverError(fault), fault);
};
