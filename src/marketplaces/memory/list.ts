import type { CaseSummary } from '../../core/case.js';
import type { CallOptions, CaseQuery } from '../../core/inputs.js';
import { createPages, type Pages } from '../../core/pages.js';
import { toInstant } from '../../core/time.js';
import { checkInput } from './check-input.js';
import { toSummary } from './mappers.js';
import { querySchema } from './schemas.js';
import { arrive, type Store } from './store.js';

/** The case read last, and the moment the window was frozen at. */
type Cursor = readonly [after: number, frozenAt: number];

const defaultWindowInMs = 60 * 86_400_000;

const parseCursor = (value: unknown): Cursor | undefined => {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  const [after, frozenAt] = parts;
  return typeof after === 'number' && typeof frozenAt === 'number' ? [after, frozenAt] : undefined;
};

const isWithin = (at: string, from: string | undefined, until: string | undefined): boolean =>
  (from === undefined || at >= from) && (until === undefined || at <= until);

const isAsked = ({ openedAt, updatedAt, phase }: CaseSummary, query: CaseQuery, frozenAt: number): boolean => {
  const isOpen = phase !== 'closed';
  const hasBounds = [query.openedFrom, query.openedUntil, query.updatedFrom, query.updatedUntil].some(
    (bound) => bound !== undefined,
  );
  const isRecent = updatedAt >= toInstant(frozenAt - defaultWindowInMs);
  return (
    openedAt <= toInstant(frozenAt) &&
    isWithin(openedAt, query.openedFrom, query.openedUntil) &&
    isWithin(updatedAt, query.updatedFrom, query.updatedUntil) &&
    (query.phase === undefined || query.phase === phase) &&
    (query.open === undefined || query.open === isOpen) &&
    (hasBounds || isOpen || isRecent)
  );
};

export const listCases =
  (store: Store) =>
  (query: CaseQuery = {}, options?: CallOptions): Pages<CaseSummary> => {
    checkInput(querySchema, query, 'list');
    const { pageSize } = store.configuration;
    return createPages<CaseSummary, Cursor>({
      kind: 'memory.cases',
      parseCursor,
      read: (cursor) =>
        Promise.resolve().then(() => {
          const [after, frozenAt] = cursor ?? [0, store.now()];
          arrive(store, 'list', options);
          const left = store
            .all()
            .filter(({ sequence }) => sequence > after)
            .filter((record) => isAsked(toSummary(record), query, frozenAt));
          const page = left.slice(0, pageSize);
          const last = page.at(-1);
          const items = page.map(toSummary);
          return left.length > page.length && last !== undefined ? { items, next: [last.sequence, frozenAt] } : { items };
        }),
    });
  };
