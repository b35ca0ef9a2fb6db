import type { Money } from '../../../core/money.js';
import { suggest } from '../../../policy/document/suggest.js';
import { disclosureNames } from '../../../policy/facts/case-facts.js';
import type { CaseFacts } from '../../../policy/index.js';

/** How a cell of a table is read. Lists are words with `|` between them. */
export type CellKind = 'text' | 'number' | 'yes-no' | 'money' | 'list';

type Word = string | number | boolean;

/** The dotted path of every fact that fits into one cell. Lists of groups (`order.parcels`) and tables (`rates`) do not. */
type PathOf<Value, Prefix extends string> = Value extends Word | Money
  ? Prefix
  : Value extends readonly (infer Item)[]
    ? Item extends string
      ? Prefix
      : never
    : Value extends object
      ? string extends keyof Value
        ? never
        : {
            [Key in keyof Value & string]: PathOf<NonNullable<Value[Key]>, Prefix extends '' ? Key : `${Prefix}.${Key}`>;
          }[keyof Value & string]
      : never;

/** The paths of disclosures are made from their names below. */
type FactPath = Exclude<PathOf<Required<CaseFacts>, ''>, `disclosures.${string}`>;

/** Every fact a column may hold, with how its cells are read. The compiler holds the list against `CaseFacts`. */
const kinds: Readonly<Record<FactPath, CellKind>> = {
  marketplace: 'text',
  site: 'text',
  programme: 'text',
  'buyer.country': 'text',
  'buyer.subdivision': 'text',
  'buyer.timeZone': 'text',
  'buyer.isConsumer': 'yes-no',
  'buyer.attributes': 'list',
  'buyer.hadConversation': 'yes-no',
  'buyer.memberTier': 'text',
  'seller.country': 'text',
  'seller.subdivision': 'text',
  'seller.timeZone': 'text',
  'seller.offersLocalReturnAddress': 'yes-no',
  'contract.concludedAt': 'text',
  'contract.documentAt': 'text',
  'contract.channel': 'text',
  'order.placedAt': 'text',
  'order.shippedAt': 'text',
  'order.deliveredAt': 'text',
  'order.estimatedDeliveryAt': 'text',
  'order.agreedDeliveryBy': 'text',
  'order.completedAt': 'text',
  'order.installedAt': 'text',
  'order.deliveryPattern': 'text',
  'order.carrierChosenBy': 'text',
  'order.deliveryMode': 'text',
  'order.shipping.paid': 'money',
  'order.shipping.cheapestStandard': 'money',
  'order.incoterm': 'text',
  'order.dutiesPaid': 'money',
  'order.taxPaid': 'money',
  'order.isWhole': 'yes-no',
  'item.sku': 'text',
  'item.price': 'money',
  'item.quantity': 'number',
  'item.quantityOrdered': 'number',
  'item.category': 'text',
  'item.traits': 'list',
  'item.brand': 'text',
  'item.tags': 'list',
  'item.soldAs': 'text',
  'item.condition.isSealedAtDelivery': 'yes-no',
  'item.condition.isUnsealed': 'yes-no',
  'item.condition.isUsed': 'yes-no',
  'item.condition.isWashed': 'yes-no',
  'item.condition.isDamagedByBuyer': 'yes-no',
  'item.condition.isActivated': 'yes-no',
  'item.condition.isIncomplete': 'yes-no',
  'item.condition.isOriginalPackagingMissing': 'yes-no',
  'item.condition.isHandledBeyondTesting': 'yes-no',
  'item.condition.valueLoss': 'money',
  'item.hasFreeReturns': 'yes-no',
  'item.listedReturnPayer': 'text',
  'item.listedReturnDays': 'number',
  reason: 'text',
  hasSellerFault: 'yes-no',
  remedy: 'text',
  remediesTried: 'list',
  requestedAt: 'text',
  'events.withdrawalNoticeAt': 'text',
  'events.defectKnownAt': 'text',
  'events.authorisedAt': 'text',
  'events.proofOfDispatchAt': 'text',
  'events.dispatchedBackAt': 'text',
  'events.handedToDesignatedCarrierAt': 'text',
  'events.goodsReturnedAt': 'text',
  'events.inspectedAt': 'text',
  'events.inspection': 'text',
  'events.refundDataGivenAt': 'text',
  'events.refundedAt': 'text',
  'events.claimOpenedAt': 'text',
  'events.claimDecidedAt': 'text',
  'events.informationAskedAt': 'text',
  'events.chargebackNoticeAt': 'text',
  'events.refundChargedAt': 'text',
  'events.lastMessageAt': 'text',
  'events.repairStartedAt': 'text',
  'events.repairEndedAt': 'text',
  'agreed.returnPayer': 'text',
  'agreed.sellerCollects': 'yes-no',
  'agreed.designatedCarrier': 'yes-no',
  'agreed.deliveryInDays': 'number',
  'agreed.keepsGoods': 'yes-no',
  'returnShipping.cost': 'money',
  'returnShipping.mode': 'text',
  'returnShipping.isInternational': 'yes-no',
  'returnShipping.labelPayer': 'text',
  'platformStates.isInPolicy': 'yes-no',
  'platformStates.isReturnless': 'yes-no',
  'platformStates.isAtoZ': 'yes-no',
  'buyerHistory.orders': 'number',
  'buyerHistory.cases': 'number',
  'buyerHistory.notReceived': 'number',
};

const allKinds: ReadonlyMap<string, CellKind> = new Map([
  ...Object.entries(kinds),
  ...disclosureNames.map((name): [string, CellKind] => [`disclosures.${name}`, 'yes-no']),
]);

/** Every fact that fits into a cell. */
export const factPaths: readonly string[] = [...allKinds.keys()];

/** Columns beside the facts: what a case is called, and when it is judged. */
export const ownColumns = ['id', 'at'] as const;

/** How the cells of a column are read, `null` when no fact is called so. */
export const kindOf = (column: string): CellKind | null => allKinds.get(column) ?? null;

/** What a wrong column was meant to be, `null` when nothing is near. */
export const nearestColumn = (column: string): string | null => suggest(column, [...factPaths, ...ownColumns]);
