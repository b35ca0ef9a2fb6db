import { InvalidInputError } from '../core/errors/caller-errors.js';
import { MarketplaceError } from '../core/errors/marketplace-error.js';
import type { CallOptions } from '../core/inputs.js';
import type { Clock } from '../core/time.js';
import { toInputIssues } from '../core/input-issues.js';
import type { CorrectedClock } from './corrected-clock.js';
import type { DriftReporter } from './drift.js';
import type { Endpoint, WireRequest } from './endpoint.js';
import type { HttpClient } from './http-client.js';
import type { Protocol } from './protocol.js';
import type { Quotas } from './quota.js';
import type { TokenAccess } from './token-access.js';

/** One call of the user, through all its attempts. */
export interface Call<Input, Wire, Output> {
  readonly endpoint: Endpoint<Input, Wire, Output>;
  readonly input: Input;
  readonly request: WireRequest;
  readonly options: CallOptions;
  /** The token of the latest attempt, so that a refusal is charged to the right one. */
  usedToken?: string | undefined;
}

/** A call whose types no longer matter. */
export type AnyCall = Pick<Call<never, unknown, unknown>, 'request' | 'options' | 'usedToken'> & {
  readonly endpoint: Omit<Endpoint<never, unknown, unknown>, 'input' | 'request' | 'response' | 'parse'>;
};

/** What all calls of one adapter share. */
export interface CallParts {
  readonly protocol: Protocol;
  readonly baseUrl: string;
  readonly timeoutInMs: number;
  readonly clock: Clock;
  readonly http: HttpClient;
  readonly quotas: Quotas;
  readonly tokens: TokenAccess;
  readonly signingClock: CorrectedClock;
  readonly drift: DriftReporter;
}

/** Checks the input and writes the request; a wrong call ends here, before the network. */
export const toCall = <Input, Wire, Output>(
  endpoint: Endpoint<Input, Wire, Output>,
  { input, options }: { readonly input: Input; readonly options: CallOptions },
  marketplace: string,
): Call<Input, Wire, Output> => {
  const context = { marketplace, operation: endpoint.name };
  const checked = endpoint.input?.safeParse(input);
  if (checked?.success === false) {
    throw new InvalidInputError(`${endpoint.name} was not sent to ${marketplace}`, {
      ...context,
      issues: toInputIssues(checked.error.issues),
    });
  }
  try {
    const accepted = checked?.data ?? input;
    return { endpoint, input: accepted, options, request: endpoint.request(accepted) };
  } catch (error) {
    if (MarketplaceError.isInstance(error)) throw error;
    throw new InvalidInputError(
      `${endpoint.name} was not sent to ${marketplace}: this input cannot be written as a request`,
      context,
    );
  }
};
