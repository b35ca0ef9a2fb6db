import type { Absence, MarketplaceAdapter } from './adapter.js';
import { UnsupportedOperationError } from './errors/caller-errors.js';
import type { CaseOperations, OperationName } from './operations.js';

/** One row of the capability table: whether the adapter has the operation, else why not and the page that says so. */
export type Capability = { readonly supported: true } | ({ readonly supported: false } & Absence);

/** What an adapter can do, read from its methods, and why not for the rest. */
export type Capabilities = Readonly<Record<OperationName, Capability>>;

type Supporting<Adapter, Name extends OperationName> = Adapter & { readonly cases: Pick<CaseOperations, Name> };

/** Narrows an adapter to one that has the operation. */
export const supports = <Adapter extends MarketplaceAdapter, Name extends OperationName>(
  adapter: Adapter,
  operation: Name,
): adapter is Supporting<Adapter, Name> => typeof adapter.cases[operation] === 'function';

/** The operation itself; raises `UnsupportedOperationError` with the adapter's reason when it is absent. */
export function requireOperation<Name extends OperationName>(adapter: MarketplaceAdapter, operation: Name): CaseOperations[Name];
export function requireOperation(adapter: MarketplaceAdapter, operation: OperationName): unknown {
  const method = adapter.cases[operation];
  if (method !== undefined) return method;
  throw new UnsupportedOperationError(adapter.absent[operation] ?? { reason: 'the adapter does not offer it' }, {
    marketplace: adapter.marketplace,
    operation,
  });
}

const capabilityOf = (adapter: MarketplaceAdapter, operation: OperationName): Capability =>
  supports(adapter, operation)
    ? { supported: true }
    : { supported: false, ...(adapter.absent[operation] ?? { reason: 'the adapter does not say', documentation: '' }) };

/** The capability table of an adapter, the same that the documentation shows. */
export const capabilitiesOf = (adapter: MarketplaceAdapter): Capabilities => ({
  list: capabilityOf(adapter, 'list'),
  get: capabilityOf(adapter, 'get'),
  accept: capabilityOf(adapter, 'accept'),
  offer: capabilityOf(adapter, 'offer'),
  acceptOffer: capabilityOf(adapter, 'acceptOffer'),
  rejectionReasons: capabilityOf(adapter, 'rejectionReasons'),
  reject: capabilityOf(adapter, 'reject'),
  withdrawRejection: capabilityOf(adapter, 'withdrawRejection'),
  refund: capabilityOf(adapter, 'refund'),
  submitEvidence: capabilityOf(adapter, 'submitEvidence'),
  message: capabilityOf(adapter, 'message'),
  track: capabilityOf(adapter, 'track'),
  settle: capabilityOf(adapter, 'settle'),
});
