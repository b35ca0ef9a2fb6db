import { brand } from '../../../core/brand.js';
import { toCaseId, type CaseId, type CaseIdParts } from '../../../core/ids.js';

/**
 * Makes the ids of one shop's cases. The account is checked once, here; a return's number was checked to be without spaces when the
 * answer was read, so that each case costs one concatenation.
 */
export const createCaseIds = (account: Omit<CaseIdParts, 'nativeId'>): ((nativeId: string) => CaseId) => {
  const prefix = toCaseId({ ...account, nativeId: 'x' }).slice(0, -1);
  return (nativeId) => brand<CaseId>(prefix + nativeId);
};
