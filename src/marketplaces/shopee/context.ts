import type { CaseId } from '../../core/ids.js';
import { parseCaseId } from '../../core/ids.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { Clock } from '../../core/time.js';
import type { Transport } from '../../transport/transport.js';
import { marketplace } from './classify.js';
import type { MappingContext } from './mappers/case.js';

export type ListStrategy = 'windows' | 'unfiltered';

/** What every operation of one adapter shares. */
export interface ShopeeContext {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly mapping: MappingContext;
  /** Whose tokens `credential: 'merchant'` uses. */
  readonly merchantId: string | undefined;
  readonly operatorEmail: string | undefined;
  readonly listStrategy: ListStrategy;
  /** What bounds a send, from the settings. */
  readonly sending: { readonly timeoutInMs: number; readonly maxRetries: number };
}

/** The native number of a case of this shop. Another seller's id, also one of another environment, is refused before any call. */
export const returnSnOf = ({ mapping: { account } }: Pick<ShopeeContext, 'mapping'>, id: CaseId): string => {
  const parts = parseCaseId(id);
  const isOwn =
    parts.marketplace === account.marketplace && parts.environment === account.environment && parts.sellerId === account.sellerId;
  if (isOwn) return parts.nativeId;
  throw new InvalidInputError(`this adapter is for ${account.marketplace}:${account.environment}:${account.sellerId}`, {
    marketplace,
    issues: [{ path: 'id', message: `'${id}' belongs to another account` }],
  });
};
