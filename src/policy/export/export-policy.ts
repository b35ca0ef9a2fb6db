import { compilePolicy } from '../compile.js';
import { refundPromise } from './lost-terms.js';
import { takesFaultsOnly, type ExportSettings, type PublishedTerms, type Unexpressed } from './published-terms.js';
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

const lostIn = (terms: readonly PublishedTerms[], why: string): readonly Unexpressed[] =>
  terms.map((one) => ({ rule: null, what: nameOf(one), why }));

const lostTogether = (terms: readonly PublishedTerms[]): readonly Unexpressed[] =>
  lostIn(
    terms.filter(hasOwnWindowForFaults),
    'faults have a window of their own; a published policy has one, that of a change of mind',
  );

const refusedByGoogle = (terms: readonly PublishedTerms[]): readonly Unexpressed[] =>
  terms.flatMap((one) => {
    const why = refusalOf(one);
    return why === null ? [] : [{ rule: null, what: nameOf(one), why }];
  });

const hasOwnPayerOfFaults = ({ remorse, defect }: PublishedTerms): boolean =>
  remorse !== null && defect !== null && remorse.returnPayer !== defect.returnPayer;

const forSchemaOrg = (terms: readonly PublishedTerms[]): readonly Unexpressed[] => [
  ...lostTogether(terms),
  ...lostIn(
    terms.filter(({ remorse }) => remorse === null),
    'only who pays the way back of faulty goods is said: a published policy is one for a change of mind',
  ),
  ...lostIn(
    terms.filter(({ countries }) => countries.length === 0),
    'a policy without applicableCountry is read as one for every country: name those you sell to',
  ),
];

const forGoogle = (terms: readonly PublishedTerms[]): readonly Unexpressed[] => {
  const mixed = terms.filter((one) => !takesFaultsOnly(one));
  return [
    ...lostTogether(mixed),
    ...lostIn(
      mixed.filter(hasOwnPayerOfFaults),
      'who pays the way back of faulty goods is not said: Merchant Center has one answer',
    ),
    ...lostIn(
      terms.filter(({ remorse, defect }) => (remorse ?? defect)?.keepsGoods === true),
      'that buyers keep the goods is not said: Merchant Center knows goods that come back only',
    ),
    ...lostIn(
      terms.filter(({ seasons }) => seasons.some(({ window }) => window.kind !== 'days' && window.kind !== 'until')),
      'a season without a last day is not said: the rest of the year is published for it',
    ),
    ...refusedByGoogle(terms),
  ];
};

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
      ...(isForGoogle ? forGoogle(terms) : forSchemaOrg(terms)),
    ],
  };
};
