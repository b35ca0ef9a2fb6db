import type { CaseFacts } from '../../facts/case-facts.js';
import type { Pack } from '../../packs/types.js';
import type { Horizon } from '../finding.js';

/** Every part of an answer that can differ, in the order in which reports list them. */
export const differenceParts = ['verdict', 'return', 'outbound', 'replacement', 'refund', 'remedies', 'deadlines'] as const;
/** What of an answer is different: the verdict, who pays a leg of shipping, or what else is owed. */
export type DifferencePart = (typeof differenceParts)[number];

/** `mixed`: some of it is better and some worse. `same`: different, but no better and no worse. */
export type BuyerEffect = 'better' | 'worse' | 'mixed' | 'same';
/** `mixed`: some of it is cheaper and some dearer. `same`: no money is involved. */
export type SellerEffect = 'cheaper' | 'dearer' | 'mixed' | 'same';

/** What the documents of one side say about the cases of a difference. */
export interface DifferenceSide {
  /** In the words of the document: `30 days from delivered`. */
  readonly says: string;
  /** The rules that say it, narrower first. Empty when none does. */
  readonly rules: readonly string[];
}

/** One case of a difference. `decide` has confirmed it with both policies, law and marketplaces included. */
export interface DifferenceWitness {
  readonly facts: CaseFacts;
  /** The day of the request, as `decide` takes it. */
  readonly at: string;
  /** The answers of both policies, in words. */
  readonly before: string;
  readonly after: string;
}

/** Cases that get another answer, all for the same reason. */
export interface PolicyDifference {
  readonly part: DifferencePart;
  /** ISO 3166 countries or subdivisions of the region, sorted; empty = every country. */
  readonly countries: readonly string[];
  /** The cases as a merchant would say it: `all EU countries, opened goods, day 15–30`. Empty = every case. */
  readonly region: string;
  readonly buyer: BuyerEffect;
  readonly seller: SellerEffect;
  readonly before: DifferenceSide;
  readonly after: DifferenceSide;
  /** Countries in which an ordinary consumer gets the same answer all the same, because law or a marketplace gives it anyway. */
  readonly hiddenIn: readonly string[];
  readonly witness: DifferenceWitness;
}

/** What two policies answer differently. The same input always gives the same report. */
export interface PolicyDiff {
  /** The worst for the buyer first. */
  readonly differences: readonly PolicyDifference[];
  /** Differences of the documents that law and marketplaces leave without effect in every case that was tried. */
  readonly hidden: readonly PolicyDifference[];
  readonly horizon: Horizon;
  /** How many boxes of like cases, and single cases, were looked at. */
  readonly cells: number;
  /** `false` = the cell budget ended first: there may be more differences. */
  readonly isComplete: boolean;
  /** What was taken for granted or left out, one sentence each. */
  readonly notes: readonly string[];
}

/** What both policies are completed with, and over which days they are compared. It is checked as the options of `checkPolicy` are. */
export interface DiffOptions {
  /** Law and marketplace rules that the answers are given with, and the calendars that count business days. */
  readonly packs: readonly Pack[];
  /** The days looked at. Default of either end: that of the years that the calendars of the packs carry. */
  readonly horizon?: Partial<Horizon>;
  /** How many boxes and cases may be looked at. Default 400,000. */
  readonly cellBudget?: number;
}
