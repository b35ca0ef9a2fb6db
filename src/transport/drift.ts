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

/** Told of each new word or shape once in the life of an adapter. What it throws is swallowed, so that no read fails because of it. */
export type OnDrift = (drift: Drift) => void;

export interface DriftFinding {
  readonly operation: string;
  readonly kind: Drift['kind'];
  /** Positions in lists may be given as they are: `return.0.status`. */
  readonly path: string;
  readonly word?: string | undefined;
}

/** Reports each path of an operation once in its life. */
export interface DriftReporter {
  readonly report: (finding: DriftFinding) => void;
}

const marketplaceWord = /^[A-Za-z][\w.-]{0,63}$/;

export const createDriftReporter = (
  marketplace: string,
  onDrift: OnDrift | undefined,
  cleanText: (text: string) => string = (text) => text,
): DriftReporter => {
  const reported = new Set<string>();
  return {
    report: ({ operation, kind, path, word }) => {
      if (onDrift === undefined) return;
      const place = toPlace(path);
      const key = `${operation} ${kind} ${place}`;
      if (reported.has(key)) return;
      reported.add(key);
      try {
        onDrift({
          marketplace,
          operation,
          kind,
          path: cleanText(place),
          ...(isMarketplaceWord(word) ? { word: cleanText(word) } : {}),
        });
      } catch {
        // A listener that fails must not fail the read that found the drift.
      }
    },
  };
};

const isMarketplaceWord = (word: string | undefined): word is string => word !== undefined && marketplaceWord.test(word);

const toPlace = (path: string): string =>
  path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? '*' : part))
    .join('.');
