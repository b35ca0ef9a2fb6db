import { brand } from './brand.js';
import { InvalidInputError } from './errors/caller-errors.js';
import { parseCaseId, toCaseId, type CaseId, type CaseIdParts } from './ids.js';

/** Whose cases these are, as their ids say it. */
export type CaseAccount = Omit<CaseIdParts, 'nativeId'>;

/**
 * Makes the ids of one account's cases. The account is checked once, here; the caller has made sure that a native id holds no blank, so
 * that each case costs one concatenation.
 */
export const createCaseIds = (account: CaseAccount): ((nativeId: string) => CaseId) => {
  const prefix = toCaseId({ ...account, nativeId: 'x' }).slice(0, -1);
  return (nativeId) => brand<CaseId>(prefix + nativeId);
};

/** Whether the case is one of this account: not another seller's, and not one of another environment. */
export const isOwnCase = (account: CaseAccount, id: CaseId): boolean => {
  const { marketplace, environment, sellerId } = parseCaseId(id);
  return marketplace === account.marketplace && environment === account.environment && sellerId === account.sellerId;
};

/** The native id of a case of this account. Throws `InvalidInputError` for any other, so that it is refused before any call. */
export const nativeIdOf = (account: CaseAccount, id: CaseId): string => {
  if (isOwnCase(account, id)) return parseCaseId(id).nativeId;
  throw new InvalidInputError(`this adapter is for ${account.marketplace}:${account.environment}:${account.sellerId}`, {
    marketplace: account.marketplace,
    issues: [{ path: 'id', message: `'${id}' belongs to another account` }],
  });
};
