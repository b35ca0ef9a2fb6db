import type { Category, Trait } from '../facts/goods.js';
import type { conditionFlags } from '../guards/dimensions.js';
import type { sellerTriggers } from '../rules/span.js';
import type { goodsConditions } from '../rules/terms.js';
import type { Duty, OnMiss, Reason, ReasonClass, Remedy } from '../vocabulary.js';
import type { waivableFindings } from './words.js';

/** One word or a list of words: a list means any of them. */
type OneOrMany<Word> = Word | Word[];

/** Days of the calendar, `YYYY-MM-DD`, both included; an absent end is open. */
export interface DayRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** Per unit, both ends included and in one currency: `'20.00 EUR'`. */
export interface PriceRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** To which cases a rule applies: all keys must hold, any word of a list is enough. */
export interface PolicyWhen {
  /** Of the buyer: `DE`, or a subdivision such as `US-CA` (ISO 3166). */
  country?: OneOrMany<string> | undefined;
  sellerCountry?: OneOrMany<string> | undefined;
  marketplace?: OneOrMany<string> | undefined;
  /** The country of the marketplace's site. */
  site?: OneOrMany<string> | undefined;
  reason?: OneOrMany<Reason> | undefined;
  reasonClass?: OneOrMany<ReasonClass> | undefined;
  category?: OneOrMany<Category> | undefined;
  traits?: OneOrMany<Trait> | undefined;
  /** Words of the seller's own. */
  tags?: OneOrMany<string> | undefined;
  condition?: Partial<Record<(typeof conditionFlags)[number], boolean>> | undefined;
  soldAs?: OneOrMany<'new' | 'refurbished' | 'used'> | undefined;
  price?: PriceRange | undefined;
  placed?: DayRange | undefined;
  delivered?: DayRange | undefined;
  requested?: DayRange | undefined;
  isInternational?: boolean | undefined;
  memberTier?: OneOrMany<string> | undefined;
  inspection?: 'passed' | 'failed' | undefined;
}

/** A length of time from an event, at most 36,500 of one unit. */
interface PolicySpan {
  days?: number | undefined;
  businessDays?: number | undefined;
  months?: number | undefined;
  hours?: number | undefined;
  /** What it is counted from; windows count from the delivery where nothing else is said, duties from the request. */
  from?: (typeof sellerTriggers)[number] | undefined;
}

/** A period. It says its length in exactly one way: a number of one unit, `until` a day, or `unlimited`. */
export interface PolicyPeriod extends PolicySpan {
  /** The last day, `YYYY-MM-DD`. */
  until?: string | undefined;
  unlimited?: true | undefined;
}

export interface PolicyWindow extends PolicyPeriod {
  /** Where a last day that is no business day goes. */
  roll?: 'none' | 'next-business-day' | undefined;
}

type Payer = 'buyer' | 'seller' | 'shared';

/** Who pays each way. `cap` is the most the seller adds where the cost is shared: `'5.00 EUR'`. */
export interface PolicyPays {
  outbound?: Payer | undefined;
  return?: Payer | undefined;
  replacement?: Payer | undefined;
  cap?: string | undefined;
}

/** A fee, as a share of the price (`'15%'`) or as an amount (`'3.00 EUR'`); `return-shipping` takes the known cost. */
export interface PolicyFee {
  kind: 'restocking' | 'fixed-fee' | 'use' | 'return-shipping';
  percent?: string | undefined;
  amount?: string | undefined;
  cap?: string | undefined;
}

export interface PolicyRefund {
  /** The share of the price that comes back: `'100%'`. */
  item?: string | undefined;
  /** What of the way out comes back: nothing, the cheapest delivery offered, all of it. */
  outbound?: 'none' | 'cheapest' | 'full' | undefined;
  form?: 'original-means' | 'store-credit' | 'exchange' | undefined;
  fees?: PolicyFee[] | undefined;
}

/** What is taken off where a condition is broken, at most that share of the price: `'50%'`. */
export interface Deduction {
  deduct: { kind: 'diminished-value' | 'use'; upTo: string };
}

/** A rule as written. */
export interface PolicyRule {
  /** Small letters, digits and hyphens; decisions cite it. */
  id: string;
  /** Absent = every case. */
  when?: PolicyWhen | undefined;
  /** Until when the buyer may ask. */
  window?: 'unlimited' | PolicyWindow | undefined;
  /** A longer time for some cases; it never shortens. */
  extend?: PolicyPeriod | undefined;
  /** Not at all, and why. */
  exclude?: string | undefined;
  /** A person decides, and why. */
  review?: string | undefined;
  /** What must be true of the goods that come back. */
  conditions?: (typeof goodsConditions)[number][] | undefined;
  /** What happens where a condition is broken. */
  otherwise?: 'refuse' | Deduction | undefined;
  pays?: PolicyPays | undefined;
  refund?: PolicyRefund | undefined;
  /** In the order they are offered. */
  remedies?: Remedy[] | undefined;
  /** Narrower cases, in which only the named fields change; a bare id gives way to that rule. */
  except?: (string | PolicyRule)[] | undefined;
}

/** By when something is to be done, and what happens when it is not. */
export interface PolicyDuty extends PolicySpan {
  onMiss?: OnMiss | undefined;
  strength?: 'hard' | 'recommended' | undefined;
  /** Whether it is enough to send, or it must arrive. */
  satisfiedBy?: 'sent' | 'received' | 'opened' | 'done' | undefined;
}

type DutyTable = Partial<Record<Duty, PolicyDuty>>;

/** A finding of the analysis that the seller accepts, with the reason and, where it is not for ever, the last day of it. */
export interface PolicyWaiver {
  finding: (typeof waivableFindings)[number];
  rule?: string | undefined;
  country?: OneOrMany<string> | undefined;
  /** At most 500 characters. */
  reason: string;
  until?: string | undefined;
}

export interface PolicySeller {
  country?: string | undefined;
  /** IANA: `Europe/Berlin`. */
  timeZone?: string | undefined;
  /** The place whose business days are counted: `DE-BY`. */
  calendar?: string | undefined;
}

/** For which days a document holds. */
export interface PolicyValidity extends DayRange {
  /** Which day of a case is asked; that of the order where nothing is said. */
  selectedBy?: 'order' | 'delivered' | 'requested' | undefined;
}

/** A seller's policy as written: YAML, JSON or TypeScript with the same keys. A key or word it does not have is an error. */
export interface PolicyDocument {
  aftersale: 'policy/v1';
  /** Small letters, digits and hyphens. */
  id: string;
  seller?: PolicySeller | undefined;
  /** ISO 4217. */
  currency?: string | undefined;
  valid?: PolicyValidity | undefined;
  rules: PolicyRule[];
  /** What the seller owes, by when. */
  promises?: DutyTable | undefined;
  /** What the buyer owes, by when. */
  'buyer-duties'?: DutyTable | undefined;
  /** Findings of the analysis that are accepted. */
  waive?: PolicyWaiver[] | undefined;
}

/** The document as written, typed, for policies kept in TypeScript. It is checked by `compilePolicy`. */
export const definePolicy = (document: PolicyDocument): PolicyDocument => document;
