import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import { AbortedError } from '../../../core/errors/network-errors.js';
import { parseCaseId, type CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { createCaseIds } from '../mappers/case-ids.js';
import type { MappingContext } from '../mappers/case.js';
import { zoneOf } from '../mappers/days.js';

/** The native id of a case of this seller. Another seller's id, also one of another environment, is refused before any call. */
export const nativeIdOf = ({ account }: Pick<AmazonContext, 'account'>, id: CaseId): string => {
  const parts = parseCaseId(id);
  const isOwn =
    parts.marketplace === account.marketplace && parts.environment === account.environment && parts.sellerId === account.sellerId;
  if (isOwn) return parts.nativeId;
  throw new InvalidInputError(`this adapter is for ${account.marketplace}:${account.environment}:${account.sellerId}`, {
    marketplace,
    issues: [{ path: 'id', message: `'${id}' belongs to another account` }],
  });
};

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
