import { compilePolicy } from '../compile.js';
import { refundPromise } from './lost-terms.js';
import type { ExportSettings, PublishedTerms, Unexpressed } from './published-terms.js';
import { readTerms } from './read-terms.js';
import { refusalOf, toGoogleMerchant } from './to-google-merchant.js';
import { toSchemaOrg } from './to-schema-org.js';

export const exportFormats = ['schema-org', 'google-merchant'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedPolicy {
  /** JSON, ready to be published. */
  readonly document: object;
  /** How many policies the document holds: one for each group of countries. */
  readonly count: number;
  /** What the policy says and the document does not. */
  readonly unexpressed: readonly Unexpressed[];
}

const nameOf = ({ countries }: PublishedTerms): string => (countries.length === 0 ? 'all other countries' : countries.join(', '));

const hasOwnWindowForFaults = ({ remorse, defect }: PublishedTerms): boolean =>
  remorse !== null && defect !== null && JSON.stringify(remorse.window) !== JSON.stringify(defect.window);

const lostTogether = (terms: readonly PublishedTerms[]): readonly Unexpressed[] =>
  terms.filter(hasOwnWindowForFaults).map((one) => ({
    rule: null,
    what: nameOf(one),
    why: 'faults have a window of their own; a published policy has one, that of a change of mind',
  }));

const refusedByGoogle = (terms: readonly PublishedTerms[]): readonly Unexpressed[] =>
  terms.flatMap((one) => {
    const why = refusalOf(one);
    return why === null ? [] : [{ rule: null, what: nameOf(one), why }];
  });

const ownPayerOfFaults = (terms: readonly PublishedTerms[]): readonly Unexpressed[] =>
  terms
    .filter(({ remorse, defect }) => remorse !== null && defect !== null && remorse.returnPayer !== defect.returnPayer)
    .map((one) => ({
      rule: null,
      what: nameOf(one),
      why: 'who pays the way back of faulty goods is not said: Merchant Center has one answer',
    }));

const nameless = (terms: readonly PublishedTerms[]): readonly Unexpressed[] =>
  terms
    .filter(({ countries }) => countries.length === 0)
    .map((one) => ({
      rule: null,
      what: nameOf(one),
      why: 'a policy without applicableCountry is read as one for every country: name those you sell to',
    }));

const forGoogle = (terms: readonly PublishedTerms[]): readonly Unexpressed[] => [
  ...ownPayerOfFaults(terms),
  ...refusedByGoogle(terms),
];

/**
 * Writes a seller's policy in a form that shops publish. Ordinary goods only, in the seller's own words: what the law adds is not
 * written, and whatever the form has no words for is listed, so that nobody takes the form for the policy.
 *
 * @throws PolicyDocumentError as `compilePolicy` does.
 */
export const exportPolicy = (
  documents: readonly unknown[],
  { format, ...settings }: ExportSettings & { readonly format: ExportFormat },
): ExportedPolicy => {
  const { terms, unexpressed } = readTerms(compilePolicy(documents), { origins: documents, settings });
  const isForGoogle = format === 'google-merchant';
  const isPromiseSaid = isForGoogle && terms.some(({ refundInDays }) => refundInDays !== null);
  const said = isForGoogle ? terms.filter((one) => refusalOf(one) === null) : terms;
  return {
    count: said.length,
    document: isForGoogle ? toGoogleMerchant(said, settings) : toSchemaOrg(said, settings),
    unexpressed: [
      ...unexpressed.filter(({ what }) => !(isPromiseSaid && what === refundPromise)),
      ...lostTogether(terms),
      ...(isForGoogle ? forGoogle(terms) : nameless(terms)),
    ],
  };
};
