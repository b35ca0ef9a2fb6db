import type { Case, CaseQuery } from 'aftersale';

export const matchesQuery = (item: Case, { open, openedFrom, updatedFrom, phase }: CaseQuery): boolean =>
  (open !== true || item.phase !== 'closed') &&
  (openedFrom === undefined || item.openedAt >= openedFrom) &&
  (updatedFrom === undefined || item.updatedAt >= updatedFrom) &&
  (phase === undefined || item.phase === phase);
