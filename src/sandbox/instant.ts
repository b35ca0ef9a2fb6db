import type { Instant } from '../core/time.js';

/** Epoch milliseconds as core's instant text. */
export const toInstant = (epochMs: number): Instant =>
  // eslint-disable-next-line no-restricted-syntax -- the brand's own constructor is run-time code of core, which this layer may not load
  new Date(epochMs).toISOString() as Instant;
