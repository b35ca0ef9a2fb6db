import { brand } from '../../../core/brand.js';
import { toCaseId, type CaseId, type CaseIdParts } from '../../../core/ids.js';

/** Makes the ids of one seller's cases. The account is checked once, here; what follows holds no blank, because every part is escaped. */
export const createCaseIds = (account: Omit<CaseIdParts, 'nativeId'>): ((nativeId: string) => CaseId) => {
  const prefix = toCaseId({ ...account, nativeId: 'x' }).slice(0, -1);
  return (nativeId) => brand<CaseId>(prefix + nativeId);
};
