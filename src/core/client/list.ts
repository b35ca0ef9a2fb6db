import type { CaseSummary } from '../case.js';
import { PartialFailureError, type Failure } from '../errors/response-errors.js';
import type { CallOptions, CaseQuery } from '../inputs.js';
import { createPages, itemsOf, type Page, type Pages } from '../pages.js';
import { toFailure } from './failures.js';
import type { Accounts, OnFailure } from './ports.js';

/** How `client.cases.list` reads; the options of a call hold for each page. */
export interface ListOptions extends CallOptions {
  /** Told of each account or page that fails; without it plain iteration ends in `PartialFailureError`. */
  readonly onFailure?: OnFailure;
}

/** The accounts still to be read, the first of them begun, by name: their order may be another when a token comes back. */
type Cursor = readonly [accounts: readonly string[], token: string | null];

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');

const cursorParser =
  (accounts: Accounts) =>
  (value: unknown): Cursor | undefined => {
    if (!Array.isArray(value)) return undefined;
    const parts: readonly unknown[] = value;
    const [names, token] = parts;
    const isKnown = isNames(names) && names.every((name) => Object.hasOwn(accounts, name));
    return isKnown && (token === null || typeof token === 'string') ? [names, token] : undefined;
  };

const firstOf = async (pages: AsyncIterable<Page<CaseSummary>>): Promise<Page<CaseSummary>> => {
  for await (const page of pages) return page;
  return { items: [], failures: [] };
};

const readPage = async (pages: Pages<CaseSummary>, account: string, token: string | null): Promise<Page<CaseSummary>> => {
  try {
    const page = await firstOf(pages.byPage(token === null ? {} : { continuationToken: token }));
    return { ...page, failures: page.failures.map((failure) => ({ account, ...failure })) };
  } catch (error) {
    return { items: [], failures: [{ ...toFailure(account, error), ...(token === null ? {} : { continuationToken: token }) }] };
  }
};

const notifying = (pages: Pages<CaseSummary>, onFailure: OnFailure): Pages<CaseSummary> => ({
  byPage: (settings) => pages.byPage(settings),
  [Symbol.asyncIterator]: () => itemsOf(pages.byPage(), onFailure),
});

/** Summaries of all accounts, one account after the other; an account that fails does not stop the others. */
export const listCases =
  (accounts: Accounts) =>
  (query: CaseQuery = {}, options: ListOptions = {}): Pages<CaseSummary> => {
    const { onFailure, ...callOptions } = options;
    const read = async (
      cursor: Cursor | undefined,
    ): Promise<{ items: readonly CaseSummary[]; failures: readonly Failure[]; next?: Cursor }> => {
      const [[account = '', ...others], token] = cursor ?? [Object.keys(accounts), null];
      const adapter = accounts[account];
      if (adapter === undefined) return { items: [], failures: [] };
      const { items, failures, continuationToken } = await readPage(adapter.cases.list(query, callOptions), account, token);
      if (continuationToken !== undefined) return { items, failures, next: [[account, ...others], continuationToken] };
      return others.length > 0 ? { items, failures, next: [others, null] } : { items, failures };
    };
    const pages = createPages({ kind: 'client.cases', read, parseCursor: cursorParser(accounts) });
    return onFailure === undefined ? pages : notifying(pages, onFailure);
  };

/**
 * Reads everything, collecting failures; used where a whole picture is needed. Pages may repeat a case, because each is read by a
 * reading of its own: what was read last counts.
 */
export const collect = async (
  pages: Pages<CaseSummary>,
): Promise<{ readonly items: readonly CaseSummary[]; readonly failures: readonly Failure[] }> => {
  const items = new Map<CaseSummary['id'], CaseSummary>();
  const failures: Failure[] = [];
  for await (const page of pages.byPage()) {
    for (const item of page.items) items.set(item.id, item);
    failures.push(...page.failures);
  }
  return { items: [...items.values()], failures };
};

/** Ends in `PartialFailureError` unless somebody was told. */
export const settleFailures = (failures: readonly Failure[], onFailure: OnFailure | undefined): void => {
  if (failures.length === 0) return;
  if (onFailure === undefined) throw new PartialFailureError(failures);
  failures.forEach(onFailure);
};
