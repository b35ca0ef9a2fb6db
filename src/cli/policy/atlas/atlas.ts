import type { Verdict } from '../../../policy/index.js';

/** Everything the page shows, as plain JSON: the page is made of this and of nothing else. */
export interface Atlas {
  readonly title: string;
  readonly policies: readonly AtlasPolicy[];
  /** The day of the cases: their goods are delivered and asked about on it, `2026-11-22`. */
  readonly at: string;
  readonly version: string;
  readonly packs: readonly AtlasPack[];
  readonly columns: readonly AtlasColumn[];
  readonly regions: readonly AtlasRegion[];
  readonly findings: readonly AtlasFinding[];
  /** Findings that belong to no cell, by their place in `findings`. */
  readonly elsewhere: readonly number[];
  readonly sources: readonly AtlasSource[];
  readonly explanations: Told;
  readonly counts: AtlasCounts;
  /** What was covered and what was not, one sentence each. */
  readonly notes: readonly string[];
}

export interface AtlasPolicy {
  readonly id: string;
  readonly file: string;
}

/** Law or marketplace rules the cells were decided with. Packs are published with the package, so its version is theirs. */
export interface AtlasPack {
  readonly id: string;
  readonly rules: number;
  /** The newest day on which one of its sources was read; `null` when it names none. */
  readonly readOn: string | null;
}

/** Why goods come back; `group` is a heading over several. */
export interface AtlasColumn {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** The column before it that says the same in every country; `null` = none does. */
  readonly alike: string | null;
}

export interface AtlasRegion {
  readonly name: string;
  readonly rows: readonly AtlasRow[];
}

export interface AtlasRow {
  /** ISO 3166, `DE`. */
  readonly country: string;
  readonly name: string;
  /** `amazon:DE`; `null` = sold outside of marketplaces. */
  readonly soldOn: string | null;
  readonly cells: readonly AtlasCell[];
}

/**
 * How the seller's own terms stand to what law and marketplaces demand. `below`: they give less in the ordinary case of the cell;
 * `partly`: in some other case of it; `waived`: they do, and the document says why; `noted`: something else was found.
 */
export type Standing = 'below' | 'partly' | 'waived' | 'noted' | 'kept';

export interface AtlasCell {
  readonly verdict: Verdict;
  /** What the buyer gets, by the policy and law together: `30 d`. */
  readonly window: string;
  /** The same in words: `30 days, until 22 December 2026`. */
  readonly windowInWords: string;
  /** Who pays the way back, in a word; `null` where nothing is sent back. */
  readonly payer: string | null;
  readonly standing: Standing;
  /** Findings about this very case, by their places in `findings`. */
  readonly here: readonly number[];
  /** Findings about other cases of the same country and reason. */
  readonly nearby: readonly number[];
  /** Places in `sources`. */
  readonly sources: readonly number[];
  /** The place of its root in `explanations.nodes`. */
  readonly explanation: number;
}

export interface AtlasFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly rule: string | null;
  readonly region: string;
  readonly message: string;
  readonly witness: string | null;
  /** A case of each other passage that says so too, after its name. */
  readonly others: readonly string[];
  /** Places in `sources`. */
  readonly sources: readonly number[];
  /** Why it is accepted, and until when; `null` = nobody has accepted it. */
  readonly waiver: string | null;
}

/** A rule that is cited, and where it can be read. */
export interface AtlasSource {
  readonly rule: string;
  /** `CRD 9(1)`, or the seller's own document. */
  readonly source: string;
  readonly title: string | null;
  /** An `https:` or `http:` address; `null` where there is none. */
  readonly url: string | null;
  /** Where the seller's rule stands: `house.yaml:12`. */
  readonly place: string | null;
  readonly confidence: string;
}

/** Many trees of statements that share their parts: a node is the place of its title, and the places of its children. */
export interface Told {
  readonly titles: readonly string[];
  readonly nodes: readonly (readonly [title: number, ...children: number[]])[];
}

export interface AtlasCounts {
  readonly countries: number;
  readonly cells: number;
  readonly below: number;
  readonly partly: number;
  readonly waived: number;
  readonly unknown: number;
}
