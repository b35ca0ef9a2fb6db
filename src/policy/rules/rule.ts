import type { Citation, Layer, RightKind } from '../decision.js';
import type { Guard } from '../guards/guard.js';
import type { RuleTerms } from './terms.js';

/** One rule of one source, ready to be asked. */
export interface Rule {
  readonly id: string;
  readonly citation: Citation;
  /** Which rights it speaks about; a seller's rule speaks about the right the reason opens. */
  readonly kinds: readonly RightKind[];
  readonly guard: Guard;
  /** Boxes in which the rule does not apply: what displaces a default law. */
  readonly unless: readonly Guard[];
  readonly terms: RuleTerms;
  /** Ids of rules of the same source that win where both apply. */
  readonly yieldsTo: readonly string[];
  /** Each parameter it sets with its value as text, for comparing. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Where it stands in its document, for messages. */
  readonly path: readonly PropertyKey[];
  readonly document: object | null;
}

/** A law, one site of a marketplace, or all documents of one seller. Inside a source narrower rules are exceptions; nothing joins. */
export interface Source {
  /** `law:EU`, `amazon:DE`, `seller:house`. */
  readonly id: string;
  readonly layer: Layer;
  /** Narrower rules before wider ones. */
  readonly rules: readonly Rule[];
}
