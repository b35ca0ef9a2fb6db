import { parseCaseId, toCaseId, type CaseId } from '../core/ids.js';

/** The same case as if it were another seller's, another environment's, another marketplace's. */
export const foreignIdsOf = (id: CaseId): readonly CaseId[] => {
  const parts = parseCaseId(id);
  return [
    toCaseId({ ...parts, sellerId: `9${parts.sellerId}` }),
    toCaseId({ ...parts, environment: parts.environment === 'live' ? 'sandbox' : 'live' }),
    toCaseId({ ...parts, marketplace: `${parts.marketplace}-other` }),
  ];
};

/** A case of the same seller that does not exist; digits stay digits. */
export const unknownIdLike = (id: CaseId): CaseId => {
  const parts = parseCaseId(id);
  return toCaseId({ ...parts, nativeId: `9${parts.nativeId}` });
};
