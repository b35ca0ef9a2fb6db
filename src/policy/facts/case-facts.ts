import type { Duty, Money, OnMiss, Party, Payer, Programme, Reason, Remedy } from '../vocabulary.js';
import type { Category, Trait } from './goods.js';

/** An instant (`2026-11-06T10:00:00Z`) or a civil day (`2026-11-06`) where it happened: the buyer's zone for deliveries and the buyer's acts, the seller's otherwise. */
export type When = string;

/** Whether the buyer was told something: `false` is known not told, absent is unknown. */
export type Told = boolean | { readonly at: When };

/** Who bought, as far as rights depend on it: no name and no address. The country decides which law holds. */
export interface BuyerFacts {
  /** ISO 3166 country, `DE`. */
  readonly country: string;
  /** ISO 3166-2, `DE-BY`. */
  readonly subdivision?: string;
  readonly timeZone?: string;
  /** Absent means true: the engine's field is consumer sales. */
  readonly isConsumer?: boolean;
  readonly attributes?: readonly ('senior' | 'disabled' | 'new-immigrant')[];
  readonly hadConversation?: boolean;
  readonly memberTier?: string;
}

/** Where the seller is; absent parts are read from the policy document. It decides whose holidays and days count for the seller's duties. */
export interface SellerFacts {
  readonly country?: string;
  readonly subdivision?: string;
  readonly timeZone?: string;
  readonly offersLocalReturnAddress?: boolean;
}

/** How the sale was made. Rights of withdrawal hang on the channel, and on the day of the contract which law is in force. */
export interface ContractFacts {
  /** Absent means `order.placedAt`. */
  readonly concludedAt?: When;
  readonly documentAt?: When;
  /** Absent means `distance`. */
  readonly channel?: 'distance' | 'doorstep' | 'direct-marketing' | 'public-auction' | 'in-store';
}

/** One of several parcels of an order: with some of them under way, a window may not be running yet. */
export interface ParcelFacts {
  readonly shippedAt?: When;
  readonly deliveredAt?: When;
  /** Known not to be delivered yet. */
  readonly isPending?: boolean;
}

/** The order around the goods: the days that clocks start from, and what was paid beside the price. */
export interface OrderFacts {
  readonly placedAt?: When;
  readonly shippedAt?: When;
  readonly deliveredAt?: When;
  /** The latest promised day. */
  readonly estimatedDeliveryAt?: When;
  readonly agreedDeliveryBy?: When;
  readonly completedAt?: When;
  readonly installedAt?: When;
  /** Absent means `single`, or `separate-goods` when there are several parcels. */
  readonly deliveryPattern?: 'single' | 'separate-goods' | 'lots' | 'regular';
  readonly parcels?: readonly ParcelFacts[];
  /** `buyer`: a carrier the buyer commissioned and nobody offered. Who picks one of those that were offered did not choose it: `seller`. */
  readonly carrierChosenBy?: 'buyer' | 'seller';
  readonly deliveryMode?: 'standard' | 'express' | 'pickup-point' | 'in-person' | 'electronic';
  readonly shipping?: { readonly paid: Money; readonly cheapestStandard?: Money };
  readonly incoterm?: 'DDP' | 'DAP' | 'DDU';
  /** Duties and taxes of the import that the buyer paid: to the seller under DDP, to the customs otherwise. */
  readonly dutiesPaid?: Money;
  /** Tax on top of the price. */
  readonly taxPaid?: Money;
  /** This return covers everything in the contract. Absent with `quantity` = `quantityOrdered` means true. */
  readonly isWhole?: boolean;
}

/** Each flag says something is wrong with the goods: true is always worse. Absent is read as false. */
export interface ConditionFacts {
  readonly isSealedAtDelivery?: boolean;
  readonly isUnsealed?: boolean;
  readonly isUsed?: boolean;
  readonly isWashed?: boolean;
  readonly isDamagedByBuyer?: boolean;
  readonly isActivated?: boolean;
  readonly isIncomplete?: boolean;
  readonly isOriginalPackagingMissing?: boolean;
  readonly isHandledBeyondTesting?: boolean;
  readonly valueLoss?: Money;
}

/** The goods that go back, of one line of the order. Several lines are several decisions. */
export interface ItemFacts {
  readonly sku?: string;
  /** Per unit, as paid. */
  readonly price: Money;
  /** Units returned. */
  readonly quantity: number;
  readonly quantityOrdered?: number;
  readonly category?: Category;
  readonly traits?: readonly Trait[];
  readonly brand?: string;
  /** The seller's own words; only the seller's rules read them. */
  readonly tags?: readonly string[];
  readonly soldAs?: 'new' | 'refurbished' | 'used';
  readonly condition?: ConditionFacts;
  readonly hasFreeReturns?: boolean;
  /** Who pays the way back of a change of mind by the terms of the listing, as they hold for this buyer (eBay `returnShippingCostPayer`). */
  readonly listedReturnPayer?: 'buyer' | 'seller';
  /** Days the listing grants to send the goods back, as they hold for this buyer (eBay `returnPeriod`); 0 = it accepts no returns. */
  readonly listedReturnDays?: number;
}

/** What happened after the sale. An absent event is read as not having happened. */
export interface EventFacts {
  /** Absent means `requestedAt` when the reason is a change of mind. */
  readonly withdrawalNoticeAt?: When;
  readonly defectKnownAt?: When;
  /** When the seller agreed to take the goods back. */
  readonly authorisedAt?: When;
  readonly proofOfDispatchAt?: When;
  readonly dispatchedBackAt?: When;
  readonly handedToDesignatedCarrierAt?: When;
  readonly goodsReturnedAt?: When;
  readonly inspectedAt?: When;
  readonly inspection?: 'passed' | 'failed';
  readonly refundDataGivenAt?: When;
  readonly refundedAt?: When;
  readonly claimOpenedAt?: When;
  readonly claimDecidedAt?: When;
  readonly informationAskedAt?: When;
  readonly chargebackNoticeAt?: When;
  readonly refundChargedAt?: When;
  readonly lastMessageAt?: When;
  readonly repairStartedAt?: When;
  readonly repairEndedAt?: When;
}

export const disclosureNames = [
  'withdrawalRight',
  'returnCost',
  'exclusion',
  'perPurchaseConfirmation',
  'writtenConfirmation',
  'contractCopy',
  'requiredInformation',
  'sellerAddress',
  'policyPosted',
  'returnTermsInAd',
  'returnTermsOnFinalScreen',
  'withdrawalFunction',
  'digitalConsent',
  'digitalAcknowledgement',
  'writtenConsent',
] as const;
/** Something the law wants a buyer told before or with the contract; not having told it lengthens windows or moves costs to the seller. */
export type DisclosureName = (typeof disclosureNames)[number];

/** A deadline as the marketplace states it. For duties on the platform it beats a computed one, never a statute. */
export interface StatedDeadline {
  readonly duty: Duty;
  readonly party: Party;
  /** An instant. */
  readonly by: string;
  readonly onMiss?: OnMiss;
}

/** That a party has shown something. The content is not read; only what it is, from whom and when. */
export interface FactsOfEvidence {
  readonly kind:
    'photo' | 'video' | 'unboxing' | 'tracking' | 'proof-of-delivery' | 'signature' | 'weight' | 'authentication' | 'other';
  readonly from: Party;
  readonly at?: When;
}

/**
 * Everything a decision may depend on, as plain JSON. What is not known is left out (or `null`); nothing is guessed.
 * An absent `marketplace` means the goods were sold outside any marketplace: the one absence that is a value.
 */
export interface CaseFacts {
  /** `shopee`, `amazon`, …; absent = sold outside any marketplace. */
  readonly marketplace?: string;
  /** ISO country of the marketplace's site. */
  readonly site?: string;
  readonly programme?: Programme;
  readonly buyer: BuyerFacts;
  readonly seller?: SellerFacts;
  readonly contract?: ContractFacts;
  readonly order: OrderFacts;
  readonly item: ItemFacts;
  readonly reason: Reason;
  /** What the marketplace states about fault; beats the reason's default. */
  readonly hasSellerFault?: boolean;
  readonly remedy?: Remedy;
  readonly remediesTried?: readonly Remedy[];
  /** Eligibility is judged on this; absent = the `at` of the decision. */
  readonly requestedAt?: When;
  readonly events?: EventFacts;
  readonly disclosures?: Readonly<Partial<Record<DisclosureName, Told>>>;
  readonly agreed?: {
    readonly returnPayer?: 'buyer' | 'seller';
    readonly sellerCollects?: boolean;
    readonly designatedCarrier?: boolean;
    /** Days from the contract in which the goods are to be there; `order.agreedDeliveryBy` names the day itself. */
    readonly deliveryInDays?: number;
    /** Refund without return: nothing is sent back, so nobody waits for it, pays for it or deducts for its condition. */
    readonly keepsGoods?: boolean;
  };
  readonly returnShipping?: {
    readonly cost?: Money;
    readonly mode?: 'prepaid-label' | 'self-ship' | 'collection' | 'in-person';
    readonly isInternational?: boolean;
    readonly labelPayer?: Payer;
  };
  readonly platformDeadlines?: readonly StatedDeadline[];
  /** `isReturnless`: the marketplace lets the buyer keep the goods, which is read as `agreed.keepsGoods`. */
  readonly platformStates?: { readonly isInPolicy?: boolean; readonly isReturnless?: boolean; readonly isAtoZ?: boolean };
  readonly evidence?: readonly FactsOfEvidence[];
  readonly buyerHistory?: { readonly orders?: number; readonly cases?: number; readonly notReceived?: number };
  /** `'ILS/EUR': '0.2451'` means EUR per ILS, as a decimal text; needed only when a cap is in another currency. */
  readonly rates?: Readonly<Record<string, string>>;
}
