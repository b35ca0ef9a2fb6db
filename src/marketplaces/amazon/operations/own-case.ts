import { createCaseIds } from '../../../core/account-ids.js';
import { AbortedError } from '../../../core/errors/network-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import type { MappingContext } from '../mappers/case.js';
import { zoneOf } from '../mappers/days.js';

/** Much is answered from the store without a call, so nobody else looks at the signal. */
export const requireNotAborted = (operation: string, options: CallOptions | undefined): void => {
  if (options?.signal?.aborted === true) throw new AbortedError(`amazon: ${operation} was aborted`, { marketplace, operation });
};

export const mappingOf = ({ account, settings, clock, drift }: AmazonContext): MappingContext => ({
  account,
  toId: createCaseIds(account),
  marketplaceIds: settings.marketplaceIds,
  zone: zoneOf(settings.marketplaceIds),
  clock,
  drift,
});
