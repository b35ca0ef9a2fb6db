import { throwProblems } from './read-document.js';
import type { PolicyDocument } from './schema.js';
import { describeProblem } from './source-map.js';

interface SellerPlace {
  readonly country?: string;
  readonly timeZone?: string;
}

interface Written {
  readonly document: PolicyDocument;
  /** As it was given, where its text is remembered. */
  readonly origin: unknown;
}

/** What the documents say of one thing; they are one seller's, so that two answers contradict each other. */
const settle = (written: readonly Written[], key: keyof SellerPlace): string | undefined => {
  const told = written
    .map(({ document, origin }) => ({ value: document.seller?.[key] ?? '', origin }))
    .filter(({ value }) => value !== '')
    .sort((left, right) => (left.value < right.value ? -1 : 1));
  const [first] = told;
  const other = told.find(({ value }) => value !== first?.value);
  if (first !== undefined && other !== undefined) {
    throwProblems([
      describeProblem(other.origin, {
        code: 'contradiction',
        path: ['seller', key],
        found: `'${other.value}'`,
        expected: `'${first.value}', which another document says of the same seller`,
      }),
    ]);
  }
  return first?.value;
};

/** Where the seller of these documents is. Throws `PolicyDocumentError` when two of them say it differently. */
export const sellerOf = (origins: readonly unknown[], documents: readonly PolicyDocument[]): SellerPlace => {
  const written = documents.map((document, index): Written => ({ document, origin: origins[index] }));
  const [country, timeZone] = [settle(written, 'country'), settle(written, 'timeZone')];
  return { ...(country === undefined ? {} : { country }), ...(timeZone === undefined ? {} : { timeZone }) };
};
