import type { MarketplaceAdapter } from '../adapter.js';
import type { CaseSummary } from '../case.js';
import { NotFoundError } from '../errors/api-errors.js';
import type { CaseId } from '../ids.js';
import type { CallOptions, CaseQuery } from '../inputs.js';
import type { Instant } from '../time.js';

/** The signature last told of each case, by case id. */
export type Known = Readonly<Record<string, string>>;

const closedMark = '|closed';

export const isClosed = (signature: string | undefined): boolean => signature?.endsWith(closedMark) === true;

/** Ends the signature of a case that needs no further reading. */
export const closedMarkOf = ({ phase }: CaseSummary): string => (phase === 'closed' ? closedMark : '');

interface Reading {
  /** Undefined on the first reading: whatever was closed before it is no change. */
  readonly since: Instant | undefined;
  /** Read again after the lists, so that what they have settled is not asked for by itself. */
  readonly known: Known;
  /** Told of each known case that has left the lists and can no longer be read. */
  readonly onLost: (id: CaseId, error: NotFoundError) => void;
}

/** A case that was opened and closed since the last reading is among those opened lately only. They come last: the first list is the wider one. */
const queriesFor = ({ nativeFilters }: MarketplaceAdapter, since: Instant | undefined): readonly CaseQuery[] =>
  since !== undefined && nativeFilters.includes('openedFrom') ? [{ open: true }, { openedFrom: since }] : [{ open: true }];

async function* readGone(
  { cases }: MarketplaceAdapter,
  { ids, onLost }: { readonly ids: readonly CaseId[]; readonly onLost: Reading['onLost'] },
  call: CallOptions,
): AsyncGenerator<CaseSummary> {
  for (const id of ids) {
    try {
      yield await cases.get(id, call);
    } catch (error) {
      if (!NotFoundError.isInstance(error)) throw error;
      onLost(id, error);
    }
  }
}

/**
 * What may have changed: by time of change where the marketplace can filter by it, else all open cases, those opened lately where it
 * can filter by that, and one by one those that left the lists.
 */
export async function* readWatchedCases(
  adapter: MarketplaceAdapter,
  { since, known, onLost }: Reading,
  call: CallOptions,
): AsyncGenerator<CaseSummary> {
  if (since !== undefined && adapter.nativeFilters.includes('updatedFrom')) {
    yield* adapter.cases.list({ updatedFrom: since }, call);
    return;
  }
  const listed = new Set<string>();
  for (const query of queriesFor(adapter, since)) {
    for await (const found of adapter.cases.list(query, call)) {
      listed.add(found.id);
      yield found;
    }
  }
  const ids = Object.keys(known).filter((id): id is CaseId => !listed.has(id) && !isClosed(known[id]));
  yield* readGone(adapter, { ids, onLost }, call);
}
