import type { ApiErrorContext } from '../core/errors/api-errors.js';
import type { Answer, Refusal } from './protocol.js';
import { refusalErrors } from './refusal-errors.js';

const kinds: Readonly<Partial<Record<number, keyof typeof refusalErrors>>> = {
  401: 'authorization',
  403: 'permission',
  404: 'not-found',
  408: 'transient',
  409: 'conflict',
  425: 'transient',
  429: 'throttled',
};

const kindOf = (status: number): keyof typeof refusalErrors => kinds[status] ?? (status >= 500 ? 'transient' : 'input');

/** Judges a refusal by its HTTP status alone: for gateways' pages and other bodies that a protocol does not know. */
export const refusalByStatus = (answer: Answer, context: ApiErrorContext): Refusal => {
  const { status, retryAfterInMs, endpoint } = answer;
  const kind = kindOf(status);
  const text = `${context.marketplace ?? 'the marketplace'} answered ${endpoint.name} with HTTP ${status}`;
  return {
    type: 'refused',
    error: refusalErrors[kind](text, { ...context, status, retryAfterInMs, operation: endpoint.name }),
    definitive: kind !== 'transient',
  };
};
