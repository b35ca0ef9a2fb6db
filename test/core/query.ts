import type { Case, CaseQuery } from 'aftersale';

export const matchesQuery = (item: Case, { open, updatedFrom, phase }: CaseQuery): boolean =>
  (open !== true || item.phase !== 'closed') &&
  (updatedFrom === undefined || item.updatedAt >= updatedFrom) &&
  (phase === undefined || item.phase === phase);
