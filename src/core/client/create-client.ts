import type { CaseSummary } from '../case.js';
import { ConfigurationError, InvalidInputError } from '../errors/caller-errors.js';
import type { CaseQuery } from '../inputs.js';
import type { Pages } from '../pages.js';
import type { Clock } from '../time.js';
import { hydrateCases, type Hydrated, type HydrateOptions } from './hydrate.js';
import { readInbox, type Inbox, type InboxOptions } from './inbox.js';
import { listCases, type ListOptions } from './list.js';
import type { Accounts, ClientSettings } from './ports.js';
import { createWake } from './wake.js';
import { watchCases, type CaseChange, type WatchOptions } from './watch.js';

/** All accounts of a seller as one. */
export interface Client<Named extends Accounts> {
  readonly cases: { readonly list: (query?: CaseQuery, options?: ListOptions) => Pages<CaseSummary> };
  /** Reads the full case behind each summary, several at a time. */
  readonly hydrate: (summaries: readonly Pick<CaseSummary, 'id'>[], options?: HydrateOptions) => Promise<Hydrated>;
  /** Open cases by the next deadline of the seller, the most urgent first. */
  readonly inbox: (options?: InboxOptions) => Promise<Inbox>;
  /** Changes as they happen, at least once each. */
  readonly watch: (options?: WatchOptions) => AsyncIterable<CaseChange>;
  /** Makes every running `watch` read now. Call it when a verified push arrives. */
  readonly wake: () => void;
  /** One account with its adapter's own type, so that what only its marketplace has stays callable. */
  readonly account: <Name extends keyof Named & string>(name: Name) => Named[Name];
}

const checkAccounts = (accounts: Accounts): void => {
  const holders = new Map<string, string>();
  for (const [name, { marketplace, environment, sellerId }] of Object.entries(accounts)) {
    const key = `${marketplace}:${environment}:${sellerId}`;
    const holder = holders.get(key);
    if (holder !== undefined) {
      throw new ConfigurationError('createClient', {
        issues: [{ path: `accounts.${name}`, message: `is the same account as '${holder}': ${key}` }],
      });
    }
    holders.set(key, name);
  }
};

const clockOf = (accounts: Accounts, clock: Clock | undefined): Clock => {
  const found = clock ?? Object.values(accounts)[0]?.clock;
  if (found === undefined) {
    throw new ConfigurationError('createClient', { issues: [{ path: 'accounts', message: 'expected at least one account' }] });
  }
  return found;
};

/**
 * Joins any number of seller accounts, whichever the marketplaces.
 * @example
 * const client = createClient({ accounts: { 'sg-1': createShopeeAdapter(settings) } });
 * const { entries } = await client.inbox({ dueWithinInMs: 48 * 3_600_000 });
 */
export const createClient = <const Named extends Accounts>(settings: ClientSettings<Named>): Client<Named> => {
  const { accounts, deadlines } = settings;
  const clock = clockOf(accounts, settings.clock);
  checkAccounts(accounts);
  const wake = createWake();
  return {
    cases: { list: listCases(accounts) },
    hydrate: hydrateCases(accounts, deadlines),
    inbox: readInbox({ accounts, deadlines, clock }),
    watch: watchCases({ accounts, clock, wake }),
    wake: wake.ring,
    account: (name) => {
      if (!Object.hasOwn(accounts, name)) {
        throw new InvalidInputError(`no account is named '${name}': there is ${Object.keys(accounts).join(', ')}`);
      }
      return accounts[name];
    },
  };
};
