import type { Case, CaseSummary } from '../case.js';
import type { Deadline } from '../deadline.js';
import { InvalidInputError } from '../errors/caller-errors.js';
import type { Failure } from '../errors/response-errors.js';
import { parseCaseId, type CaseId } from '../ids.js';
import type { CallOptions } from '../inputs.js';
import type { MarketplaceAdapter } from '../adapter.js';
import { toFailure } from './failures.js';
import { mapConcurrently } from './map-concurrently.js';
import type { Accounts, DeadlineSource } from './ports.js';

/** How `client.hydrate` reads; the options of a call (`signal`, `timeoutInMs`, `includeRaw`) hold for each case. */
export interface HydrateOptions extends CallOptions {
  /** Cases read at the same time, 1 to 64; the marketplace's quota still applies. Default 4. */
  readonly concurrency?: number;
}

/** The full cases behind summaries. A case that cannot be read is among `failures` and stops no other; plain data, nothing is thrown for it. */
export interface Hydrated {
  /** In the order of the summaries; those that failed are missing. */
  readonly items: readonly Case[];
  readonly failures: readonly (Failure & { readonly id: CaseId })[];
}

/** The account a case belongs to, by its id. */
export const accountOf = (accounts: Accounts, id: CaseId): readonly [name: string, adapter: MarketplaceAdapter] => {
  const { marketplace, environment, sellerId } = parseCaseId(id);
  const found = Object.entries(accounts).find(
    ([, adapter]) => adapter.marketplace === marketplace && adapter.environment === environment && adapter.sellerId === sellerId,
  );
  if (found === undefined) throw new InvalidInputError(`no account of this client holds ${id}`);
  return found;
};

const identityOf = ({ duty, party, by }: Deadline): string => `${duty} ${party} ${by}`;

/** Adds the deadlines a policy derives. Both are kept where they differ from what the marketplace states: a statute may demand an earlier day. */
export const withDeadlines = (found: Case, source: DeadlineSource | undefined): Case => {
  if (source === undefined) return found;
  const stated = new Set(found.deadlines.map(identityOf));
  const derived = source(found).filter((deadline) => !stated.has(identityOf(deadline)));
  if (derived.length === 0) return found;
  const merged = { ...found, deadlines: [...found.deadlines, ...derived] };
  return found.raw === undefined ? merged : Object.defineProperty(merged, 'raw', { value: found.raw, enumerable: false });
};

const checkConcurrency = (concurrency: number): number => {
  if (Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 64) return concurrency;
  throw new InvalidInputError('hydrate', {
    issues: [{ path: 'concurrency', message: `expected a whole number from 1 to 64, got ${concurrency}` }],
  });
};

/** Reads the full case behind each summary. */
export const hydrateCases =
  (accounts: Accounts, deadlines: DeadlineSource | undefined) =>
  async (summaries: readonly Pick<CaseSummary, 'id'>[], options: HydrateOptions = {}): Promise<Hydrated> => {
    const { concurrency = 4, ...callOptions } = options;
    const failures: (Failure & { id: CaseId })[] = [];
    const read = async ({ id }: Pick<CaseSummary, 'id'>): Promise<Case | undefined> => {
      const [account, adapter] = accountOf(accounts, id);
      try {
        return withDeadlines(await adapter.cases.get(id, callOptions), deadlines);
      } catch (error) {
        failures.push({ ...toFailure(account, error), id });
        return undefined;
      }
    };
    const items = await mapConcurrently(summaries, checkConcurrency(concurrency), read);
    return { items: items.filter((item) => item !== undefined), failures };
  };
