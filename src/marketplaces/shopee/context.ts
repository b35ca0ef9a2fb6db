import { nativeIdOf } from '../../core/account-ids.js';
import type { CaseId } from '../../core/ids.js';
import type { Clock } from '../../core/time.js';
import type { Transport } from '../../transport/transport.js';
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
export const returnSnOf = ({ mapping: { account } }: Pick<ShopeeContext, 'mapping'>, id: CaseId): string =>
  nativeIdOf(account, id);
