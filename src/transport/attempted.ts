import type { MarketplaceError } from '../core/errors/marketplace-error.js';

/** Why it is not known whether a write took effect. */
export type UncertainReason =
  'timeout' | 'connection-lost' | 'aborted' | 'server-fault' | 'unreadable-answer' | 'unexpected-answer';

/** How a `once` call ended. `uncertain`: never send it again before reading what became of it. */
export type Attempted<Output> =
  | { readonly state: 'done'; readonly value: Output }
  | { readonly state: 'uncertain'; readonly reason: UncertainReason; readonly error: MarketplaceError };
