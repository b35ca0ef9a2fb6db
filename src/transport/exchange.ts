import { RateLimitError } from '../core/errors/api-errors.js';
import { UnexpectedResponseError } from '../core/errors/response-errors.js';
import { isReadable, toAnswer } from './answer.js';
import type { AnyCall, Call, CallParts } from './call.js';
import { answerFailed, httpFailed, refused, type CallContext } from './failures.js';
import type { HttpRequest, HttpResponse } from './http-client.js';
import { toHttpFailure } from './http-failure.js';
import { prepare } from './preparation.js';
import type { Answer, Outcome, Protocol } from './protocol.js';
import { retryAfterOf } from './retry-after.js';
import { refusalByStatus } from './status-refusal.js';
import { parseWire } from './wire-parse.js';

/** One attempt: quota, token, signature, HTTP, judgement, translation. Rejects with an `AttemptFailure` and nothing else. */
export const exchange = async <Input, Wire, Output>(call: Call<Input, Wire, Output>, parts: CallParts): Promise<Output> => {
  const { endpoint, input } = call;
  const context = contextOf(call, parts);
  const request = await prepare(call, parts, context);
  const sentAtInMs = parts.clock.now();
  const response = await perform(request, call, parts);
  const answer = toAnswer(response, endpoint, retryAfterOf(response.headers, parts.clock.now()));
  parts.quotas.observe(answer);
  const { payload, requestId } = judge(answer, parts, { ...context, sentAtInMs });
  return parseWire(endpoint, { payload, input }, { ...context, requestId, status: answer.status, drift: parts.drift });
};

const perform = async (request: HttpRequest, call: AnyCall, parts: CallParts): Promise<HttpResponse> => {
  const { endpoint, options } = call;
  const timeoutInMs = options.timeoutInMs ?? parts.timeoutInMs;
  try {
    return await parts.http.send(request, {
      timeoutInMs,
      freshConnection: endpoint.repeatable === 'once',
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (error) {
    const endedBy = options.signal?.aborted === true ? 'aborted' : undefined;
    throw httpFailed(toHttpFailure(error, { wasSent: true, endedBy }), contextOf(call, parts), { timeoutInMs });
  }
};

const contextOf = ({ endpoint }: AnyCall, { protocol }: CallParts): CallContext => ({
  marketplace: protocol.marketplace,
  operation: endpoint.name,
});

const judge = (
  answer: Answer,
  parts: CallParts,
  { sentAtInMs, ...context }: CallContext & { readonly sentAtInMs: number },
): Extract<Outcome, { type: 'ok' }> => {
  if (answer.status < 400 && !isReadable(answer)) {
    const what = answer.body.format === 'empty' ? 'an empty body' : `a body that is not ${answer.endpoint.format ?? 'json'}`;
    throw answerFailed(unreadable(answer, context, what), 'unreadable-answer');
  }
  const outcome = classify(answer, parts.protocol, context);
  const { quota } = answer.endpoint;
  if (outcome.type === 'ok') {
    parts.quotas.accept(quota);
    return outcome;
  }
  const failure = refused(outcome, answer);
  const { retryAfterInMs = 0 } = failure;
  if (RateLimitError.isInstance(outcome.error)) parts.quotas.throttle(quota, { retryAfterInMs, sentAtInMs });
  if (failure.correction === 'clock') parts.signingClock.learn(answer.headers);
  throw failure;
};

/** A hostile body must not surface as a `TypeError` of the code that looked into it. */
const classify = (answer: Answer, protocol: Protocol, context: CallContext): Outcome => {
  try {
    return protocol.classify(answer);
  } catch {
    if (answer.status >= 400) return refusalByStatus(answer, context);
    throw answerFailed(unreadable(answer, context, 'a body of unknown shape'), 'unexpected-answer');
  }
};

const unreadable = ({ status }: Answer, context: CallContext, what: string): UnexpectedResponseError =>
  new UnexpectedResponseError(`${context.marketplace} answered ${context.operation} with HTTP ${status} and ${what}`, {
    ...context,
    status,
  });
