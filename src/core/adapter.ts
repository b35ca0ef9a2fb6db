import type { OperationName, OrderOperations, CaseOperations } from './operations.js';
import type { Environment } from './ids.js';
import type { CaseQuery } from './inputs.js';
import type { PushOperations } from './push.js';
import type { Clock } from './time.js';

/** Why a marketplace cannot do something, and the page that says so. */
export interface Absence {
  readonly reason: string;
  readonly documentation: string;
}

type MandatoryOperation = 'list' | 'get';

/** One seller account at one marketplace, whichever it is. Ask `supports` before calling an optional operation. */
export interface MarketplaceAdapter {
  readonly marketplace: string;
  readonly sellerId: string;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly cases: Pick<CaseOperations, MandatoryOperation> & Partial<CaseOperations>;
  readonly absent: Readonly<Partial<Record<OperationName, Absence>>>;
  /** Filters of `CaseQuery` that the marketplace applies itself; the others are applied after reading. */
  readonly nativeFilters: readonly (keyof CaseQuery)[];
  readonly orders: OrderOperations;
  /** What only this marketplace has, typed by its own adapter. */
  readonly native: object;
  readonly push?: PushOperations;
}

type Missing<Cases> = Exclude<OperationName, keyof Cases>;

type Writing = 'accept' | 'offer' | 'acceptOffer' | 'reject' | 'withdrawRejection' | 'refund' | 'submitEvidence' | 'message';

/**
 * Faults of a definition as keys that nobody has, so that the compiler prints them: a stray or misspelt method, or writing without being able to settle.
 * They hang on `absent`, because a check on `cases` itself would take the parameter types away from its methods.
 */
type Faults<Cases> =
  | `${Exclude<keyof Cases & string, OperationName>} is not an operation of CaseOperations`
  | (Extract<keyof Cases, Writing> extends never
      ? never
      : 'settle' extends keyof Cases
        ? never
        : 'settle is required of an adapter that writes');

interface AdapterDefinition<Cases, Native extends object> extends Omit<
  MarketplaceAdapter,
  'cases' | 'absent' | 'native' | 'push'
> {
  readonly cases: Cases;
  /** Each operation not present, with the reason: checked for completeness by the compiler. */
  readonly absent: Readonly<Record<Missing<Cases>, Absence>> & Readonly<Record<Faults<Cases>, Absence>>;
  readonly native: Native;
}

/** An adapter whose operations are known by type: calling an absent one does not compile. */
export type DefinedAdapter<Cases, Native extends object, Push extends PushOperations | undefined = undefined> = Omit<
  MarketplaceAdapter,
  'cases' | 'absent' | 'native' | 'push'
> & {
  readonly cases: Pick<CaseOperations, Extract<keyof Cases, OperationName> | MandatoryOperation>;
  readonly absent: Readonly<Record<Missing<Cases>, Absence>>;
  readonly native: Native;
} & (Push extends PushOperations ? { readonly push: Push } : { readonly push?: PushOperations });

/**
 * Types an adapter: keeps the contract's own signatures, refuses unknown methods, and demands a reason for every operation left out.
 * The result is assignable to `MarketplaceAdapter`.
 */
export function defineAdapter<
  Cases extends Pick<CaseOperations, MandatoryOperation> & Partial<CaseOperations>,
  Native extends object,
  Push extends PushOperations | undefined = undefined,
>(definition: AdapterDefinition<Cases, Native> & { readonly push?: Push }): DefinedAdapter<Cases, Native, Push>;
export function defineAdapter(definition: object): object {
  return definition;
}
