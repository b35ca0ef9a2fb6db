import { nativeIdOf } from '../../core/account-ids.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { CaseId } from '../../core/ids.js';
import type { Clock } from '../../core/time.js';
import type { Transport } from '../../transport/transport.js';
import { marketplace } from './classify.js';
import type { MappingContext } from './mappers/case.js';
import type { Buyers } from './operations/buyers.js';

/** What every operation of one adapter shares. */
export interface AliExpressContext {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly mapping: MappingContext;
  /** Who opened which issue. */
  readonly buyers: Buyers;
  readonly channelSellerId: string | undefined;
  /** What bounds a send, from the settings. */
  readonly sending: { readonly timeoutInMs: number; readonly maxRetries: number };
}

const idShape = /^\d{1,19}$/;

/**
 * The issue's number, as text: it may be beyond 2^53. Another seller's id, also one of another environment, is refused before any
 * call.
 */
export const issueIdOf = ({ mapping: { account } }: Pick<AliExpressContext, 'mapping'>, id: CaseId): string => {
  const issueId = nativeIdOf(account, id);
  if (idShape.test(issueId)) return issueId;
  const issues = [{ path: 'id', message: `'${id}' does not end in the digits of an issue` }];
  throw new InvalidInputError('aliexpress: no such id', { marketplace, issues });
};
