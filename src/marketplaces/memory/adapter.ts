import { defineAdapter, type DefinedAdapter } from '../../core/adapter.js';
import { withRaw } from '../../core/case.js';
import { NotFoundError } from '../../core/errors/api-errors.js';
import { AbortedError } from '../../core/errors/network-errors.js';
import type { CallOptions } from '../../core/inputs.js';
import type { CaseOperations, OrderOperations } from '../../core/operations.js';
import { toInstant } from '../../core/time.js';
import { createControl, type MemoryControl } from './control.js';
import { listCases } from './list.js';
import { toCase, toOrder } from './mappers.js';
import { rejectWrite } from './reject.js';
import { toConfiguration, type MemorySettings } from './settings.js';
import { settle } from './settle.js';
import { arrive, createStore, requireOwn, requireRecord, type Store } from './store.js';
import { write } from './write.js';
import {
  acceptOfferWrite,
  acceptWrite,
  messageWrite,
  offerWrite,
  refundWrite,
  submitEvidenceWrite,
  withdrawRejectionWrite,
} from './writes.js';

/** An adapter with every operation of the contract, and the marketplace behind it under control on `native`. */
export type MemoryAdapter = DefinedAdapter<CaseOperations, MemoryControl>;

const readOperations = (store: Store): Pick<CaseOperations, 'list' | 'get' | 'rejectionReasons' | 'track' | 'settle'> => ({
  list: listCases(store),
  get: async (id, options) => {
    requireOwn(store.configuration, id, 'get');
    await Promise.resolve();
    arrive(store, 'get', options);
    const record = requireRecord(store.find(id), 'get');
    const found = toCase(record);
    if (options?.includeRaw !== true) return found;
    return withRaw(found, [{ source: 'memory', readAt: toInstant(store.now()), body: record }]);
  },
  rejectionReasons: async (id, options) => {
    requireOwn(store.configuration, id, 'rejectionReasons');
    await Promise.resolve();
    arrive(store, 'rejectionReasons', options);
    requireRecord(store.find(id), 'rejectionReasons');
    return store.configuration.rejectionReasons;
  },
  track: async (id, options) => {
    requireOwn(store.configuration, id, 'track');
    await Promise.resolve();
    arrive(store, 'track', options);
    return requireRecord(store.find(id), 'track').tracking;
  },
  settle: async (attempt, options) => {
    await Promise.resolve();
    return settle(store, attempt, options);
  },
});

type Writes = Omit<CaseOperations, keyof ReturnType<typeof readOperations>>;

const writeOperations = (store: Store): Writes => {
  const reject = rejectWrite(store.configuration.rejectionReasons);
  return {
    accept: (id, input, options) => write(store, acceptWrite, { id, input, options }),
    offer: (id, input, options) => write(store, offerWrite, { id, input, options }),
    acceptOffer: (id, input, options) => write(store, acceptOfferWrite, { id, input, options }),
    reject: (id, input, options) => write(store, reject, { id, input, options }),
    withdrawRejection: (id, options) => write(store, withdrawRejectionWrite, { id, input: undefined, options }),
    refund: (id, input, options) => write(store, refundWrite, { id, input, options }),
    submitEvidence: (id, input, options) => write(store, submitEvidenceWrite, { id, input, options }),
    message: (id, input, options) => write(store, messageWrite, { id, input, options }),
  };
};

const orderOperations = (store: Store): OrderOperations => ({
  get: async (orderId: string, options?: CallOptions) => {
    await Promise.resolve();
    if (options?.signal?.aborted === true) {
      throw new AbortedError('the call was ended by its signal', { marketplace: 'memory', operation: 'orders.get' });
    }
    store.requests.push({ operation: 'orders.get', type: 'read', at: toInstant(store.now()) });
    const record = store.all().find(({ order }) => order.id === orderId);
    if (record === undefined) throw new NotFoundError('no such order', { marketplace: 'memory', operation: 'orders.get' });
    return toOrder(record);
  },
});

/**
 * Makes a marketplace in memory for unit tests and examples: no network, no secrets, every operation, and the same promises as a real adapter.
 * Cases are seeded and time is moved on `native`; money is counted in `native.ledger()`.
 * Raises `ConfigurationError` for wrong settings.
 *
 * @example
 * const shop = createMemoryAdapter();
 * const id = shop.native.open({ amount: { minor: 1500, currency: 'USD' } });
 * await shop.native.advance(3 * 86_400_000); // nobody answered
 * const { outcome } = await shop.cases.get(id); // 'refunded'
 */
export const createMemoryAdapter = (settings: MemorySettings = {}): MemoryAdapter => {
  const configuration = toConfiguration(settings);
  const store = createStore(configuration);
  return defineAdapter({
    marketplace: 'memory',
    sellerId: configuration.sellerId,
    environment: configuration.environment,
    clock: configuration.clock,
    cases: { ...readOperations(store), ...writeOperations(store) },
    absent: {},
    nativeFilters: ['openedFrom', 'openedUntil', 'updatedFrom', 'updatedUntil', 'phase', 'open'],
    orders: orderOperations(store),
    native: createControl(store),
  });
};
