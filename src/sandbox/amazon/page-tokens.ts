import { invalidInput } from './refusal.js';
import { createRandom } from '../random.js';

/** Where the next page begins, and what the list was asked for. */
export interface PagePosition {
  readonly offset: number;
  /** An empty page comes before the next rows. */
  readonly isPastEmptyPage: boolean;
  /** What the list was asked for, where the token has to stand alone. */
  readonly note: string;
}

export interface PageTokens {
  issue(position: PagePosition, query: string, at: number): string;
  /** Throws the refusal of a token that is unknown, too old or belongs to other arguments. */
  read(token: string, query: string, at: number): PagePosition;
  noteOf(token: string): string | undefined;
}

const lifeInMs = 24 * 3_600_000;

export const createPageTokens = (seed: number): PageTokens => {
  const random = createRandom('pages', seed);
  const issued = new Map<string, PagePosition & { readonly query: string; readonly expiresAt: number }>();
  return {
    issue: (position, query, at) => {
      const token = Buffer.from(random.hex(24)).toString('base64');
      issued.set(token, { ...position, query, expiresAt: at + lifeInMs });
      return token;
    },
    read: (token, query, at) => {
      const found = issued.get(token);
      if (found === undefined || found.expiresAt <= at) throw invalidInput('The nextToken is invalid or has expired.');
      if (found.query !== query) throw invalidInput('The arguments differ from those of the call that returned the token.');
      return found;
    },
    noteOf: (token) => issued.get(token)?.note,
  };
};
