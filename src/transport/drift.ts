/** Something new in what a marketplace sends: a word or a shape this version does not know. Nothing failed because of it. */
export interface Drift {
  readonly marketplace: string;
  readonly operation: string;
  readonly kind: 'unknown-word' | 'unexpected-shape';
  /** Where, with `*` for each position in a list: `response.return.*.status`. */
  readonly path: string;
  /** The unknown word itself, when it looks like a word of the marketplace and not like a person's text. */
  readonly word?: string;
}

export type OnDrift = (drift: Drift) => void;

/** Reports each path once. */
export interface DriftReporter {
  readonly report: (drift: Omit<Drift, 'marketplace'>) => void;
}
