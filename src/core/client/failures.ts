import { MarketplaceError } from '../errors/marketplace-error.js';
import type { Failure } from '../errors/response-errors.js';

/** A failure to report for one account; what is not a marketplace's failure is a fault in code and is thrown on. */
export const toFailure = (account: string, error: unknown): Failure => {
  if (!MarketplaceError.isInstance(error) || error.code === 'aborted' || error.code === 'invalid-input') throw error;
  return { account, error };
};
