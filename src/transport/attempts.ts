import { AttemptFailure } from './attempt-failure.js';
import type { Call, CallParts } from './call.js';
import { exchange } from './exchange.js';
import { beforeSending } from './failures.js';
import type { WriteLog } from './log.js';
import { withRetries } from './retry.js';

export interface AttemptParts extends CallParts {
  readonly maxRetries: number;
  readonly random: () => number;
  readonly writeLog: WriteLog;
}

type Correction = NonNullable<AttemptFailure['correction']>;

/** All attempts of one call: those that waiting may help, and within each the ones that a new token or the right time will. */
export const attemptAll = async <Input, Wire, Output>(call: Call<Input, Wire, Output>, parts: AttemptParts): Promise<Output> => {
  const { endpoint, options } = call;
  const made = new Set<Correction>();
  try {
    return await withRetries(() => attemptCorrected(call, parts, made), {
      repeatable: endpoint.repeatable,
      maxRetries: parts.maxRetries,
      clock: parts.clock,
      random: parts.random,
      signal: options.signal,
      onRetry: ({ error, attempt, delayInMs }) => {
        const { code, requestId } = error;
        const fields = { marketplace: parts.protocol.marketplace, operation: endpoint.name, attempt, delayInMs, code, requestId };
        parts.writeLog('warn', fields, 'the call failed and is repeated');
      },
    });
  } catch (error) {
    // Besides attempts only a wait between them can fail, when the caller has no more patience.
    throw beforeSending(error, { marketplace: parts.protocol.marketplace, operation: endpoint.name }, options.signal);
  }
};

/** Each correction is made once in a call: a token refused again after its renewal is refused for another reason. */
const attemptCorrected = async <Input, Wire, Output>(
  call: Call<Input, Wire, Output>,
  parts: AttemptParts,
  made: Set<Correction>,
): Promise<Output> => {
  try {
    return await exchange(call, parts);
  } catch (error) {
    if (!(error instanceof AttemptFailure) || error.correction === undefined || made.has(error.correction)) throw error;
    if (call.endpoint.repeatable === 'once' && error.fate.type === 'unknown') throw error;
    made.add(error.correction);
    if (error.correction === 'token') await replaceToken(call, parts, error);
    return attemptCorrected(call, parts, made);
  }
};

const replaceToken = async <Input, Wire, Output>(
  { endpoint, options, usedToken }: Call<Input, Wire, Output>,
  { tokens, protocol }: AttemptParts,
  failure: AttemptFailure,
): Promise<void> => {
  if (usedToken === undefined) throw failure;
  try {
    await tokens.replace(endpoint.credential, usedToken, options.signal);
  } catch (error) {
    throw beforeSending(error, { marketplace: protocol.marketplace, operation: endpoint.name }, options.signal);
  }
};
