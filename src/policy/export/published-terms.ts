import type { Rule } from '../rules/rule.js';
import type { BasisPoints } from '../rules/terms.js';
import type { Money } from '../vocabulary.js';

/** Until when goods may come back, in the few ways a published policy can say it. `refused`: they may not. */
export type PublishedWindow =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'until'; readonly day: string }
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unspecified' };

/** What is granted for one cause of a return: a change of mind, or a fault of the goods. */
export interface PublishedGrant {
  readonly window: PublishedWindow;
  readonly returnPayer: 'buyer' | 'seller' | null;
  readonly restocking: { readonly percent: BasisPoints } | { readonly amount: Money } | null;
  readonly refundForms: readonly ('money' | 'store-credit' | 'exchange')[];
  /** Whether goods that were used or opened are taken back as well. */
  readonly takesUsed: boolean;
  /** The only remedy offered lets the buyer keep the goods. */
  readonly keepsGoods: boolean;
}

/** Another window for what was ordered between two days, ends included. */
export interface PublishedSeason {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly window: PublishedWindow;
}

/** What a policy says of ordinary goods in some countries; without countries: everywhere that is not named. */
export interface PublishedTerms {
  readonly countries: readonly string[];
  readonly remorse: PublishedGrant | null;
  readonly defect: PublishedGrant | null;
  readonly seasons: readonly PublishedSeason[];
  /** Days in which money is back, where the policy promises it in plain days. */
  readonly refundInDays: number | null;
  readonly currency: string | null;
}

/** Whether goods come back for a fault alone: a change of mind is refused, or nothing is said of it. */
export const takesFaultsOnly = ({ remorse, defect }: Pick<PublishedTerms, 'remorse' | 'defect'>): boolean =>
  defect !== null && defect.window.kind !== 'refused' && (remorse === null || remorse.window.kind === 'refused');

/** Something the policy says that the form has no words for, or that it can say only in part. */
export interface Unexpressed {
  /** `null`: it is not about one rule. */
  readonly rule: Rule | null;
  readonly what: string;
  readonly why: string;
}

export interface ExportSettings {
  /** ISO countries to write for; absent = those that the rules name, and all others as one. */
  readonly countries?: readonly string[];
  /** The day whose rules are written, `2026-11-22`. */
  readonly at: string;
  /** The page on which buyers read the policy. */
  readonly url?: string;
  readonly methods: readonly ReturnMethod[];
}

export const returnMethods = ['mail', 'store', 'kiosk'] as const;
/** How goods come back. No document says it; goods sold at a distance come back by mail. */
export type ReturnMethod = (typeof returnMethods)[number];
