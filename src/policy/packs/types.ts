import type { Calendar } from '../calendar/calendar.js';
import type { Confidence, RightKind } from '../decision.js';
import type { DimensionName } from '../guards/dimensions.js';
import type { RuleTerms } from '../rules/terms.js';
import type { Money, Reason, ReasonClass } from '../vocabulary.js';

/** An interval with both ends included; days are `YYYY-MM-DD`, counts are numbers, an absent end is open. */
export interface PackRange {
  readonly from?: string | number;
  readonly to?: string | number;
}

type PlainDimension = Exclude<DimensionName, 'reason' | `price:${string}`>;

/** When a rule of a pack applies: all keys must hold, any word of a list is enough. */
export type PackWhen = Readonly<Partial<Record<PlainDimension, readonly string[] | boolean | PackRange>>> & {
  readonly reason?: readonly Reason[];
  readonly reasonClass?: readonly ReasonClass[];
  /** Per unit; both ends in the same currency. */
  readonly price?: { readonly from?: Money; readonly to?: Money };
};

/** The days on which a value holds, and the event whose day selects it. */
export interface Validity {
  readonly from?: string;
  readonly to?: string;
  readonly selectedBy: 'contract' | 'placed' | 'delivered' | 'requested';
}

/** Narrower cases of a rule: only the terms they have change. */
export interface PackException {
  readonly id: string;
  readonly when?: PackWhen;
  readonly unless?: readonly PackWhen[];
  readonly valid?: Validity;
  readonly terms: RuleTerms;
  /** Where the value is stated; absent = the rule around it. */
  readonly source?: string;
  readonly confidence?: Confidence;
  readonly except?: readonly PackException[];
  /** Ids of rules of the same pack that win where both apply. */
  readonly yieldsTo?: readonly string[];
  /** What a reader should know beside the terms, such as what could not be confirmed. */
  readonly note?: string;
}

/** One rule of law or of a marketplace, with its source. */
export interface PackRule extends PackException {
  readonly rights: readonly RightKind[];
  /** The article or page that says so. */
  readonly source: string;
  readonly confidence: Confidence;
  /** When the page was read, `YYYY-MM-DD`. */
  readonly readOn?: string;
}

/** Where figures were read. */
export interface PackSource {
  readonly title: string;
  readonly url: string;
  /** `YYYY-MM-DD` */
  readonly readOn: string;
}

interface PackContent {
  readonly rules: readonly PackRule[];
  /** What the rules cite, by the word their `source` begins with: `CRD 9(1)` is article 9(1) of the source `CRD`. */
  readonly sources?: Readonly<Record<string, PackSource>>;
  readonly calendars?: readonly Calendar[];
}

/** The law of some countries, applied by the buyer's country. */
export interface LawPack extends PackContent {
  readonly layer: 'law';
  /** `law:EU`, `law:CN`. */
  readonly id: `law:${string}`;
  readonly countries: readonly string[];
}

/** The rules of one site of a marketplace. */
export interface MarketplacePack extends PackContent {
  readonly layer: 'marketplace';
  /** `amazon:DE`. */
  readonly id: string;
  readonly marketplace: string;
  /** ISO country of the site, or `everySite`. */
  readonly site: string;
}

/** The site of a pack whose rules hold wherever the marketplace sells, or of a marketplace that does not tell its sites apart. */
export const everySite = '*';

/** Rules of law or of a marketplace with their sources, for `compilePolicy`. `layer` tells the two apart. */
export type Pack = LawPack | MarketplacePack;
