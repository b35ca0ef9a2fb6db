import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { MarketplaceAdapter } from '../../../core/adapter.js';
import type { Case, CaseSummary } from '../../../core/case.js';
import { createClient, type Client } from '../../../core/client/create-client.js';
import { mapConcurrently } from '../../../core/client/map-concurrently.js';
import type { Accounts } from '../../../core/client/ports.js';
import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import type { CaseQuery } from '../../../core/inputs.js';
import { UsageError } from '../../exit-code.js';
import type { CaseRow, CaseSource, RowBatch, SourceSettings } from './case-row.js';
import { pastCase } from './to-row.js';

/** Cases read at the same time; the adapter keeps to its marketplace's quota all the same. */
const concurrency = 4;
/** Cases between two steps of progress: a page of a slow marketplace takes minutes. */
const casesInBatch = 8;

/** A file that exports accounts, and the name of one of them. */
export interface AccountPlace {
  readonly file: string;
  readonly account: string;
}

/** Reads `./accounts.mjs#sg-1`; `null` for what names no account. */
export const parseAccountPlace = (text: string): AccountPlace | null => {
  const [, file, account] = /^(.+\.[cm]?js)#(.+)$/.exec(text) ?? [];
  return file === undefined || account === undefined ? null : { file, account };
};

const isAdapter = (value: unknown): value is MarketplaceAdapter =>
  typeof value === 'object' && value !== null && 'cases' in value && 'orders' in value && 'marketplace' in value;

const exported = z.looseObject({ accounts: z.record(z.string(), z.custom<MarketplaceAdapter>(isAdapter)) });

/** What is wrong with the module is for its author to see: our own stack would not help there. */
const load = async (file: string): Promise<unknown> => {
  const full = path.resolve(file);
  if (!existsSync(full)) throw new UsageError(`${file}: no such file`);
  try {
    return await import(pathToFileURL(full).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file}: cannot be loaded: ${reason}\n\`node ${file}\` shows where`);
  }
};

const openAccount = async ({ file, account }: AccountPlace): Promise<MarketplaceAdapter> => {
  const read = exported.safeParse(await load(file));
  if (!read.success) throw new UsageError(`${file}: expected an export 'accounts': adapters by the name of their account`);
  const { accounts } = read.data;
  const adapter = Object.hasOwn(accounts, account) ? accounts[account] : undefined;
  if (adapter === undefined)
    throw new UsageError(`${file}: no account is called '${account}'; there is ${Object.keys(accounts).join(', ') || 'none'}`);
  return adapter;
};

const wrong = (name: string, error: unknown): CaseRow => {
  if (!MarketplaceError.isInstance(error)) throw error;
  return { kind: 'wrong', name, message: error.message };
};

interface Reading {
  readonly adapter: MarketplaceAdapter;
  readonly client: Pick<Client<Accounts>, 'hydrate'>;
  readonly settings: SourceSettings;
}

/** The case with its order, which says when goods were sold and delivered: without it most windows would not be known to run. */
const readRow = async (found: Case, { adapter, settings }: Reading): Promise<CaseRow> => {
  try {
    return pastCase(found, await adapter.orders.get(found.order.id), settings);
  } catch (error) {
    return wrong(found.id, error);
  }
};

const readRows = async (summaries: readonly CaseSummary[], reading: Reading): Promise<readonly CaseRow[]> => {
  const { items, failures } = await reading.client.hydrate(summaries, { concurrency });
  const rows = await mapConcurrently(items, concurrency, (found) => readRow(found, reading));
  return [...rows, ...failures.map(({ id, error }) => wrong(id, error))];
};

/** Which cases of the account are read. */
export type AccountQuery = Pick<CaseQuery, 'openedFrom' | 'openedUntil'>;

/**
 * The cases of one account, read over the network page by page. The file is run as the program it is: name only one you trust.
 * Without a query those cases are read that the adapter lists by itself: the open ones, and those of the last 60 days.
 */
export const createAccountSource = (place: AccountPlace, query: AccountQuery, settings: SourceSettings): CaseSource => ({
  name: `${place.file}#${place.account}`,
  whenEmpty:
    query.openedFrom === undefined
      ? 'only the open ones and those of the last 60 days were looked for: --opened-from reaches further back'
      : 'none was opened in the days looked at',
  isSized: false,
  batches: async function* (): AsyncGenerator<RowBatch> {
    const adapter = await openAccount(place);
    const reading: Reading = { adapter, client: createClient({ accounts: { [place.account]: adapter } }), settings };
    const seen = new Set<string>();
    for await (const { items, failures } of adapter.cases.list(query).byPage()) {
      const fresh = items.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      for (let start = 0; start < fresh.length; start += casesInBatch)
        yield { rows: await readRows(fresh.slice(start, start + casesInBatch), reading), done: null };
      yield { rows: failures.map(({ error }) => wrong('a page of cases', error)), done: null };
    }
  },
});
