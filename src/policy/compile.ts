import { compileCalendar, type WorkCalendar } from './calendar/calendar.js';
import { createRuleIndex, type RuleIndex } from './guards/rule-index.js';
import { readDocument, throwProblems } from './document/read-document.js';
import type { PolicyDocument } from './document/schema.js';
import { sellerOf } from './document/seller-of.js';
import { describeProblem } from './document/source-map.js';
import { toRules } from './document/to-rules.js';
import { findAmbiguities, type Ambiguity } from './rules/ambiguity.js';
import { compareRules, compareText } from './rules/compare-rules.js';
import { indexRules, type IndexedRule } from './rules/indexed-rule.js';
import type { Rule, Source } from './rules/rule.js';
import { showParameter } from './rules/show-parameter.js';
import { checkList, checkPacks } from './packs/check-packs.js';
import { coverageOf, type Coverage } from './packs/coverage.js';
import { createRuleSets, type FindRuleSets } from './merge/rule-sets.js';
import { packToRules } from './packs/to-rules.js';
import type { Pack } from './packs/types.js';

/** A policy ready to decide cases: immutable, safe to share and to keep. Made by `compilePolicy`. */
export interface Policy {
  /** In the order law, marketplace, seller, then id. */
  readonly sources: readonly Source[];
  readonly packs: readonly Pack[];
  readonly documents: readonly PolicyDocument[];
  readonly seller: { readonly country?: string; readonly timeZone?: string };
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
  readonly index: RuleIndex<IndexedRule>;
  /** The rules of each source and right, for the rules that apply to a case. */
  readonly ruleSets: FindRuleSets;
  readonly coverage: Coverage;
}

const layers = ['law', 'marketplace', 'seller'] as const;

const toSource = (id: string, layer: Source['layer'], rules: readonly Rule[]): Source => ({
  id,
  layer,
  rules: [...rules].sort(compareRules),
});

const describeAmbiguity = ({ parameter, left, right, witness }: Ambiguity): ReturnType<typeof describeProblem> => {
  const [first, second] = [showParameter(left, parameter), showParameter(right, parameter)];
  return describeProblem(right.document, {
    code: 'ambiguous-rules',
    path: right.path,
    found: `rules '${left.id}' and '${right.id}' both apply to ${witness} and set ${parameter} differently: ${first}, ${second}`,
    expected: `a rule inside both that says which, or one named in the other's except`,
    witness,
  });
};

const checkAmbiguity = (source: Source): void => throwProblems(findAmbiguities(source).map(describeAmbiguity));

const sellerSource = (origins: readonly unknown[], documents: readonly PolicyDocument[]): readonly Source[] => {
  if (documents.length === 0) return [];
  const sourceId = `seller:${[...new Set(documents.map(({ id }) => id))].sort().join('+')}`;
  const written = documents.map((document, index) => {
    const origin = origins[index];
    return {
      origin,
      ...toRules(document, { origin: typeof origin === 'object' && origin !== null ? origin : document, sourceId }),
    };
  });
  throwProblems(written.flatMap(({ origin, problems }) => problems.map((draft) => describeProblem(origin, draft))));
  return [
    toSource(
      sourceId,
      'seller',
      written.flatMap(({ rules }) => rules),
    ),
  ];
};

const packSources = (packs: readonly Pack[]): readonly Source[] => {
  const byId = new Map<string, Rule[]>();
  for (const pack of packs) byId.set(pack.id, [...(byId.get(pack.id) ?? []), ...packToRules(pack)]);
  return [...byId].map(([id, rules]) => toSource(id, packs.find((pack) => pack.id === id)?.layer ?? 'law', rules));
};

const unique = (packs: readonly Pack[]): readonly Pack[] =>
  [...new Set(packs)].sort((left, right) => compareText(left.id, right.id));

/**
 * Checks and prepares a policy: the seller's documents (parsed objects, may be none) and the packs of law and marketplaces.
 * The order of documents, rules and packs never matters.
 *
 * @throws PolicyDocumentError when a document breaks the grammar or its rules contradict each other, with file, line and column
 *   when it came from `parsePolicyDocument`; and when what is given as a pack is none, such as a promise nobody awaited.
 */
export const compilePolicy = (documents: readonly unknown[], options: { readonly packs?: readonly Pack[] } = {}): Policy => {
  const given = options.packs ?? [];
  throwProblems([...checkList('documents', documents), ...checkList('packs', given)]);
  throwProblems(checkPacks(given));
  const packs = unique(given);
  const read = documents.map(readDocument);
  const sources = [...packSources(packs), ...sellerSource(documents, read)].sort(
    (left, right) => layers.indexOf(left.layer) - layers.indexOf(right.layer) || compareText(left.id, right.id),
  );
  sources.forEach(checkAmbiguity);
  return {
    sources,
    packs,
    documents: read,
    seller: sellerOf(documents, read),
    calendars: new Map(
      packs.flatMap(({ calendars = [] }) => calendars.map((calendar) => [calendar.id, compileCalendar(calendar)])),
    ),
    index: createRuleIndex(indexRules(sources)),
    ruleSets: createRuleSets(),
    coverage: coverageOf(packs),
  };
};
