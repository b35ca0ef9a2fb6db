import {
  createPages,
  defineAdapter,
  toCaseId,
  toInstant,
  type Case,
  type CaseSummary,
  type Clock,
  type MarketplaceAdapter,
} from 'aftersale';
import { matchesQuery } from './query.js';

/** A case with the fields a test cares about. */
export const caseOf = (nativeId: string, change: Partial<Case> = {}, sellerId = '1'): Case => ({
  id: toCaseId({ marketplace: 'scripted', environment: 'sandbox', sellerId, nativeId }),
  account: sellerId,
  marketplace: 'scripted',
  kind: 'return',
  phase: 'requested',
  waitingOn: 'seller',
  native: { status: 'OPEN' },
  reason: { unified: 'defective', raw: 'X' },
  order: { id: `order-${nativeId}` },
  items: [],
  requested: { remedy: 'refund' },
  openedAt: toInstant(0),
  updatedAt: toInstant(0),
  deadlines: [],
  actions: [],
  offers: [],
  evidence: [],
  shipments: [],
  refunds: [],
  ...change,
});

export interface Script {
  readonly clock: Clock;
  readonly cases: Map<string, Case>;
  readonly sellerId?: string;
  readonly pageSize?: number;
  readonly nativeFilters?: MarketplaceAdapter['nativeFilters'];
  readonly calls?: string[];
  /** Throws to make a call fail. */
  readonly onCall?: (call: string) => void;
}

const toSummary = ({ deadlines: _deadlines, actions: _actions, ...rest }: Case): CaseSummary => rest;

/** An adapter whose whole behaviour a test writes down. */
export const createScriptedAdapter = (script: Script) => {
  const { clock, cases, sellerId = '1', pageSize = 2, nativeFilters = ['updatedFrom', 'open'], calls = [], onCall } = script;
  const called = (call: string): void => {
    calls.push(call);
    onCall?.(call);
  };
  return defineAdapter({
    marketplace: 'scripted',
    sellerId,
    environment: 'sandbox',
    clock,
    nativeFilters,
    cases: {
      list: (query = {}) =>
        createPages<CaseSummary, number>({
          kind: 'scripted',
          read: async (cursor = 0) => {
            called(`list ${sellerId} ${cursor}`);
            const found = [...cases.values()].filter((item) => matchesQuery(item, query)).map(toSummary);
            const next = cursor + pageSize;
            return { items: found.slice(cursor, next), ...(next < found.length ? { next } : {}) };
          },
          parseCursor: (value) => (typeof value === 'number' ? value : undefined),
        }),
      get: async (id) => {
        called(`get ${id}`);
        const found = cases.get(id);
        if (found === undefined) throw new Error(`no ${id}`);
        return found;
      },
    },
    absent: {
      accept: absence,
      offer: absence,
      acceptOffer: absence,
      rejectionReasons: absence,
      reject: absence,
      withdrawRejection: absence,
      refund: absence,
      submitEvidence: absence,
      message: absence,
      track: absence,
      settle: absence,
    },
    orders: { get: (orderId) => Promise.reject(new Error(orderId)) },
    native: { special: () => 42 },
  });
};

export const absence = { reason: 'a script only reads', documentation: 'https://example.com/script' };
