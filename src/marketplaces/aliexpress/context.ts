import { InvalidInputError } from '../../core/errors/caller-errors.js';
import { parseCaseId, type CaseId } from '../../core/ids.js';
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
  const parts = parseCaseId(id);
  const isOwn =
    parts.marketplace === account.marketplace && parts.environment === account.environment && parts.sellerId === account.sellerId;
  const refuse = (summary: string, message: string): never => {
    throw new InvalidInputError(summary, { marketplace, issues: [{ path: 'id', message }] });
  };
  if (!isOwn) {
    const own = `${account.marketplace}:${account.environment}:${account.sellerId}`;
    return refuse(`this adapter is for ${own}`, `'${id}' belongs to another account`);
  }
  return idShape.test(parts.nativeId)
    ? parts.nativeId
    : refuse('aliexpress: no such id', `'${id}' does not end in the digits of an issue`);
};
